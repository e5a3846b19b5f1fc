import { LIMITS } from '@anquanli/contract/vocabulary';

/** `short` cannot be used; the others are help, never a refusal. */
export type Strength = 'short' | 'weak' | 'fair' | 'strong';

/** Length counts most: twelve characters are fair, sixteen strong; a single repeated character never is. */
export function strengthOf(password: string): Strength {
  const length = [...password].length;
  if (length < LIMITS.passwordChars.min) return 'short';
  const variety = new Set(password).size;
  if (variety < 4) return 'weak';
  if (length >= 16 || (length >= 12 && kindsOf(password) >= 3)) return 'strong';
  return length >= 12 || (length >= 10 && kindsOf(password) >= 3) ? 'fair' : 'weak';
}

/** How many characters are missing to the minimum; 0 when it is long enough. */
export function missingCharacters(password: string): number {
  return Math.max(0, LIMITS.passwordChars.min - password.length);
}

function kindsOf(password: string): number {
  return [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z0-9]/].filter((kind) => kind.test(password)).length;
}
