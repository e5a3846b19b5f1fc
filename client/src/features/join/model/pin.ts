import { LIMITS } from '@anquanli/contract/vocabulary';

const FULL_WIDTH_ZERO = 0xff10;

/** The digits of what was typed or pasted, at most six: "428 617", "４２８６１７" and "428-617" are the same code. */
export function pinDigits(typed: string): string {
  const digits = Array.from(typed, (character) => {
    const wide = character.charCodeAt(0) - FULL_WIDTH_ZERO;
    return wide >= 0 && wide <= 9 ? String(wide) : character;
  });
  return digits
    .filter((character) => character >= '0' && character <= '9')
    .join('')
    .slice(0, LIMITS.pinDigits);
}

export function isWholePin(digits: string): boolean {
  return digits.length === LIMITS.pinDigits;
}
