/** A text without what no reader sees; the author's own characters (①, ㎡, full-width punctuation) stay. */
export interface CleanText {
  readonly text: string;
  readonly hadMarkup: boolean;
  readonly hadPicture: boolean;
}

/** What a cell of Excel can hold; no text of a question may be nearly as long, and longer ones only cost time. */
const MAX_CHARACTERS = 32_767;

/** Word's and Excel's way to write a control character inside a cell: `_x000D_`. */
const EXCEL_ESCAPE = /_x00([01][0-9A-F]|7F)_/giu;
const LINE_ENDS = /\r\n?|[\p{Zl}\p{Zp}\u0085\v\f]/gu;
const ODD_SPACES = /[\u00A0\u2007\u202F\t]/gu;
const INVISIBLE = /[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\u00AD]/gu;

const TAG_NAMES =
  'a|abbr|b|big|blockquote|br|center|cite|code|dd|del|div|dl|dt|em|font|h[1-6]|hr|i|img|input|ins|kbd|label|li|mark|o:p|ol|p|pre|s|small|span|strike|strong|style|sub|sup|svg|table|tbody|td|tfoot|th|thead|tr|tt|u|ul|video|audio|iframe|script';
const TAG = new RegExp(`</?(?:${TAG_NAMES})(?:\\s[^<>]*)?/?>`, 'giu');
const BREAKS = /<br\s*\/?>|<\/(?:p|div|li|tr|h[1-6])>/giu;
const HIDDEN_START = /<(script|style)\b[^<>]*>|<!--/giu;
const PICTURE = /<(?:img|svg|video|audio|iframe)\b/iu;

const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: ' ',
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  hellip: '…',
  mdash: '—',
  ndash: '–',
  middot: '·',
  times: '×',
  divide: '÷',
  plusmn: '±',
  le: '≤',
  ge: '≥',
  deg: '°',
  sup2: '²',
  sup3: '³',
  radic: '√',
  ensp: ' ',
  emsp: ' ',
};
const ENTITY = /&(?:([a-z]{2,8}\d?)|#(\d{1,6})|#x([0-9a-f]{1,5}));/giu;

/** Reduces a cell or line to plain text: markup, invisible characters and white space around it go. */
export function cleanText(raw: string): CleanText {
  const visible = withoutControls(raw.slice(0, MAX_CHARACTERS));
  const hadPicture = PICTURE.test(visible);
  const reduced = decoded(withoutHidden(visible).replace(BREAKS, '\n').replace(TAG, ''));
  const hadMarkup = reduced !== visible;
  const plain = withoutControls(reduced);
  // Tags leave spaces and empty lines behind; those of an author stay.
  const text = hadMarkup ? withoutLeftovers(plain) : plain;
  return { text: text.trim(), hadMarkup, hadPicture };
}

/** Scripts, styles and comments go with what is in them; one without an end is left to the other rules. */
function withoutHidden(text: string): string {
  const lower = text.toLowerCase();
  let kept = '';
  let from = 0;
  for (const match of text.matchAll(HIDDEN_START)) {
    if (match.index < from) continue;
    const end = match[1] === undefined ? '-->' : `</${match[1].toLowerCase()}>`;
    const at = lower.indexOf(end, match.index);
    if (at < 0) break;
    kept += text.slice(from, match.index);
    from = at + end.length;
  }
  return kept + text.slice(from);
}

function withoutLeftovers(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/gu, '\n\n');
}

function withoutControls(text: string): string {
  return text
    .replace(EXCEL_ESCAPE, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
    .replace(LINE_ENDS, '\n')
    .replace(ODD_SPACES, ' ')
    .replace(INVISIBLE, '')
    .replace(/\p{Cc}/gu, (control) => (control === '\n' ? control : ''));
}

function decoded(text: string): string {
  return text.replace(ENTITY, (whole, name?: string, decimal?: string, hex?: string) => {
    if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? whole;
    const code = decimal === undefined ? parseInt(hex ?? '', 16) : parseInt(decimal, 10);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** Characters that show that a text was read with the wrong encoding or cut in two. */
export function isDamaged(text: string): boolean {
  return /\uFFFD|\p{Surrogate}|\p{Private_Use}|\p{Noncharacter_Code_Point}/u.test(text);
}

/** Characters as the schema counts them: 🔥 and rare Chinese characters are one, though two units of a string. */
export function lengthOf(text: string): number {
  return [...text].length;
}

/** Compatibility forms and case folded, white space gone: only to detect, never to show. */
export function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/gu, '');
}
