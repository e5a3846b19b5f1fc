import type { Distribution, Key } from '@anquanli/contract/question';

type NumericKey = Extract<Key, { kind: 'numeric' }>;

/** One number that was given, or all the rare ones together. */
export interface Column {
  readonly id: string;
  readonly count: number;
  /** Of those who answered, 0..1. */
  readonly share: number;
  /** Of the highest column, 0..1. */
  readonly height: number;
  readonly isRight: boolean;
}

/** More would be too narrow to be read from the back. */
const MOST_COLUMNS = 9;

/** The most frequent numbers in their order, the rest together at the end. Of a withdrawn question none is right. */
export function columnsOf(key: NumericKey, { choices, answered }: Distribution, isVoid = false): Column[] {
  const numbers = choices.filter(({ id }) => id !== 'other').sort((a, b) => b.count - a.count);
  const shown = numbers.slice(0, MOST_COLUMNS).sort((a, b) => Number(a.id) - Number(b.id));
  const others = choices.filter(({ id }) => id === 'other').concat(numbers.slice(MOST_COLUMNS));
  const rest = others.reduce((sum, { count }) => sum + count, 0);
  const all = rest === 0 ? shown : [...shown, { id: 'other', count: rest }];
  const highest = Math.max(1, ...all.map(({ count }) => count));
  return all.map(({ id, count }) => ({
    id,
    count,
    share: answered === 0 ? 0 : Math.min(1, count / answered),
    height: count / highest,
    isRight: !isVoid && id !== 'other' && key.accept.some(({ min, max }) => Number(id) >= min && Number(id) <= max),
  }));
}

/** The accepted numbers as one writes them: 2, or 15–20, or several. */
export function acceptedText({ accept }: NumericKey): string {
  return accept.map(({ min, max }) => (min === max ? String(min) : `${min}–${max}`)).join(' / ');
}
