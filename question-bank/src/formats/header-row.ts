import { isHeaderRow, meaningsOf } from '../import/headers.js';
import type { Meaning } from '../import/import-result.js';
import { cellAt, type TableRow, type TableSheet } from './table-model.js';

/** Titles, notes and examples stand above a header; further down it is no header any more. */
const ROWS_LOOKED_AT = 30;

export interface HeaderRow {
  /** Row with the headers from 1; null when there is none and columns are what the admin says. */
  readonly row: number | null;
  /** The last row that belongs to it: a merged 选项 may have A, B, C … below. */
  readonly lastRow: number;
  readonly headers: readonly string[];
  readonly meanings: readonly Meaning[];
}

/** The row with the most known headers, or the one that was chosen (0 for none at all); undefined when no row fits. */
export function findHeader(sheet: TableSheet, chosen: number | undefined): HeaderRow | undefined {
  if (chosen === 0) return { row: null, lastRow: 0, headers: [], meanings: [] };
  if (chosen !== undefined) {
    const at = sheet.rows.findIndex(({ number }) => number === chosen);
    return at < 0 ? undefined : headerAt(sheet, at);
  }
  const looked = sheet.rows.slice(0, ROWS_LOOKED_AT).map((_, n) => headerAt(sheet, n));
  const whole = looked.filter(({ meanings }) => isHeaderRow(meanings));
  // The column of the questions may be the one whose header was forgotten.
  const candidates = whole.length > 0 ? whole : looked.filter(isWithoutStem);
  return candidates.reduce<HeaderRow | undefined>(
    (best, header) => (best === undefined || known(header) > known(best) ? header : best),
    undefined,
  );
}

function isWithoutStem({ meanings, headers }: HeaderRow): boolean {
  const isGap = headers.some((header, n) => header === '' && meanings[n] === 'ignored');
  return isGap && meanings.includes('answer') && meanings.filter((meaning) => meaning !== 'ignored').length >= 3;
}

function known({ meanings }: HeaderRow): number {
  return meanings.filter((meaning) => meaning !== 'ignored').length;
}

function headerAt(sheet: TableSheet, at: number): HeaderRow {
  const row = sheet.rows[at];
  const below = sheet.rows[at + 1];
  const number = row?.number ?? 1;
  const upper = row?.cells ?? [];
  const isDouble = below?.number === number + 1 && hasOptionLetters(upper, below);
  const width = Math.max(upper.length, isDouble ? below.cells.length : 0);
  const headers = Array.from({ length: width }, (_, column) => {
    const lower = isDouble ? cellAt(below, column).trim() : '';
    return lower === '' ? (upper[column] ?? '').trim() : lower;
  });
  const numbered = isDouble ? headers : underOptions(headers);
  return { row: number, lastRow: isDouble ? number + 1 : number, headers, meanings: meaningsOf(numbered) };
}

/** A second row of headers has the letters of options and hardly anything else. */
function hasOptionLetters(upper: readonly string[], below: TableRow): boolean {
  const filled = below.cells.filter((cell) => cell.trim() !== '');
  const letters = filled.filter((cell) => /^(?:选项)?\s*[A-JＡ-Ｊ]$/iu.test(cell.trim()));
  return letters.length >= 2 && letters.length === filled.length && meaningsOf(upper).includes('options');
}

/** 选项 over several columns, the others without a header: they are options one after another. */
function underOptions(headers: readonly string[]): string[] {
  const start = meaningsOf(headers).indexOf('options');
  if (start < 0) return [...headers];
  let end = start + 1;
  while (end < headers.length && headers[end] === '') end += 1;
  if (end - start < 2) return [...headers];
  return headers.map((header, n) => (n >= start && n < end ? `选项${String.fromCharCode(65 + n - start)}` : header));
}
