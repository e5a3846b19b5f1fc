import { seededRandom, shuffle } from '../shared/random.js';

/** The order of the options of one question for a seed: the same for a whole hall. Pinned options keep their place. */
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

/** The steps of an ordering as a round or paper names them. */
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
 * so neither place nor name may come from them. Always, and none is pinned; the same seed gives the same names for ever.
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
