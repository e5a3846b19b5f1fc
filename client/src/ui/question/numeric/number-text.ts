/** Numbers as people type them: the comma of a keyboard without a point, full-width figures, a minus of any length. */

const LIMIT = 1e9;
const FULL_WIDTH = /[\uff10-\uff19]/g;

/** Brings what was typed to figures, one point and a minus in front. */
export function plainNumber(text: string, decimals: number): string {
  const plain = text
    .replace(FULL_WIDTH, (figure) => String.fromCharCode(figure.charCodeAt(0) - 0xff10 + 48))
    .replace(/[−–—－]/g, '-')
    .replace(/[．。]/g, '.')
    .replace(/[\s\u00a0]/g, '')
    .replace(/，/g, ',');
  // 5,212 means thousands, unless just three figures after the point are asked for.
  const isGrouped = decimals !== 3 && /^[-+]?\d{1,3}(,\d{3})+$/.test(plain);
  return isGrouped ? plain.replace(/,/g, '') : plain.replace(/,/g, '.');
}

/** The number that was typed, or null when it is none yet, or has more figures after the point than are asked for. */
export function parseNumber(text: string, decimals: number): number | null {
  const plain = plainNumber(text, decimals);
  if (!/^[-+]?(\d+\.?\d*|\.\d+)$/.test(plain)) return null;
  const value = Number(plain);
  return Math.abs(value) <= LIMIT && !isTooFine(value, decimals) ? value : null;
}

/** Has the number more figures after the point than make sense? */
export function isTooFine(value: number, decimals: number): boolean {
  return Number(value.toFixed(decimals)) !== value;
}

export type PadKey = '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9' | 'point' | 'sign' | 'back';

const MOST_FIGURES = 10;

/** What the field says after a key of the pad. */
export function withKey(text: string, key: PadKey, decimals: number): string {
  const plain = plainNumber(text, decimals);
  switch (key) {
    case 'back':
      return plain.length === 2 && plain.startsWith('-') ? '' : plain.slice(0, -1);
    case 'sign':
      return plain.startsWith('-') ? plain.slice(1) : `-${plain}`;
    case 'point':
      return decimals === 0 || plain.includes('.') ? plain : `${/\d$/.test(plain) ? plain : `${plain}0`}.`;
    default:
      return withFigure(plain, key, decimals);
  }
}

function withFigure(plain: string, figure: string, decimals: number): string {
  const [whole = '', fraction] = plain.split('.');
  if (fraction !== undefined && fraction.length >= decimals) return plain;
  if (plain.replace(/\D/g, '').length >= MOST_FIGURES) return plain;
  // No 007: a leading nought gives way.
  if (fraction === undefined && /^-?0$/.test(whole)) return `${whole.slice(0, -1)}${figure}`;
  return plain + figure;
}

/** Units of things that are counted: below nought there are none, so no key for it. */
const COUNTED =
  /^(人|个|名|次|件|台|处|只|条|项|倍|岁|年|个?月|天|日|周|小时|时|h|分钟?|min|秒钟?|s|ms|%|％|‰|元|万元|亿元|kg|千克|公斤|g|克|t|吨|L|升|mL|毫升|ppm|dB|分贝|lx|勒克斯|MPa|kPa|Pa|mg\/m[³3]|km\/h|m\/s|m²|㎡|平方米|m³|立方米)$/i;

/** Can the answer sensibly be below nought? In doubt it can: a missing key would make an answer impossible. */
export function mayBeNegative(unit: string | null): boolean {
  return unit === null || !COUNTED.test(unit.trim());
}
