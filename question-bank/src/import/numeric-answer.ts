import type { QuestionOf } from '../schema.js';
import { NumericAnswer as NumericCell } from '../schema-answers.js';
import type { ImportProblemCode } from './import-result.js';
import { jsonIn } from './json-cell.js';

type NumericAnswer = QuestionOf<'numeric'>['answer'];

export type NumericReading =
  | { readonly ok: true; readonly answer: NumericAnswer }
  | { readonly ok: false; readonly code: ImportProblemCode; readonly count?: number };

const MAX_RANGES = 5;
const MAX_DECIMALS = 6;
const MAX_CHARACTERS = 200;
const NUMBER = '[-+]?(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?';
const UNIT = '(?![至到±])[^\\d\\s.,;~-][^\\s;~]{0,15}';
const RANGE = new RegExp(`^(${NUMBER})\\s*(${UNIT})??\\s*(?:-|~|至|到)\\s*(${NUMBER})\\s*(${UNIT})?$`, 'u');
const PLUS_MINUS = new RegExp(`^(${NUMBER})\\s*±\\s*(${NUMBER})\\s*(${UNIT})?$`, 'u');
const SINGLE = new RegExp(`^(${NUMBER})\\s*(${UNIT})?$`, 'u');
const OPEN = /^[<>≤≥＜＞≦≧]|以上|以下|以内|不小于|不大于|不少于|不超过|不低于|不高于|大于|小于|至少|最多/u;

const VAGUE = /左右|大约|约|上下|多$/u;

interface Part {
  readonly min: number;
  readonly max: number;
  readonly decimals: number;
  readonly unit?: string | undefined;
}

/**
 * A number, or a range, or several of them parted by `;`: `2`, `2.5`, `19.5-23.5`, `35±0.5`, `2;4`. A unit may follow;
 * it has to be that of the unit column if there is one. `≥36` has one end only and is refused.
 */
export function readNumeric(answer: string, unitText: string): NumericReading {
  const cell = jsonIn(NumericCell, answer);
  if (cell) return { ok: true, answer: cell };
  if (answer.length > MAX_CHARACTERS) return { ok: false, code: 'number_unreadable' };
  const parts: Part[] = [];
  const pieces = answer
    .split(/[;；\n|]|或者?/u)
    .map((piece) => piece.trim())
    .filter(Boolean);
  for (const piece of pieces) {
    const part = readPart(piece);
    if (part === undefined) return { ok: false, code: OPEN.test(piece) ? 'number_open' : 'number_unreadable' };
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
  // Only width and the look of dashes are folded: ㎡ and ³ of a unit stay as they are.
  const text = piece
    .replace(/[０-９．，；：％]/gu, (c) => c.normalize('NFKC'))
    .replace(/[—–－−﹣]+/gu, '-')
    .replace(/[～〜∼]/gu, '~');
  if (OPEN.test(text) || VAGUE.test(text)) return undefined;
  const spread = PLUS_MINUS.exec(text);
  if (spread) return aroundMiddle(spread);
  const range = RANGE.exec(text);
  if (range) {
    const [, min, firstUnit, max, lastUnit] = range;
    if (firstUnit && lastUnit && folded(firstUnit) !== folded(lastUnit)) return undefined;
    return part(min, max, lastUnit ?? firstUnit);
  }
  const single = SINGLE.exec(text);
  return single ? part(single[1], single[1], single[2]) : undefined;
}

function part(min = '', max = '', unit: string | undefined): Part | undefined {
  const [low, high] = [valueOf(min), valueOf(max)];
  if (!Number.isFinite(low) || !Number.isFinite(high)) return undefined;
  return { min: low, max: high, decimals: Math.max(decimalsOf(min), decimalsOf(max)), unit };
}

function aroundMiddle([, middle = '', spread = '', unit]: RegExpExecArray): Part | undefined {
  const decimals = Math.max(decimalsOf(middle), decimalsOf(spread));
  const [low, high] = [valueOf(middle) - valueOf(spread), valueOf(middle) + valueOf(spread)];
  return part(low.toFixed(Math.min(decimals, 20)), high.toFixed(Math.min(decimals, 20)), unit);
}

function valueOf(text: string): number {
  return Number(text.replace(/,/gu, ''));
}

function decimalsOf(text: string): number {
  return text.split('.')[1]?.length ?? 0;
}
