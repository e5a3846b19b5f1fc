/** A table as people see it: texts of cells, rows that hold something, places that are joined. */
export interface TableSheet {
  readonly name: string;
  readonly isHidden: boolean;
  /** Rows with a text in them, in order. */
  readonly rows: readonly TableRow[];
  /** Areas joined into one cell, whose text is that of the first. */
  readonly merges: readonly Merge[];
  /** Rows that are folded away or filtered out; they are read like the others. */
  readonly hiddenRows: number;
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

/** A, B, … Z, AA, … of a column from 0. */
export function columnLetter(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnLetter(Math.floor(index / 26) - 1) + last;
}

/** The text of a cell, '' where there is none. */
export function cellAt(row: TableRow | undefined, column: number): string {
  return row?.cells[column] ?? '';
}
