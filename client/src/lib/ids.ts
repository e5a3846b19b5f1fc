/** 128 random bits as 32 hex digits. `crypto.randomUUID` is missing on a plain http address, this is not. */
export function newHexId(): string {
  const bytes = new Uint8Array(16);
  crypto.getRandomValues(bytes);
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** A random number 0 ≤ x < 1, to spread things that would else happen at once on thousands of phones. */
export function randomShare(): number {
  const word = new Uint32Array(1);
  crypto.getRandomValues(word);
  return (word[0] ?? 0) / 0x1_0000_0000;
}
