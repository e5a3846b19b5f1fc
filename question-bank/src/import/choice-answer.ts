import { normalise } from '../normalise.js';
import type { ImportProblemCode } from './import-result.js';

/** An option as the file has it: its letter (of its column or line) and its text, letter taken off. */
export interface LetteredOption {
  readonly letter: string;
  readonly text: string;
}

/** Options that an answer names, as positions in the list and in the order written. */
export type ChoiceReading =
  | { readonly ok: true; readonly picks: readonly number[]; readonly isRepeated: boolean }
  | { readonly ok: false; readonly code: ImportProblemCode; readonly letter?: string };

export interface ChoiceQuestion {
  readonly answer: string;
  readonly options: readonly LetteredOption[];
  readonly style?: 'letters' | 'numbers' | undefined;
  /** Answers that name every option: `2143` may then stand for 2, 1, 4, 3. */
  readonly isOrder?: boolean | undefined;
}

const LABEL =
  /^(?:[【[]?(?:正确|标准|参考)?(?:答案|选项|顺序)(?:为|是)?[】\]]?\s*[:：]?|答\s*[:：]|选\s*(?=[A-Ja-jＡ-Ｊ]))\s*/u;
/** Ten option texts. */
const MAX_ANSWER = 4_000;
const MAX_TEXT = 300;
const BETWEEN = /[\s,，、;；。./／|｜&+和与及→>＞\-—–~～]+/u;
/** Signs that may mean “to” or “or” as well as “and”; a dash is looked at by itself. */
const DOUBTFUL = /[/~〜∼至到或]|OR|\.{2}/u;
const DASHES = /[‐‒–—―−-]+/gu;

/** An answer without words such as “答案：” and without brackets around it. */
export function bareAnswer(answer: string): string {
  const text = answer.trim().replace(LABEL, '').trim();
  const inner = /^[（(【[]([^（）()【】[\]]*)[）)】\]]$/u.exec(text);
  return (inner?.[1] ?? text).trim();
}

/**
 * The options that an answer names by letter, by number or by text. What can be read in two ways with different results
 * is refused, never decided.
 */
export function readChoice(question: ChoiceQuestion): ChoiceReading {
  if (question.answer.length > MAX_ANSWER) return { ok: false, code: 'answer_unreadable' };
  const answer = bareAnswer(question.answer);
  const { style } = question;
  if (!question.isOrder && isDoubtful(answer, style)) return { ok: false, code: 'answer_ambiguous' };
  const byText = textPicks(answer, question);
  const byLetter = style === 'numbers' ? [] : letterPicks(answer, question);
  const bySpelling = style === 'numbers' ? [] : spelledPicks(answer, question.options);
  const byNumber = style === 'letters' ? [] : numberPicks(answer, question);
  const readings = (
    style === undefined ? [byLetter, bySpelling, byText, byNumber] : [byLetter, bySpelling, byNumber]
  ).filter(isWhole);
  // Where it is known how answers are written, texts are the last resort.
  if (readings.length === 0 && isWhole(byText)) readings.push(byText);
  const different = new Set(readings.map((picks) => distinct(picks).join()));
  if (different.size > 1) return { ok: false, code: 'answer_ambiguous' };
  const [picks] = readings;
  if (picks) return { ok: true, picks: distinct(picks), isRepeated: distinct(picks).length < picks.length };
  const missing = [...byLetter, ...byNumber].find((pick) => typeof pick === 'string');
  return missing === undefined
    ? { ok: false, code: 'answer_unreadable' }
    : { ok: false, code: 'answer_beyond_options', letter: missing };
}

/**
 * Letters (or numbers, where answers are numbers) that may be ends of a range, alternatives, or a part of what was meant:
 * `A-D`, `A~D`, `A/D`, `A或B`, `A…D`, `A-`. A run of three and more with a dash between any two is a list.
 */
function isDoubtful(answer: string, style: ChoiceQuestion['style']): boolean {
  const one = style === 'numbers' ? '\\d{1,2}' : '[A-J]';
  const text = answer
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[‐‒–—―−-]+>/gu, '→')
    .replace(DASHES, '-')
    .replace(/项$/u, '')
    .trim();
  const isNamed = new RegExp(`^(?:${one}|[\\s,、;。./|&+和与及→>~〜∼至到或-]|OR)+$`, 'u').test(text);
  if (!isNamed || !/[A-J\d]/u.test(text)) return false;
  if (new RegExp(`^${one}(?:\\s*-\\s*${one}){2,}$`, 'u').test(text)) return false;
  const isDecimal = style === 'numbers' && /\d\s*\.\s*\d/u.test(text);
  return isDecimal || DOUBTFUL.test(text) || text.includes('-') || /^[&+→>]|[&+→>]$/u.test(text);
}

/** A position, or the letter or number that no option has. */
type Pick = number | string;

function isWhole(picks: Pick[]): picks is number[] {
  return picks.length > 0 && picks.every((pick) => typeof pick === 'number');
}

function distinct<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}

function letterPicks(answer: string, { options }: ChoiceQuestion): Pick[] {
  const letters = answer.normalize('NFKC').toUpperCase().split(BETWEEN).join('').replace(/项$/u, '');
  if (!/^[A-J]+$/u.test(letters)) return [];
  return [...letters].map((letter) => positionOf(letter, options));
}

/** `A. 灭火器`: a letter with the text of its option, one a line. */
function spelledPicks(answer: string, options: readonly LetteredOption[]): Pick[] {
  const picks = answer.split(/[\n;；|]+/u).map((part) => {
    const spelled = /^\s*([A-JＡ-Ｊ])\s*[.、．:：)）\s]\s*(.+)$/iu.exec(part);
    if (!spelled) return undefined;
    const position = positionOf((spelled[1] ?? '').normalize('NFKC').toUpperCase(), options);
    const text = typeof position === 'number' ? options[position]?.text : undefined;
    return text !== undefined && normalise(text) === normalise(spelled[2] ?? '') ? position : undefined;
  });
  return picks.every((pick) => pick !== undefined) ? picks : [];
}

function positionOf(letter: string, options: readonly LetteredOption[]): Pick {
  const position = options.findIndex((option) => option.letter === letter);
  return position < 0 ? letter : position;
}

function numberPicks(answer: string, { options, style, isOrder }: ChoiceQuestion): Pick[] {
  const text = answer.normalize('NFKC').trim();
  const parts = text.split(BETWEEN).filter(Boolean);
  if (parts.length === 0 || !parts.every((part) => /^\d{1,2}$|^\d{2,10}$/u.test(part))) return [];
  const isRun = isOrder === true && parts.length === 1 && text.length === options.length && style !== 'numbers';
  const numbers = isRun ? [...text] : parts;
  // Without the file saying that its answers are numbers, a decimal point or a dash may make them something else.
  if (style === undefined && !isOrder && /[./\-—–~]/u.test(text)) return [];
  return numbers.map((number) => {
    const letter = String.fromCharCode(64 + Number(number));
    const position = Number(number) > 26 ? -1 : options.findIndex((option) => option.letter === letter);
    return position < 0 ? number : position;
  });
}

function textPicks(answer: string, { options }: ChoiceQuestion): Pick[] {
  const texts = options.map(({ text }) => (text.length > MAX_TEXT ? '' : normalise(text)));
  const at = (part: string): Pick[] => {
    const wanted = normalise(part);
    const position = wanted === '' ? -1 : texts.indexOf(wanted);
    return position < 0 ? [] : [position];
  };
  const whole = at(answer);
  if (whole.length > 0) return whole;
  for (const separator of [/[\n;；|｜]+/u, /→|->|>/u, /[,，]+/u, /[,，、]+/u, /\s+/u]) {
    const parts = answer.split(separator).filter((part) => part.trim() !== '');
    const picks = parts.flatMap(at);
    if (parts.length > 1 && picks.length === parts.length) return picks;
  }
  return [];
}
