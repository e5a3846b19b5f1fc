import type { QuestionPick } from '@anquanli/contract/rounds';
import { seededRandom, shuffle } from '../shared/random.js';
import { accept, refuse, type Result } from '../shared/result.js';

/** What the choice of questions needs to know of each one of a set. */
export interface Candidate {
  readonly id: string;
  readonly category: string;
  readonly difficulty: number;
}

/**
 * The questions of a round, in playing order; the same seed gives the same order for ever.
 * Refusals: `question_unknown`, `not_enough_questions` (with how many are available).
 */
export function pickQuestions(
  candidates: readonly Candidate[],
  pick: QuestionPick,
  order: 'fixed' | 'shuffled',
  seed: string,
): Result<string[]> {
  const random = seededRandom(`${seed}/questions`);
  if (pick.by === 'rule') {
    const suitable = candidates.filter((candidate) => suits(candidate, pick));
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
    if (!byId.has(id)) return refuse('question_unknown', { path: `pick.questionIds.${index}` });
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

/** The steps of an ordering as a round names them. */
export interface MixedSteps<T> {
  /** In the order in which they are shown. */
  readonly options: T[];
  readonly rightOrder: string[];
}

interface Step {
  readonly id: string;
  readonly text: string;
  readonly media?: { readonly src: string };
}

/**
 * Mixes the steps of an ordering and names them anew, s1 … sn as they are shown: authors write and letter them in the right order,
 * so neither place nor name may come from them. In every round, and none is pinned; the same seed gives the same names for ever.
 * From three steps on they never lie in the right order by chance; in nothing else does what is shown depend on the key.
 */
export function mixSteps<T extends Step>(
  steps: readonly T[],
  rightOrder: readonly string[],
  seed: string,
  questionNo: number,
): MixedSteps<T> {
  const random = seededRandom(`${seed}/steps/${questionNo}`);
  // From an order that does not depend on how the author laid or lettered them.
  let mixed = shuffle([...steps].sort(byWhatIsSeen), random);
  while (mixed.length >= 3 && mixed.every(({ id }, place) => id === rightOrder[place])) mixed = shuffle(mixed, random);
  const nameOf = new Map(mixed.map(({ id }, index) => [id, `s${index + 1}`]));
  const named = (id: string) => nameOf.get(id) ?? id;
  return { options: mixed.map((step) => ({ ...step, id: named(step.id) })), rightOrder: rightOrder.map(named) };
}

function byWhatIsSeen(a: Step, b: Step): number {
  const [first, second] = [a, b].map(({ text, media }) => `${text}\n${media?.src ?? ''}`) as [string, string];
  return first < second ? -1 : Number(first > second);
}

function suits(candidate: Candidate, rule: Extract<QuestionPick, { by: 'rule' }>): boolean {
  return (
    (rule.categories.length === 0 || rule.categories.includes(candidate.category)) &&
    (rule.difficulties.length === 0 || rule.difficulties.includes(candidate.difficulty))
  );
}
