import { pieceOf, trimmed, type Piece } from './line.js';

/** Options in lines: the next expected letter and a stop. All patterns are for folded text. */

export interface FoundOption {
  readonly letter: string;
  readonly piece: Piece;
}

export interface CutLine {
  /** What stands before the first option of the line. */
  readonly before: Piece;
  readonly options: readonly FoundOption[];
}

interface Mark {
  readonly index: number;
  readonly start: number;
  readonly end: number;
  readonly stands: 'at-start' | 'after-space' | 'inside';
}

/** `A.` `A、` `A：` `A）` `(A)` `[A]`; a decimal point is none. */
const STRONG =
  /^\s*([A-J])\s*$|\(\s*([A-Ja-j])\s*\)|[[【]\s*([A-J])\s*[\]】]|(?<![A-Za-z])([A-Ja-j])\s*(?:\.、|[.、:)。](?!\s*[)）]))/gu;
/** `A 先断电`, `A先断电`: only where no option of the question has a stop. */
const WEAK = /(?<![A-Za-z])([A-J])(?:\s+|(?=[\p{Script=Han}《“"]))/gu;
const BULLET = /^\s*[○〇●◯□☐■◇◆▢\-•·]?\s*$/u;
/** Longer lines are no lines of options; looking through them would cost time. */
const MAX_LINE = 6_000;

const MARKS = { strong: STRONG, weak: WEAK } as const;
export type MarkKind = keyof typeof MARKS;

/** The letter a line begins with as an option: 0 for A; undefined for other lines. */
export function optionAtStart(folded: string, kind: MarkKind = 'strong'): number | undefined {
  const [first] = marksOf(folded.slice(0, 40), kind);
  return first?.stands === 'at-start' ? first.index : undefined;
}

/** Whether A and, after it, B stand in the line as options. */
export function hasOptionsInside(folded: string): boolean {
  const marks = marksOf(folded, 'strong');
  const a = marks.findIndex(({ index, stands }) => index === 0 && stands !== 'inside');
  return a >= 0 && marks.slice(a).some(({ index }) => index === 1);
}

/**
 * Cuts a line at its options, beginning with the letter `expected` (0 for A). `next` is the letter that the next line of
 * options begins with: where cuts inside words would not lead to it, the letters are part of the text. Cuts without
 * white space are tried first, then only those after white space, then the start of the line alone.
 */
export function cutOptions(
  line: Piece,
  expected: number,
  next: number | undefined,
  kind: MarkKind = 'strong',
): CutLine {
  const marks = marksOf(line.folded, kind);
  const ways = (['inside', 'after-space', 'at-start'] as const).map((least) => chain(marks, expected, least));
  const fits = (way: readonly Mark[]) => next === undefined || next === expected + way.length;
  const [anywhere = [], spaced = []] = ways;
  if (expected === 0 && next === 0) return cutAt(line, []);
  const chosen = ways.find(fits) ?? (spaced.length > 0 ? spaced : anywhere);
  // A lone A inside a text is a word, not an option, unless B begins the next line.
  const isWord = expected === 0 && chosen.length === 1 && chosen[0]?.stands !== 'at-start' && next !== 1;
  return cutAt(line, isWord ? [] : chosen);
}

function cutAt(line: Piece, marks: readonly Mark[]): CutLine {
  const before = trimmed(pieceOf(line, 0, marks[0]?.start ?? line.text.length));
  return {
    before: BULLET.test(before.folded) && marks.length > 0 ? { text: '', folded: '' } : before,
    options: marks.map(({ index, end }, n) => ({
      letter: String.fromCharCode(65 + index),
      piece: withoutBullet(trimmed(pieceOf(line, end, marks[n + 1]?.start ?? line.text.length))),
    })),
  };
}

/** The bullet that belongs to the option after it. */
function withoutBullet(piece: Piece): Piece {
  const end = /\s+[○〇●◯□☐■◇◆▢]$/u.exec(piece.folded)?.index;
  return end === undefined ? piece : trimmed(pieceOf(piece, 0, end));
}

/** The marks that follow each other from `expected` on. Without white space before it a letter counts only once. */
function chain(marks: readonly Mark[], expected: number, least: Mark['stands']): readonly Mark[] {
  const times = new Map<number, number>();
  for (const { index } of marks) times.set(index, (times.get(index) ?? 0) + 1);
  const chosen: Mark[] = [];
  for (const mark of marks) {
    if (mark.index !== expected + chosen.length) continue;
    const counts =
      mark.stands === 'at-start' ||
      (mark.stands === 'after-space' && least !== 'at-start') ||
      (mark.stands === 'inside' && least === 'inside' && times.get(mark.index) === 1);
    if (counts) chosen.push(mark);
  }
  return chosen;
}

function marksOf(folded: string, kind: MarkKind): Mark[] {
  if (folded.length > MAX_LINE) return [];
  return [...folded.matchAll(MARKS[kind])].map((match) => {
    const letter = match.slice(1).find((group) => group !== undefined) ?? 'A';
    const isStart = match.index <= 8 && BULLET.test(folded.slice(0, match.index));
    const isSpaced = /[\s○〇●◯□☐☑■]/u.test(folded.charAt(match.index - 1));
    return {
      index: letter.toUpperCase().charCodeAt(0) - 65,
      start: match.index,
      end: match.index + match[0].length,
      stands: isStart ? 'at-start' : isSpaced ? 'after-space' : 'inside',
    };
  });
}
