import type { QuestionOf } from '../schema.js';
import { NumericAnswer as NumericCell } from '../schema-answers.js';
import { isUnit } from './answer-unit.js';
import type { ImportProblemCode } from './import-result.js';
import { jsonIn } from './json-cell.js';

type NumericAnswer = QuestionOf<'numeric'>['answer'];

export type NumericReading =
  | { readonly ok: true; readonly answer: NumericAnswer }
  | { readonly ok: false; readonly code: ImportProblemCode; readonly count?: number };

const MAX_RANGES = 5;
const MAX_DECIMALS = 6;
const MAX_CHARACTERS = 200;
const MAX_DIGITS = 15;
const NUMBER = '[-+]?(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?';
/** Anything that may stand behind a number; {@link isUnit} has the last word. */
const REST = '(?![至到±])[^\\d\\s.,;~-][^\\s;~]{0,15}';
const RANGE = new RegExp(`^(${NUMBER})\\s*(${REST})??\\s*(?:-|~|至|到)\\s*(${NUMBER})\\s*(${REST})?$`, 'u');
const PLUS_MINUS = new RegExp(`^(${NUMBER})\\s*±\\s*(${NUMBER})\\s*(${REST})?$`, 'u');
const SINGLE = new RegExp(`^(${NUMBER})\\s*(${REST})?$`, 'u');
const OPEN =
  /^[<>≤≥＜＞≦≧]|[以之][上下内外前后]|[内外前后]$|[不未]|大于|小于|高于|低于|多于|少于|超过|至少|至多|最多|最少/u;
const VAGUE = /左右|大约|约|上下|多$/u;

interface Part {
  readonly min: number;
  readonly max: number;
  readonly decimals: number;
  readonly unit?: string | undefined;
}

/**
 * A number, or a range, or several of them parted by `;`: `2`, `2.5`, `19.5-23.5`, `35±0.5`, `2;4`. A unit may follow;
 * it has to be that of the unit column if there is one. `≥36` has one end only and is refused; so is whatever may be
 * another number than the first one in it (`3/4`, `1.5万`, `2、4`, `10:30`).
 */
export function readNumeric(answer: string, unitText: string): NumericReading {
  const cell = jsonIn(NumericCell, answer);
  if (cell) return { ok: true, answer: cell };
  if (answer.length > MAX_CHARACTERS) return { ok: false, code: 'number_unreadable' };
  if (OPEN.test(unitText)) return { ok: false, code: 'number_open' };
  const parts: Part[] = [];
  const pieces = answer
    .split(/[;；\n|]|或者?/u)
    .map((piece) => piece.trim())
    .filter(Boolean);
  for (const piece of pieces) {
    const part = readPart(piece);
    if (part === undefined) return { ok: false, code: faultOf(piece) };
    if (part.min > part.max) return { ok: false, code: 'range_backwards' };
    parts.push(part);
  }
  if (parts.length === 0) return { ok: false, code: 'number_unreadable' };
  if (parts.length > MAX_RANGES) return { ok: false, code: 'numbers_too_many', count: parts.length };
  const units = new Set([unitText, ...parts.map(({ unit = '' }) => unit)].filter(Boolean).map((unit) => folded(unit)));
  if (units.size > 1) return { ok: false, code: 'units_differ' };
  const unit = unitText || parts.find((part) => part.unit)?.unit;
  return { ok: true, answer: answerOf(parts, unit) };
}

function faultOf(piece: string): ImportProblemCode {
  if (OPEN.test(piece)) return 'number_open';
  return /^[-+—–－−]*[\d０-９]/u.test(piece) && !VAGUE.test(piece) ? 'number_ambiguous' : 'number_unreadable';
}

function folded(unit: string): string {
  return unit.normalize('NFKC');
}

function answerOf(parts: readonly Part[], unit: string | undefined): NumericAnswer {
  const decimals = Math.max(...parts.map((part) => part.decimals));
  return {
    accept: parts.map(({ min, max }) => ({ min, max })),
    ...(unit ? { unit } : {}),
    decimals: Math.min(decimals, MAX_DECIMALS),
  };
}

function readPart(piece: string): Part | undefined {
  // A long dash before a number may be a dash or a minus. A full-width comma parts two numbers and groups no digits.
  if (/^—/u.test(piece) || OPEN.test(piece) || VAGUE.test(piece)) return undefined;
  // Only width and the look of dashes are folded: ㎡ and ³ of a unit stay as they are.
  const text = piece
    .replace(/[０-９．：；％／]/gu, (c) => c.normalize('NFKC'))
    .replace(/[—–]+|[－−﹣]/gu, '-')
    .replace(/[～〜∼]/gu, '~')
    .replace(/。$/u, '');
  const spread = PLUS_MINUS.exec(text);
  if (spread) return aroundMiddle(spread);
  const range = RANGE.exec(text);
  if (range) {
    const [, min, firstUnit, max = '', lastUnit] = range;
    if (firstUnit && lastUnit && folded(firstUnit) !== folded(lastUnit)) return undefined;
    return max.startsWith('+') ? undefined : part(min, max, lastUnit ?? firstUnit);
  }
  const single = SINGLE.exec(text);
  return single ? part(single[1], single[1], single[2]) : undefined;
}

function part(min = '', max = '', unit: string | undefined): Part | undefined {
  if (!isSure(min) || !isSure(max) || (unit !== undefined && !isUnit(unit))) return undefined;
  const [low, high] = [valueOf(min), valueOf(max)];
  return { min: low, max: high, decimals: Math.max(decimalsOf(min), decimalsOf(max)), unit };
}

/**
 * No code or day (`05`), no more digits than a number holds. `30,120` may be two numbers; `1,000` is one, as nobody
 * writes 000 by itself.
 */
function isSure(number: string): boolean {
  const isLong = number.replace(/\D/gu, '').length > MAX_DIGITS;
  return !isLong && !/^[-+]?0[\d,]/u.test(number) && (!number.includes(',') || number.includes(',0'));
}

/** `35±0.5`. With per cent it may be a share of the middle or points: `35±5%` is refused. */
function aroundMiddle([, middle = '', spread = '', unit]: RegExpExecArray): Part | undefined {
  if (!isSure(middle) || !isSure(spread) || /[%‰]/u.test(unit ?? '')) return undefined;
  const decimals = Math.max(decimalsOf(middle), decimalsOf(spread));
  const [low, high] = [valueOf(middle) - valueOf(spread), valueOf(middle) + valueOf(spread)];
  return part(low.toFixed(decimals), high.toFixed(decimals), unit);
}

function valueOf(text: string): number {
  return Number(text.replace(/,/gu, ''));
}

function decimalsOf(text: string): number {
  return text.split('.')[1]?.length ?? 0;
}
