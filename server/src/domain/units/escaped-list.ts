/*
 * Several names in one cell. A sign that stands between names is written twice where it is part of a name, so that every list
 * comes back as it was written.
 */

/** What stands between names, in writing, and all signs that are taken for it when read. */
export interface ListSigns {
  readonly between: string;
  readonly signs: string;
}

/** `吉林省 / 长春市`; full-width slashes do as well. */
export const PATH_SIGNS: ListSigns = { between: ' / ', signs: '/／' };
/** `机修、维修班`. */
export const ALIAS_SIGNS: ListSigns = { between: '、', signs: '、' };

export function joined(names: readonly string[], { between, signs }: ListSigns): string {
  const doubled = names.map((name) => [...name].map((sign) => (signs.includes(sign) ? sign + sign : sign)).join(''));
  // A space tells a name that begins with the sign from one that ends with it.
  return doubled.map((name, no) => (no > 0 && signs.includes(name.charAt(0)) ? ` ${name}` : name)).join(between);
}

/** The names, trimmed; empty ones are kept where they stand. Nothing at all is no name. */
export function parted(text: string, { signs }: ListSigns): string[] {
  if (text.trim() === '') return [];
  const names = [''];
  const letters = [...text];
  for (let at = 0; at < letters.length; at += 1) {
    const letter = letters[at] ?? '';
    const isSign = signs.includes(letter);
    const isDoubled = isSign && letters[at + 1] === letter;
    if (isSign && !isDoubled) names.push('');
    else names[names.length - 1] += letter;
    if (isDoubled) at += 1;
  }
  return names.map((name) => name.trim());
}
