import * as XLSX from '@e965/xlsx';
import { resetFormats } from './number-formats.js';
import { guarded } from './table-model.js';

/** A sheet to be written: rows of texts and numbers, the first one with the headers. */
export interface SheetToWrite {
  readonly name: string;
  readonly rows: readonly (readonly (string | number)[])[];
  /** Widths of columns in characters. */
  readonly widths?: readonly number[] | undefined;
}

/** An .xlsx of plain cells; a text that a spreadsheet would take for a formula begins with `'`. */
export function writeWorkbook(sheets: readonly SheetToWrite[]): Uint8Array {
  resetFormats();
  const workbook = XLSX.utils.book_new();
  const names = new Set<string>();
  for (const { name, rows, widths } of sheets) {
    const cells = rows.map((row) => row.map(cellOf));
    const sheet = XLSX.utils.aoa_to_sheet(cells);
    if (widths) sheet['!cols'] = widths.map((wch) => ({ wch }));
    XLSX.utils.book_append_sheet(workbook, sheet, sheetName(name, names));
  }
  const bytes = XLSX.write(workbook, { type: 'array', bookType: 'xlsx', compression: true }) as ArrayBuffer;
  return new Uint8Array(bytes);
}

function cellOf(value: string | number): XLSX.CellObject | null {
  if (typeof value === 'number') return { t: 'n', v: value };
  return value === '' ? null : { t: 's', v: guarded(value), z: '@' };
}

/** At most 31 characters, none that Excel refuses, none twice. */
function sheetName(name: string, taken: Set<string>): string {
  const plain =
    name
      .replace(/[[\]:*?/\\]/gu, ' ')
      .replace(/^'+|'+$/gu, '')
      .trim()
      .slice(0, 28) || '题库';
  let free = plain;
  for (let n = 2; taken.has(free.toLowerCase()); n += 1) free = `${plain}${n}`;
  taken.add(free.toLowerCase());
  return free;
}
