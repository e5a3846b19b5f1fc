import * as z from 'zod';
import type { QuestionOf } from '../schema.js';
import { lengthOf } from './clean-text.js';
import type { ImportProblemCode } from './import-result.js';
import { jsonIn } from './json-cell.js';
import type { ProblemValues } from './problem-text.js';
import { blanksIn } from './stem-key.js';

type TextAnswer = QuestionOf<'text'>['answer'];

export type TextReading =
  | { readonly ok: true; readonly answer: TextAnswer }
  | { readonly ok: false; readonly code: ImportProblemCode; readonly values?: ProblemValues };

const MAX = { blanks: 6, spellings: 12, characters: 60 };
const BETWEEN_BLANKS = /[;；|｜\n]+/u;
/** Used only when they give exactly as many parts as the stem has blanks. */
const WEAK_SEPARATORS = [/[、]+/u, /[,，]+/u, /[,，、]+/u, /\s{2,}/u, /\s+/u];
/** A bar that belongs to its text: fractions, units (mg/m³), standards (GB/T 3608). */
const INNER_SLASH =
  /\d\s*\/\s*\d|[a-zA-Zμ℃%°个人次元吨米克升]\s*\/\s*(?:h|s|min|d|m|m2|m3|m²|m³|㎡|㎥|L|l|kg|g|t|天|日|小时|时|分钟|分|秒|年|月|次|人)(?![a-zA-Z])|\b[A-Z]{2,5}\d{0,2}\/[TZ]\b/u;

/**
 * Blanks parted by `;`, `|` or lines; spellings of one blank parted by `/`. A JSON array of arrays says the same for
 * texts that hold these signs. Otherwise the number of blanks in the stem has the last word.
 */
export function readText(answer: string, stem: string, isAnyOrder: boolean): TextReading {
  const cell = jsonIn(z.array(z.array(z.string())), answer);
  const blanks = cell ?? inParts(answer, stem).map(spellings);
  const problem = problemOf(blanks, cell ? 0 : blankCount(stem));
  if (problem) return problem;
  return {
    ok: true,
    answer: { blanks: blanks.map((accept) => ({ accept })), ...(isAnyOrder ? { anyOrder: true } : {}) },
  };
}

/** The blanks of a fill-in: underscores count, or else empty brackets. 0 when the stem shows none. */
export function blankCount(stem: string): number {
  const { lines, brackets } = blanksIn(stem);
  return lines || brackets;
}

function inParts(answer: string, stem: string): string[] {
  const parts = pieces(answer, BETWEEN_BLANKS);
  const wanted = blankCount(stem);
  if (parts.length !== 1 || wanted < 2) return parts;
  return WEAK_SEPARATORS.map((separator) => pieces(answer, separator)).find((some) => some.length === wanted) ?? parts;
}

function pieces(text: string, separator: RegExp): string[] {
  const parts = text
    .split(separator)
    .map((piece) => piece.trim())
    .filter(Boolean);
  const isNumbered = parts.length > 1 && parts.every((part, n) => numbering(part) === n + 1);
  return isNumbered ? parts.map((part) => part.replace(NUMBERING, '')) : parts;
}

const NUMBERING = /^[（(]?\d{1,2}[)）.．、](?!\d)\s*|^[①②③④⑤⑥]\s*/u;

function numbering(part: string): number | undefined {
  const mark = NUMBERING.exec(part)?.[0].normalize('NFKC');
  return mark === undefined ? undefined : Number(mark.replace(/\D/gu, ''));
}

function spellings(blank: string): string[] {
  if (INNER_SLASH.test(blank)) return [blank];
  return [...new Set(pieces(blank, /[/／]+/u))];
}

function problemOf(blanks: readonly (readonly string[])[], wanted: number): TextReading | undefined {
  const count = blanks.length;
  if (count === 0 || blanks.some((accept) => accept.length === 0)) return { ok: false, code: 'answer_missing' };
  if (wanted > 0 && wanted !== count) return { ok: false, code: 'blanks_differ', values: { blanks: wanted, count } };
  if (count > MAX.blanks) return { ok: false, code: 'blanks_too_many', values: { count } };
  const crowded = blanks.find((accept) => accept.length > MAX.spellings);
  if (crowded) return { ok: false, code: 'spellings_too_many', values: { count: crowded.length } };
  const long = blanks.flat().find((text) => lengthOf(text) > MAX.characters);
  if (long === undefined) return undefined;
  const part = { zh: '答案', en: 'The answer' };
  return { ok: false, code: 'text_too_long', values: { part, length: lengthOf(long), max: MAX.characters } };
}
