import { answerToken } from './answer-token.js';
import type { Kind } from './headings.js';
import { answerInSegment, segmentsOf, type Label } from './labels.js';
import { joined, pieceOf, type Piece } from './line.js';
import { lineNumber } from './numbers.js';

/** Keys apart from the questions: `1-5 ABCDE`, `1.A 2.B 3.CD`, 题号/答案 in two rows. All patterns are for folded text. */

export interface KeyAnswer {
  readonly number: number;
  readonly answer: string;
}

/** One answer of a key, and which questions it may belong to. */
export interface KeyEntry extends KeyAnswer {
  readonly line: number;
  /** The key belongs to the questions that stand before it. */
  readonly paper: number;
  readonly kind: Kind | undefined;
  readonly ordinal: number | undefined;
  /** Counts how often numbers began anew in this key. */
  readonly run: number;
  readonly labelled: Readonly<Partial<Record<Label, string>>>;
}

const SECTION =
  /^\s*(?:第?\s*[一二三四五六七八九十]{1,3}\s*(?:部分|大题)?\s*[、.:]?\s*|\([一二三四五六七八九十]{1,3}\)\s*)?(?:\p{Script=Han}{1,8}题\s*(?:\([^()]{0,40}\))?\s*:?\s*)?(?:(?:参考|正确|标准)?答案\s*:?\s*)?/u;
const RANGE = /(?:第\s*)?(\d{1,4})\s*[-~至到]{1,2}\s*(\d{1,4})\s*题?\s*[:.、)]?\s*/gu;
const ITEM =
  /[([]?\s*(\d{1,4})\s*[)\]]?\s*[.、:)]{0,2}\s*([A-Ja-j]{1,10}|√|×|正确|错误|对|错|[TF])(?=[\s,;、。([]|\d|$)[\s,;、。]*/uy;
const MAX_LINE = 4_000;

/** The answers of a line that is nothing but a key, and the section mark before them; undefined for other lines. */
export function keyLine(folded: string): { readonly head: string; readonly answers: readonly KeyAnswer[] } | undefined {
  if (folded.length > MAX_LINE || !/\d/u.test(folded)) return undefined;
  const head = SECTION.exec(folded)?.[0] ?? '';
  const rest = folded.slice(head.length);
  const answers = ranges(rest) ?? items(rest);
  return answers && { head: head.trim(), answers };
}

/** A line that can hardly be anything but a key: ranges, or three answers and more. */
export function isPlainlyKey(folded: string): boolean {
  const key = keyLine(folded);
  return key !== undefined && key.answers.length >= 3;
}

function ranges(text: string): KeyAnswer[] | undefined {
  const heads = [...text.matchAll(RANGE)];
  if (heads.length === 0 || text.slice(0, heads[0]?.index).trim() !== '') return undefined;
  const answers: KeyAnswer[] = [];
  for (const [n, head] of heads.entries()) {
    const [first, last] = [Number(head[1]), Number(head[2])];
    const chunk = text.slice(head.index + head[0].length, heads[n + 1]?.index);
    const tokens = tokensOf(chunk, last - first + 1);
    if (!tokens) return undefined;
    answers.push(...tokens.map((answer, offset) => ({ number: first + offset, answer })));
  }
  return answers;
}

/** `count` answers: one a word, or one a character. */
function tokensOf(chunk: string, count: number): string[] | undefined {
  if (count < 1 || count > 500) return undefined;
  const words = chunk
    .trim()
    .split(/[\s,、;.|。]+/u)
    .filter(Boolean);
  if (words.length === 0 || words.some((word) => !/^(?:[A-Ja-j]+|[√×对错TF]+|正确|错误)$/u.test(word)))
    return undefined;
  if (words.length === count) return words;
  const characters = [...words.join('')];
  return characters.length === count ? characters : undefined;
}

function items(text: string): KeyAnswer[] | undefined {
  const answers: KeyAnswer[] = [];
  ITEM.lastIndex = text.length - text.trimStart().length;
  while (ITEM.lastIndex < text.length) {
    const item = ITEM.exec(text);
    if (!item?.[2]) return undefined;
    answers.push({ number: Number(item[1]), answer: item[2] });
  }
  return answers.length > 0 ? answers : undefined;
}

/** The numbers of a row 题号 1 2 3. */
export function numberRow(folded: string): number[] | undefined {
  const row = /^\s*\|?\s*(?:题号|序号)?[\s:|]*((?:\d{1,4}[\s|,、]+){2,}\d{1,4})[\s|]*$/u.exec(folded)?.[1];
  return row?.split(/[\s|,、]+/u).map(Number);
}

/** The answers of the row below it, if there are as many. */
export function answerRow(folded: string, count: number): string[] | undefined {
  const row = folded.replace(/^\s*\|?\s*(?:(?:参考|正确|标准)?答案)?[\s:|]*/u, '').replace(/[\s|]+$/u, '');
  const tokens = row.split(/[\s|,、]+/u);
  return tokens.length === count && tokens.every((token) => answerToken(token)) ? tokens : undefined;
}

/** `3. B 【解析】…` in a key; `isFree` takes any short text as the answer of a fill-in. */
export function numberedKey(
  line: Piece,
  isFree: boolean,
): Pick<KeyEntry, 'number' | 'answer' | 'labelled'> | undefined {
  const number = lineNumber(line);
  if (!number) return undefined;
  const labelled: Partial<Record<Label, string>> = {};
  let answer: string | undefined;
  for (const { label, piece } of segmentsOf(number.rest, 'answer')) {
    if ((label ?? 'answer') !== 'answer') {
      if (label) labelled[label] = joined(labelled[label] ?? '', piece.text);
      continue;
    }
    const split = answer === undefined ? leadingAnswer(piece) : undefined;
    if (split) {
      answer = split.answer;
      if (split.rest !== '') labelled.explanation = joined(labelled.explanation ?? '', split.rest);
    } else if (answer === undefined && (label === 'answer' || isFree) && piece.text.length <= 200) answer = piece.text;
    else return undefined;
  }
  return answer === undefined ? undefined : { number: number.value, answer, labelled };
}

/** An answer, and the explanation that follows its stop: `B。根据…`. */
function leadingAnswer(piece: Piece): { answer: string; rest: string } | undefined {
  const whole = answerInSegment(piece.folded);
  if (whole) return { answer: whole.text, rest: '' };
  const lead = /^\s*[([【]?\s*([A-J]{1,10}|√|×|正确|错误|对|错)\s*[)\]】]?\s*[。.,;:、\s]\s*(?=\S)/u.exec(piece.folded);
  return lead?.[1] ? { answer: lead[1], rest: pieceOf(piece, lead[0].length).text } : undefined;
}
