import type { Key } from '@anquanli/contract/question';
import { normaliseAnswer } from './normalise-answer.js';

type TextKey = Extract<Key, { kind: 'text' }>;

/** Accepted writings as they are compared: worked out once a key, not once an answer. */
const acceptedOf = new WeakMap<TextKey, readonly ReadonlySet<string>[]>();

/**
 * The places (from 0) of the blanks that are filled rightly. Where any order will do, each accepted blank is used for one typed
 * one at most, and as many as possible are right: the best assignment.
 */
export function rightBlanks(key: TextKey, blanks: readonly string[]): number[] {
  const accepted = writingsOf(key);
  const typed = blanks.map(normaliseAnswer);
  const fits = (place: number, slot: number) => {
    const text = typed[place] ?? '';
    return text !== '' && (accepted[slot]?.has(text) ?? false);
  };
  return key.anyOrder
    ? assigned(typed.length, accepted.length, fits)
    : typed.flatMap((_, place) => (fits(place, place) ? [place] : []));
}

function writingsOf(key: TextKey): readonly ReadonlySet<string>[] {
  const known = acceptedOf.get(key);
  if (known) return known;
  const accepted = key.blanks.map((writings) => new Set(writings.map(normaliseAnswer)));
  acceptedOf.set(key, accepted);
  return accepted;
}

/** A largest matching of places and slots, by augmenting paths (Kuhn): a handful of blanks. */
function assigned(places: number, slots: number, fits: (place: number, slot: number) => boolean): number[] {
  const placeOf = new Map<number, number>();
  const settle = (place: number, tried: Set<number>): boolean => {
    for (let slot = 0; slot < slots; slot += 1) {
      if (tried.has(slot) || !fits(place, slot)) continue;
      tried.add(slot);
      const holder = placeOf.get(slot);
      if (holder === undefined || settle(holder, tried)) {
        placeOf.set(slot, place);
        return true;
      }
    }
    return false;
  };
  for (let place = 0; place < places; place += 1) settle(place, new Set());
  return [...placeOf.values()].sort((a, b) => a - b);
}
