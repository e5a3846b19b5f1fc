import { createHash } from 'node:crypto';

/**
 * A reproducible generator for pretend people: the same seed makes the same choices at the same times. Not for secrets.
 * A 32-bit counter in steps of the golden ratio, mixed with the finaliser of MurmurHash3 (Appleby, public domain).
 * @returns numbers in [0, 1)
 */
export function seededRandom(seed: number): () => number {
  let counter = mixed(seed);
  return () => {
    counter = (counter + 0x9e3779b9) | 0;
    return mixed(counter) / 0x1_0000_0000;
  };
}

function mixed(value: number): number {
  let hash = value | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/**
 * The id of one answer, 32 hex digits. A digest and not random numbers: streams of thousands of 32-bit generators meet now and
 * then, and two players with one id would look like the server's fault.
 */
export function answerIdOf(seed: number, seatNo: number, questionNo: number): string {
  return createHash('sha256').update(`${seed}/${seatNo}/${questionNo}`).digest('hex').slice(0, 32);
}
