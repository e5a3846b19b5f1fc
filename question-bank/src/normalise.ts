/**
 * Text as people compare it: characters that nobody sees, compatibility forms, case, white space and a closing stop do not
 * make a difference.
 */
export function normalise(text: string): string {
  return text
    .replace(/\p{Cf}/gu, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s+/gu, '')
    .replace(/[。.;,、!]+$/u, '');
}
