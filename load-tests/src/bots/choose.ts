import type { Choice, QuestionView } from '@anquanli/contract/question';

/** Words that people type who do not know. */
const GUESSED_WORDS = ['不知道', '安全', '通风', '检测', '预防', '治理'];
/** Numbers come in tenths at most, up to this. */
const GUESSED_UP_TO = 100;
/** A tap to a tenth of a thousandth: what is stored is what was sent. */
const TAP_STEPS = 10_000;

/** What somebody who guesses would choose: any option, each with even odds where several may be chosen, any number, word or place. */
export function choose(question: Pick<QuestionView, 'kind' | 'options' | 'form'>, random: () => number): Choice {
  const ids = question.options.map(({ id }) => id);
  const any = () => ids[Math.floor(random() * ids.length)] ?? '';
  const { kind, form } = question;
  switch (kind) {
    case 'single':
      return { kind, option: any() };
    case 'boolean':
      return { kind, value: random() < 0.5 };
    case 'multiple': {
      const chosen = ids.filter(() => random() < 0.5);
      return { kind, options: chosen.length > 0 ? chosen : [any()] };
    }
    case 'ordering':
      return { kind, order: mixed(ids, random) };
    case 'numeric': {
      const steps = form?.kind === 'numeric' && form.decimals > 0 ? 10 : 1;
      return { kind, value: Math.floor(random() * GUESSED_UP_TO * steps) / steps };
    }
    case 'text': {
      const word = () => GUESSED_WORDS[Math.floor(random() * GUESSED_WORDS.length)] ?? '';
      return { kind, blanks: Array.from({ length: form?.kind === 'text' ? form.blanks : 1 }, word) };
    }
    case 'hotspot':
      return marks(ids, form?.kind === 'hotspot' ? form.maxClicks : 1, random);
  }
}

/** What a phone was told the steps or places are that a choice names, by the round's ids; null where it names none. */
export function namedIn({ options }: Pick<QuestionView, 'options'>, choice: Choice): Record<string, string> | null {
  const ids = choice.kind === 'ordering' ? choice.order : choice.kind === 'hotspot' ? choice.places : [];
  if (ids.length === 0) return null;
  const named = options.filter(({ id }) => ids.includes(id));
  return Object.fromEntries(named.map(({ id, text }) => [id, text ?? '']));
}

/** As many marks as allowed at most, by taps or by names. */
function marks(ids: readonly string[], most: number, random: () => number): Choice {
  const count = 1 + Math.floor(random() * Math.min(most, ids.length));
  if (random() < 0.5) return { kind: 'hotspot', points: [], places: mixed(ids, random).slice(0, count) };
  const share = () => Math.floor(random() * (TAP_STEPS + 1)) / TAP_STEPS;
  return { kind: 'hotspot', points: Array.from({ length: count }, () => [share(), share()]), places: [] };
}

function mixed(ids: readonly string[], random: () => number): string[] {
  return ids
    .map((id) => ({ id, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ id }) => id);
}
