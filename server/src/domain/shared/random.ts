/**
 * A reproducible generator: the same seed gives the same numbers on every machine and in every later version,
 * because stored rounds are recomputed from their seed. Not for secrets.
 *
 * Algorithm: the seed's UTF-16 code units are folded with FNV-1a (32 bit) from four offsets into four words,
 * which start xoshiro128** (Blackman and Vigna, 2018). Returned are its 32-bit outputs divided by 2^32: [0, 1).
 */
export function seededRandom(seed: string): () => number {
  let a = fold(seed, 1);
  let b = fold(seed, 2);
  let c = fold(seed, 3);
  let d = fold(seed, 4) | 1; // the state may be anything but all zero
  return () => {
    const output = Math.imul(rotateLeft(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotateLeft(d, 11);
    return output / 0x1_0000_0000;
  };
}

/** A shuffled copy (Fisher–Yates): every order is equally likely as far as `random` ([0, 1)) is fair. */
export function shuffle<T>(items: readonly T[], random: () => number): T[] {
  const left = [...items];
  const shuffled: T[] = [];
  while (left.length > 0) {
    shuffled.push(...left.splice(Math.floor(random() * left.length), 1));
  }
  return shuffled;
}

function fold(text: string, lane: number): number {
  let hash = Math.imul(0x811c9dc5, lane * 2 + 1);
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  // A final mix, so that seeds that differ in the last character start far apart.
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

function rotateLeft(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits));
}
