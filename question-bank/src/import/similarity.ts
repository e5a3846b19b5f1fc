import { normalise } from '../normalise.js';

/** The pairs of neighbouring characters of a text, each once, as numbers of a {@link GramTable} in rising order. */
export type Grams = Int32Array;

/** What does not make a difference: brackets to fill, punctuation. Numbers and 不 do. */
const IGNORED = /[\p{P}\p{S}_]+/gu;
const MAX_CHARACTERS = 600;

/** Numbers the pairs of characters of many texts. */
export class GramTable {
  private readonly numbers = new Map<number, number>();

  gramsOf(text: string): Grams {
    const plain = normalise(text).replace(IGNORED, '').slice(0, MAX_CHARACTERS);
    const found = new Set<number>();
    for (let at = 0; at < Math.max(1, plain.length - 1) && plain !== ''; at += 1) {
      const pair = plain.charCodeAt(at) * 0x10000 + (at + 1 < plain.length ? plain.charCodeAt(at + 1) : 0);
      const number = this.numbers.get(pair) ?? this.numbers.size;
      if (number === this.numbers.size) this.numbers.set(pair, number);
      found.add(number);
    }
    return Int32Array.from(found).sort();
  }
}

/**
 * Sørensen–Dice: twice what is shared by what both have. 0–1; two empty texts are not alike. Below `least` it may stop
 * early and say 0.
 */
export function dice(one: Grams, other: Grams, least = 0): number {
  const sum = one.length + other.length;
  const wanted = (least * sum) / 2;
  let shared = 0;
  let a = 0;
  let b = 0;
  while (a < one.length && b < other.length) {
    const difference = (one[a] ?? 0) - (other[b] ?? 0);
    if (difference === 0) shared += 1;
    else if (shared + Math.min(one.length - a, other.length - b) < wanted) return 0;
    if (difference <= 0) a += 1;
    if (difference >= 0) b += 1;
  }
  return sum === 0 ? 0 : (2 * shared) / sum;
}

export interface GramIndex {
  /** Positions of the texts that can reach the threshold with the text at `position`, without itself. */
  readonly similarTo: (position: number) => readonly number[];
}

/** So many texts of one kind are enough to compare with. */
const MAX_CANDIDATES = 200;

/**
 * Finds texts that can be similar without comparing each with each. Two sets that reach the threshold share one of
 * their rarest members, as many as the threshold leaves to differ (prefix filter), and do not differ much in size.
 */
export function gramIndex(texts: readonly Grams[], threshold: number): GramIndex {
  const counts: number[] = [];
  for (const text of texts) for (const gram of text) counts[gram] = (counts[gram] ?? 0) + 1;
  const prefixes = texts.map((text) => rarest(text, counts, threshold));
  const places = new Map<number, number[]>();
  for (const [position, prefix] of prefixes.entries()) {
    for (const gram of prefix) {
      const list = places.get(gram);
      if (list) list.push(position);
      else places.set(gram, [position]);
    }
  }
  const similarTo = (position: number) => {
    const size = texts[position]?.length ?? 0;
    const found = new Set<number>();
    for (const gram of prefixes[position] ?? []) {
      for (const other of places.get(gram) ?? []) {
        const otherSize = texts[other]?.length ?? 0;
        const most = (2 * Math.min(size, otherSize)) / (size + otherSize);
        if (other !== position && most >= threshold) found.add(other);
        if (found.size >= MAX_CANDIDATES) return [...found];
      }
    }
    return [...found];
  };
  return { similarTo };
}

/** The rarest members, rarest first: of two similar sets at least one of these is shared. */
function rarest(text: Grams, counts: readonly number[], threshold: number): Int32Array {
  const jaccard = threshold / (2 - threshold);
  const length = Math.min(text.length, text.length - Math.ceil(jaccard * text.length) + 1);
  return text
    .slice()
    .sort((a, b) => (counts[a] ?? 0) - (counts[b] ?? 0) || a - b)
    .subarray(0, Math.max(0, length));
}
