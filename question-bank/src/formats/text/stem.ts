import { answerToken, sameAnswer, type AnswerToken } from './answer-token.js';
import { kindOf, type Kind } from './headings.js';
import { pieceOf, trimmed, type Piece } from './line.js';

/** What a stem carries beside the question: kind, score, announced answers, the answer in its bracket. */
export interface CleanStem {
  readonly text: string;
  readonly kind: Kind | undefined;
  /** “(正确答案个数：3个)” */
  readonly announcedAnswers: number | undefined;
  /** Answers found in brackets and taken out, as folded text; more than one when they differ. */
  readonly answers: readonly string[];
  /** Texts that stood on the underlines of a fill-in, in order. */
  readonly filled: readonly string[];
}

const KIND_NOTE =
  /^[[【(]\s*(\p{Script=Han}{1,6}?题?)\s*(?:[,、:]?\s*\d+(?:\.\d+)?\s*分)?\s*[\]】)]\s*|\s*[[【(]\s*(\p{Script=Han}{1,6}?题?)\s*(?:[,、:]?\s*\d+(?:\.\d+)?\s*分)?\s*[\]】)]\s*\*?\s*$/u;
const SCORE_NOTE =
  /^[[【(]\s*(?:本题)?(?:分值|分数|满分)?\s*:?\s*\d+(?:\.\d+)?\s*分\s*[\]】)]\s*|\s*[[【(]\s*(?:本题)?(?:分值|分数|满分)?\s*:?\s*\d+(?:\.\d+)?\s*分\s*[\]】)]\s*\*?\s*$/u;
const REQUIRED_MARK = /\s*\*\s*$/u;
const ANNOUNCED = /\s*[(【[]\s*(?:正确)?答案(?:个数)?\s*[::]?\s*(?:共|有)?\s*(\d{1,2})\s*个\s*[)】\]]\s*/u;
const PLAYED_WORDS = /^(?:单选|多选|判断|填空|不定项|单项选择|多项选择|选择|排序|简答|问答|论述|是非)题?$/u;
/** dB(A) is a unit, 50(A) a current. */
const BRACKET = /(?<!dB\s{0,2}|\d)[(【[]([^()【】[\]]{1,24})[)】\]]/gu;
/** `__施工__`: short lines around a few words; what stands between two long ones is the sentence. */
const FILLED = /(?<!_)_{1,3}\s*([^_\s，。；：、？！,;:?!](?:[^_\n，。；：？！;:?!]{0,28}[^_\s])?)\s*_{1,3}(?!_)/gu;
/** `____B____` */
const LETTER_ON_LINE = /_{2,}\s*([A-J](?:[\s,、]?[A-J]){0,9}|[√×])\s*_{2,}/gu;
const TICK_AT_END = /\s*([√×])\s*$/u;

export interface StemSetting {
  /** With options a tick at the end or words on a line are part of the text. */
  readonly options: number;
  /** A heading or a note says so; words in wide brackets are then what was filled in. */
  readonly isFillIn: boolean;
  /** The answer is written elsewhere, so that （A） may as well be a unit. */
  readonly hasAnswer: boolean;
}

/** Takes apart what a stem carries. */
export function cleanStem(stem: Piece, given: StemSetting): CleanStem {
  let piece = trimmed(stem);
  let kind: Kind | undefined;
  let announcedAnswers: number | undefined;
  for (let round = 0; round < 6; round += 1) {
    const before = piece.text.length;
    const note = KIND_NOTE.exec(piece.folded);
    const word = note?.[1] ?? note?.[2];
    if (note && word !== undefined && PLAYED_WORDS.test(word)) {
      kind ??= kindOf(word.endsWith('题') ? word : `${word}题`);
      piece = without(piece, note.index, note[0].length);
    }
    const score = SCORE_NOTE.exec(piece.folded);
    if (score) piece = without(piece, score.index, score[0].length);
    const announced = ANNOUNCED.exec(piece.folded);
    if (announced) {
      announcedAnswers ??= Number(announced[1]);
      piece = without(piece, announced.index, announced[0].length);
    }
    if (kind !== undefined) piece = cutEnd(piece, REQUIRED_MARK);
    if (piece.text.length === before) break;
  }
  const setting = { ...given, isFillIn: given.isFillIn || kind?.type === 'text' };
  return { ...answersIn(piece, setting), kind, announcedAnswers };
}

function without(piece: Piece, index: number, length: number): Piece {
  const cut = (text: string) => text.slice(0, index) + text.slice(index + length);
  return trimmed({ text: cut(piece.text), folded: cut(piece.folded) });
}

function cutEnd(piece: Piece, pattern: RegExp): Piece {
  const match = pattern.exec(piece.folded);
  return match ? pieceOf(piece, 0, match.index) : piece;
}

function answersIn(piece: Piece, setting: StemSetting): Pick<CleanStem, 'text' | 'answers' | 'filled'> {
  const brackets = answerPlaces(piece, setting);
  let text = piece.text;
  for (const { index, length, shown } of [...brackets].reverse()) {
    text = text.slice(0, index) + shown + text.slice(index + length);
  }
  const answers = [...new Set(brackets.map(({ answer }) => answer))];
  if (answers.length > 0) return { text: text.trim(), answers, filled: [] };

  const tick = setting.options > 0 ? null : TICK_AT_END.exec(piece.folded);
  if (tick?.[1]) return { text: text.slice(0, tick.index), answers: [tick[1]], filled: [] };

  return { ...filledIn(piece, setting), answers: [] };
}

/** Words on underlines or, in a fill-in, in wide brackets, where no place is left to fill. */
function filledIn(piece: Piece, { options, isFillIn }: StemSetting): Pick<CleanStem, 'text' | 'filled'> {
  let { text } = piece;
  const lines = options > 0 ? [] : [...piece.folded.matchAll(FILLED)];
  const isLeft = /_{2,}|\(\s*\)/u.test(piece.folded);
  const found = lines.length > 0 || isLeft || !isFillIn ? lines : [...piece.folded.matchAll(WIDE_BRACKET)];
  for (const { 0: whole, index } of [...found].reverse()) {
    text = `${text.slice(0, index)}____${text.slice(index + whole.length)}`;
  }
  const texts = found.map(({ 0: whole, index }) => piece.text.slice(index, index + whole.length));
  return { text, filled: texts.map((each) => each.replace(AROUND_FILLED, '')) };
}

const WIDE_BRACKET = /\(\s+[^()\s](?:[^()\n]{0,28}[^()\s])?\s+\)/gu;
const AROUND_FILLED = /^[_＿\s(（]+|[_＿\s)）]+$/gu;

interface AnswerPlace {
  readonly index: number;
  readonly length: number;
  /** What stands there when the answer is taken out. */
  readonly shown: string;
  readonly answer: string;
  readonly isSpaced: boolean;
}

/** Places that hold an answer; of several different ones those with space inside, as （ B ） is written. */
function answerPlaces({ text, folded }: Piece, setting: StemSetting): AnswerPlace[] {
  const all = [...folded.matchAll(BRACKET), ...folded.matchAll(LETTER_ON_LINE)].flatMap((match) => {
    const inside = match[1] ?? '';
    const token = answerToken(inside);
    if (!token || !isAnswer(token, setting)) return [];
    const { length } = match[0];
    const end = match.index + length - 1;
    const shown = match[0].startsWith('_') ? '____' : `${text.charAt(match.index)}\u3000\u3000${text.charAt(end)}`;
    return [{ index: match.index, length, shown, answer: token.text, isSpaced: /^\s|\s$/u.test(inside) }];
  });
  const isAlike = all.every(({ answer }) => sameAnswer(answer, all[0]?.answer ?? ''));
  const spaced = all.filter(({ isSpaced }) => isSpaced);
  return isAlike || spaced.length !== 1 ? all.sort((a, b) => a.index - b.index) : spaced;
}

/** （是） and （N） belong to the sentence; T and F are verdicts where nothing can be chosen. */
function isAnswer({ kind, text }: AnswerToken, { options, hasAnswer }: StemSetting): boolean {
  if (kind === 'verdict')
    return /^[TF]$/iu.test(text)
      ? options === 0
      : /^(?:√|×|正确|错误|对|错)$/u.test(text) && (options === 0 || options === 2);
  const isAmong = [...text].every((letter) => letter.charCodeAt(0) - 65 < options);
  return isAmong || !hasAnswer;
}
