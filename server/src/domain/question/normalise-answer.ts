/**
 * A typed answer as it is compared: characters that nobody sees, full and half width, case, white space and a closing stop make
 * no difference. The same rule by which the bank tells texts apart (`question-bank/src/normalise.ts`); a test holds the two
 * together.
 */
export function normaliseAnswer(text: string): string {
  return text
    .replace(/\p{Cf}/gu, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s+/gu, '')
    .replace(/[。.;,、!]+$/u, '');
}
