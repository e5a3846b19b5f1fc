/** A line of a text or a paragraph of a document. `no` is counted from 1. */
export interface TextLine {
  readonly no: number;
  /** As the author wrote it, without what cannot be seen. */
  readonly text: string;
  /** The same text, unit for unit, with full-width signs as ASCII and ticks alike: only to find structure. */
  readonly folded: string;
  /** A picture stands in it that does not come along. */
  readonly hasPicture?: boolean | undefined;
}

const INVISIBLE = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/gu;
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const CONTROL = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/gu;

/** A line to work with: no invisible or control characters, no-break spaces as spaces, nothing at its end. */
export function textLine(no: number, raw: string, hasPicture = false): TextLine {
  const text = raw.replace(INVISIBLE, '').replace(CONTROL, ' ').replaceAll('\u00A0', ' ').trimEnd();
  return { no, text, folded: fold(text), ...(hasPicture ? { hasPicture } : {}) };
}

/** Lines of a text, whatever ends them. */
export function textLines(text: string): TextLine[] {
  return text.split(/\r\n|[\n\r\u0085\u2028\u2029\f\v]/u).map((line, index) => textLine(index + 1, line));
}

const FOLDED = new Map<string, string>(
  Object.entries({
    '√': '✓✔☑∨',
    '×': '✗✘╳✕❌╳',
    ' ': '\u3000\u2002\u2003\u2009',
    '(': '﹙⦅',
    ')': '﹚⦆',
    '[': '〔',
    ']': '〕',
    '-': '–—―－~～〜',
    ':': '∶︰',
    '.': '．﹒',
    '、': '﹑､',
    '。': '｡',
  }).flatMap(([to, all]) => [...all].map((from): [string, string] => [from, to])),
);

/** The same length in UTF-16 units, so that a place found in it is a place in the text. */
export function fold(text: string): string {
  // eslint-disable-next-line no-control-regex -- everything that is as it should be is left out
  return text.replace(/[^\u0000-\u2001\u3001\u3002\u3008-\u3011\u4E00-\u9FFF]/gu, (character) => {
    const other = FOLDED.get(character);
    if (other !== undefined) return other;
    const code = character.charCodeAt(0);
    return code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : character;
  });
}

/** The part of a line from `start` to `end`, in both forms. */
export interface Piece {
  readonly text: string;
  readonly folded: string;
}

export function pieceOf({ text, folded }: Piece, start: number, end?: number): Piece {
  return { text: text.slice(start, end), folded: folded.slice(start, end) };
}

/** The piece without white space around it. */
export function trimmed(piece: Piece): Piece {
  const start = piece.text.length - piece.text.trimStart().length;
  return pieceOf(piece, start, piece.text.trimEnd().length || start);
}

const CJK = /[\u2E80-\u9FFF\uF900-\uFAFF\uFF00-\uFFEF，。、；：？！“”‘’（）《》【】]/u;
const OPENS_POINT = /^(?:\(\d{1,2}\)|[①-⑳]|\d{1,2}[.、)]|[一二三四五六七八九十]、)/u;

/** Two lines of one text: broken by the page they run on; a new point of a list keeps its line. */
export function joined(before: string, next: string): string {
  if (before === '') return next;
  if (next === '') return before;
  const isPointDone = /[。.;；]$/u.test(before) && OPENS_POINT.test(fold(before.slice(before.lastIndexOf('\n') + 1)));
  if (isPointDone || OPENS_POINT.test(fold(next)) || /[:：;；]$/u.test(before)) return `${before}\n${next}`;
  const isWord = !CJK.test(before.slice(-1)) && !CJK.test(next.slice(0, 1));
  return isWord ? `${before} ${next}` : before + next;
}
