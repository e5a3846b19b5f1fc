/** Numbers as Word writes them, by `w:numFmt`. */

const DIGITS = '零一二三四五六七八九';
const LEGAL = '零壹贰叁肆伍陆柒捌玖';
const PLACES = ['', '十', '百', '千'];
const LEGAL_PLACES = ['', '拾', '佰', '仟'];
const STEMS = '甲乙丙丁戊己庚辛壬癸';
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥';
const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

/** `value` from 0 to 9,999; null for formats without a number, such as bullets. */
export function numberText(format: string, value: number): string | null {
  if (!Number.isInteger(value) || value < 0 || value > 9_999) return String(value);
  switch (format) {
    case 'bullet':
    case 'none':
      return null;
    case 'decimalZero':
      return String(value).padStart(2, '0');
    case 'upperLetter':
      return letters(value);
    case 'lowerLetter':
      return letters(value).toLowerCase();
    case 'upperRoman':
      return roman(value).toUpperCase();
    case 'lowerRoman':
      return roman(value);
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'taiwaneseCounting':
    case 'taiwaneseCountingThousand':
    case 'japaneseCounting':
    case 'ideographDigital':
    case 'japaneseDigitalTenThousand':
      return chinese(value, DIGITS, PLACES).replace(/^一十/u, '十');
    case 'chineseLegalSimplified':
    case 'ideographLegalTraditional':
      return chinese(value, LEGAL, LEGAL_PLACES);
    case 'ideographTraditional':
      return STEMS.charAt((value - 1) % 10);
    case 'ideographZodiac':
      return BRANCHES.charAt((value - 1) % 12);
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return enclosed(value, 0x2460);
    case 'decimalEnclosedParen':
      return `(${value})`;
    case 'decimalEnclosedFullstop':
      return `${value}.`;
    default:
      return String(value);
  }
}

/** A … Z, AA, BB as Word counts on. */
function letters(value: number): string {
  if (value < 1) return '';
  return String.fromCharCode(65 + ((value - 1) % 26)).repeat(Math.min(10, Math.floor((value - 1) / 26) + 1));
}

function roman(value: number): string {
  let left = value;
  let text = '';
  for (const [worth, sign] of ROMAN) {
    while (left >= worth) {
      text += sign;
      left -= worth;
    }
  }
  return text;
}

function chinese(value: number, digits: string, places: readonly string[]): string {
  if (value === 0) return digits.charAt(0);
  const text = [...String(value)]
    .map((digit, n, all) =>
      digit === '0' ? digits.charAt(0) : digits.charAt(Number(digit)) + (places[all.length - 1 - n] ?? ''),
    )
    .join('');
  const zero = digits.charAt(0);
  return text.replace(new RegExp(`${zero}+`, 'gu'), zero).replace(new RegExp(`${zero}$`, 'u'), '');
}

function enclosed(value: number, first: number): string {
  return value >= 1 && value <= 20 ? String.fromCodePoint(first + value - 1) : String(value);
}
