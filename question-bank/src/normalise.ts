/** Text as people compare it: compatibility forms, case, white space and a closing stop do not make a difference. */
export function normalise(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s+/gu, '')
    .replace(/[。.;,、!]+$/u, '');
}
