import { chineseNumber } from './headings.js';
import { pieceOf, trimmed, type Piece } from './line.js';

/** Numbers that questions begin with. All patterns are for folded text. */

/** A number at the start of a line, as it may begin a question. */
export interface LineNumber {
  readonly value: number;
  /** 第12题 · （12） · 12. · 12 and a space · 十二、 */
  readonly style: 'named' | 'bracket' | 'plain' | 'bare' | 'chinese';
  /** A digit follows at once: 3.36V is question 3 only where 3 is awaited. */
  readonly isUnsure: boolean;
  /** What stands in a bracket before the number: （ B ）1、. */
  readonly before: string | undefined;
  readonly rest: Piece;
}

const START = String.raw`^\s*[*★☆●•▲]?\s*`;
const BEFORE = String.raw`(?:\(([^()]{0,12})\)\s*)?`;
/** [单选题] 1. — a kind before the number stays with what follows it. */
const KIND_BEFORE = String.raw`(?:[[【(]\s*\p{Script=Han}{1,6}题?\s*[】\])]\s*)?`;
const NAMED = new RegExp(
  String.raw`${START}(?:第\s*(\d{1,4})\s*[题道](?:题)?|(?:试题|题目|问题|题|Q)\s*(\d{1,4})(?=\s*[.、:)\s]))\s*[.、:,]?\s*`,
  'iu',
);
const BRACKET = new RegExp(
  String.raw`${START}(?:\(\s*(\d{1,4})\s*\)|【\s*(\d{1,4})\s*】|\[\s*(\d{1,4})\s*\])\s*[.、]?\s*`,
  'u',
);
const PLAIN = new RegExp(
  String.raw`${START}${BEFORE}${KIND_BEFORE}(\d{1,4})\s*(?:\.、|[.、)]|:(?!\d)|,(?!\d)|。)\s*`,
  'u',
);
const BARE = new RegExp(String.raw`${START}(\d{1,4})\s+(?=\S)`, 'u');
const KIND_HEAD = new RegExp(String.raw`${START}${BEFORE}([[【(]\s*\p{Script=Han}{1,6}题?\s*[】\])])\s*(?=\d)`, 'u');

/** The number a line begins with, if any. */
export function lineNumber(line: Piece): LineNumber | undefined {
  const { folded } = line;
  if (!/^\D{0,24}\d/u.test(folded)) return chinese(line);
  const found =
    match(NAMED, folded, 'named') ?? match(BRACKET, folded, 'bracket') ?? plain(folded) ?? match(BARE, folded, 'bare');
  if (!found) return chinese(line);
  const rest = trimmed(withKind(line, found.length));
  return { value: found.value, style: found.style, isUnsure: found.isUnsure, before: found.before, rest };
}

const CHINESE = /^\s*(?:第\s*([一二三四五六七八九十]{1,3})\s*题|([一二三四五六七八九十]{1,3})\s*[、.])\s*[、.:]?\s*/u;

function chinese(line: Piece): LineNumber | undefined {
  const found = CHINESE.exec(line.folded);
  const value = chineseNumber(found?.[1] ?? found?.[2] ?? '');
  if (!found || value === undefined) return undefined;
  const rest = trimmed(pieceOf(line, found[0].length));
  return { value, style: 'chinese', isUnsure: false, before: undefined, rest };
}

interface Match {
  readonly value: number;
  readonly style: LineNumber['style'];
  readonly length: number;
  readonly isUnsure: boolean;
  readonly before?: string | undefined;
}

function match(pattern: RegExp, folded: string, style: LineNumber['style']): Match | undefined {
  const found = pattern.exec(folded);
  const digits = found?.slice(1).find((group) => group !== undefined);
  if (!found || digits === undefined) return undefined;
  return { value: Number(digits), style, length: found[0].length, isUnsure: style === 'bare' };
}

function plain(folded: string): Match | undefined {
  const found = PLAIN.exec(folded);
  if (!found) return undefined;
  const [whole, before, digits = ''] = found;
  const isUnsure = /\d$/u.test(folded.charAt(whole.length)) && !/\s$/u.test(whole);
  return { value: Number(digits), style: 'plain', length: whole.length, isUnsure, before };
}

/** What follows the number, and the kind that stood before it. */
function withKind(line: Piece, length: number): Piece {
  const rest = pieceOf(line, length);
  const kind = KIND_HEAD.exec(line.folded)?.[2];
  return kind === undefined ? rest : { text: kind + rest.text, folded: kind + rest.folded };
}
