const CROCKFORD = '0123456789abcdefghjkmnpqrstvwxyz';

/**
 * A question id: `q_` and a lower-case ULID. `now` is epoch milliseconds below 2^48; `random` are ten random bytes.
 * Throws RangeError for anything else.
 */
export function newQuestionId(now: number, random: Uint8Array): string {
  if (!Number.isInteger(now) || now < 0 || now >= 2 ** 48) throw new RangeError(`Not a time: ${now}`);
  if (random.length !== 10) throw new RangeError(`Ten random bytes wanted, got ${random.length}`);
  let bits = random.reduce((sum, byte) => (sum << 8n) | BigInt(byte), BigInt(now));
  let id = '';
  for (let n = 0; n < 26; n += 1) {
    id = CROCKFORD.charAt(Number(bits & 31n)) + id;
    bits >>= 5n;
  }
  return `q_${id}`;
}
