import { utils, write, type CellObject } from '@e965/xlsx';

/** The media type of an .xlsx file. */
export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export type Cell = string | number | null;

/** One sheet of a workbook; the first row is its head. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
  /** Widths of columns in characters; without them those of the heads. */
  readonly widths?: readonly number[];
}

/** Spreadsheet programs run what begins like this, even in a cell that says it is text; some take full-width signs too. */
const FORMULA_START = /^'*[=+\-@\t\r\n＝＋－＠]/;

/**
 * A text that no program takes for a formula: a leading apostrophe, as spreadsheets themselves write it. Texts that only look as if
 * they had it get one more, so that taking one off again is always right.
 */
export function neutralised(cell: Cell): Cell {
  return typeof cell === 'string' && FORMULA_START.test(cell) ? `'${cell}` : cell;
}

/** The sheets as the bytes of an .xlsx file. */
export function workbookOf(sheets: readonly Sheet[]): Uint8Array {
  const book = utils.book_new();
  for (const { name, rows, widths } of sheets) {
    const sheet = utils.aoa_to_sheet(
      rows.map((row) => row.map(cellOf)),
      // Rows as lists instead of one object of all cells.
      { dense: true },
    );
    sheet['!cols'] = (widths ?? (rows[0] ?? []).map(widthOf)).map((wch) => ({ wch }));
    utils.book_append_sheet(book, sheet, name);
  }
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx', compression: true }) as ArrayBuffer);
}

/** A text says that it is one: a code such as 0012 keeps its zeros when somebody edits it. */
function cellOf(cell: Cell): CellObject | number | null {
  return typeof cell === 'string' ? { t: 's', v: neutralised(cell) as string, z: '@' } : cell;
}

function widthOf(head: Cell): number {
  return Math.min(40, Math.max(8, String(head ?? '').length * 2));
}
