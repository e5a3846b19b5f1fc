import type { Choice, Key } from '@anquanli/contract/question';
import type { MultipleScoring } from '@anquanli/contract/vocabulary';
import { rightBlanks } from '../question/blanks.js';
import { findingsIn } from '../question/hotspot.js';
import { isInAnyRange } from '../question/numbers.js';
import type { PlayedQuestion } from '../question/question.js';

/** What a choice is measured by: the key, and for a hot-spot the proportions of its picture. */
export type Asked = Pick<PlayedQuestion, 'key' | 'media'>;

/**
 * How much of the key a choice meets, 0–1. Answers with several parts count by the round's `multipleScoring`, whatever the bank
 * proposes: `exact` is all or nothing; `partial` is
 * - multiple: max(0, (right − wrong) / right ones), the rule the market calls "partial credit without guessing";
 * - ordering: the share of the n − 1 neighbours of the key that follow one another in the choice too (the bank's `adjacent-pairs`);
 * - text: the share of blanks filled rightly;
 * - hotspot, find all: max(0, (found − wrong) / right places).
 * A hot-spot of which one place is asked is right when something was found and nothing else was marked.
 */
export function shareRight({ key, media }: Asked, choice: Choice, multipleScoring: MultipleScoring): number {
  const share = shareOf(key, media, choice);
  return share < 1 && multipleScoring === 'exact' ? 0 : share;
}

function shareOf(key: Key, media: PlayedQuestion['media'], choice: Choice): number {
  if (key.kind === 'single' && choice.kind === 'single') return key.option === choice.option ? 1 : 0;
  if (key.kind === 'boolean' && choice.kind === 'boolean') return key.value === choice.value ? 1 : 0;
  if (key.kind === 'multiple' && choice.kind === 'multiple') return shareOfOptions(key.options, choice.options);
  if (key.kind === 'ordering' && choice.kind === 'ordering') return shareOfPairs(key.order, choice.order);
  if (key.kind === 'numeric' && choice.kind === 'numeric') return isInAnyRange(choice.value, key.accept) ? 1 : 0;
  if (key.kind === 'text' && choice.kind === 'text') {
    return rightBlanks(key, choice.blanks).length / key.blanks.length;
  }
  if (key.kind === 'hotspot' && choice.kind === 'hotspot') {
    const { found, wrong } = findingsIn(key, media, choice);
    if (key.mode === 'find-one') return found.size > 0 && wrong === 0 ? 1 : 0;
    return Math.max(0, (found.size - wrong) / key.zones.length);
  }
  return 0;
}

function shareOfOptions(key: readonly string[], chosen: readonly string[]): number {
  const right = chosen.filter((id) => key.includes(id)).length;
  const wrong = chosen.length - right;
  return Math.max(0, (right - wrong) / key.length);
}

/** Whoever has all neighbours right has the whole order. */
function shareOfPairs(key: readonly string[], order: readonly string[]): number {
  const follower = new Map(order.map((id, place) => [id, order[place + 1]]));
  const pairs = key.slice(1).filter((id, place) => follower.get(key[place] ?? '') === id).length;
  return pairs / (key.length - 1);
}
