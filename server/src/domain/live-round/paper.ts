import type { QuestionPick } from '@anquanli/contract/rounds';
import { LIVE_KINDS, type LiveKind } from '@anquanli/contract/vocabulary';
import { seededRandom, shuffle } from '../shared/random.js';
import { accept, refuse, type Result } from '../shared/result.js';

/** What the choice of questions needs to know of each one of a set. */
export interface Candidate {
  readonly id: string;
  readonly type: string;
  readonly category: string;
  readonly difficulty: number;
}

/**
 * The questions of a round, in playing order; the same seed gives the same order for ever.
 * Refusals: `question_unknown`, `question_kind_not_live`, `not_enough_questions` (with how many are available).
 */
export function pickQuestions(
  candidates: readonly Candidate[],
  pick: QuestionPick,
  order: 'fixed' | 'shuffled',
  seed: string,
): Result<string[]> {
  const random = seededRandom(`${seed}/questions`);
  if (pick.by === 'rule') {
    const suitable = candidates.filter((candidate) => isLive(candidate.type) && suits(candidate, pick));
    if (suitable.length < pick.count) {
      return refuse('not_enough_questions', { path: 'pick.count', minimum: pick.count, available: suitable.length });
    }
    const drawn = shuffle(suitable, random).slice(0, pick.count);
    const inOrder = order === 'shuffled' ? drawn : suitable.filter((candidate) => drawn.includes(candidate));
    return accept(inOrder.map((candidate) => candidate.id));
  }
  const byId = new Map(candidates.map((candidate) => [candidate.id, candidate]));
  const chosen = [...new Set(pick.questionIds)];
  for (const [index, id] of chosen.entries()) {
    const candidate = byId.get(id);
    if (!candidate) return refuse('question_unknown', { path: `pick.questionIds.${index}` });
    if (!isLive(candidate.type)) return refuse('question_kind_not_live', { path: `pick.questionIds.${index}` });
  }
  return accept(order === 'fixed' ? chosen : shuffle(chosen, random));
}

/** The order of the options of one question in this round: the same for the whole hall. Pinned options keep their place. */
export function orderOptions<T extends { readonly id: string; readonly pinned?: boolean | undefined }>(
  options: readonly T[],
  order: 'fixed' | 'shuffled',
  seed: string,
  questionNo: number,
): T[] {
  if (order === 'fixed') return [...options];
  const movable = shuffle(
    options.filter((option) => !option.pinned),
    seededRandom(`${seed}/options/${questionNo}`),
  );
  let next = 0;
  return options.map((option) => (option.pinned ? option : (movable[next++] ?? option)));
}

export function isLive(type: string): type is LiveKind {
  return (LIVE_KINDS as readonly string[]).includes(type);
}

function suits(candidate: Candidate, rule: Extract<QuestionPick, { by: 'rule' }>): boolean {
  return (
    (rule.categories.length === 0 || rule.categories.includes(candidate.category)) &&
    (rule.difficulties.length === 0 || rule.difficulties.includes(candidate.difficulty))
  );
}
