import type { ImportProblem } from '../import/import-result.js';

/** A table as people see it: texts of cells, rows that hold something, places that are joined. */
export interface TableSheet {
  readonly name: string;
  readonly isHidden: boolean;
  /** Rows with a text in them, in order. */
  readonly rows: readonly TableRow[];
  /** Areas joined into one cell, whose text is that of the first. */
  readonly merges: readonly Merge[];
}

export interface TableRow {
  /** From 1, as the program people use counts. */
  readonly number: number;
  /** Texts by column from A; an empty cell is ''. */
  readonly cells: readonly string[];
  /** Cells without a usable text, by index of the column: an error value, or a formula that was never computed. */
  readonly faults: ReadonlyMap<number, CellFault>;
}

export type CellFault = 'cell_error' | 'formula_without_result';

/** Rows from 1 and columns from 0, both ends included. */
export interface Merge {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

/** The sheets of a file, or what is the matter with the file as a whole. */
export type TableFile =
  | { readonly ok: true; readonly sheets: readonly TableSheet[] }
  | { readonly ok: false; readonly problem: ImportProblem };

/** A, B, … Z, AA, … of a column from 0. */
export function columnLetter(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnLetter(Math.floor(index / 26) - 1) + last;
}

/** The text of a cell, '' where there is none. */
export function cellAt(row: TableRow | undefined, column: number): string {
  return row?.cells[column] ?? '';
}

/** Takes off the sign that exports put before texts which a spreadsheet would take for formulas. */
export function unguarded(text: string): string {
  return /^''*[=+\-@\t]/u.test(text) ? text.slice(1) : text;
}

/** Puts it before such texts, and before texts that only look as if they had it. */
export function guarded(text: string): string {
  return /^'*[=+\-@\t]/u.test(text) ? `'${text}` : text;
}
