import * as XLSX from '@e965/xlsx';

/*
 * The library keeps one table of number formats for all workbooks and fills it from every .xls it reads. It is put back
 * before each reading and writing, so that a workbook depends on nothing but its own bytes.
 */

interface FormatTable {
  load(format: string | undefined, id: number): number;
  get_table(): Readonly<Record<number, string | undefined>>;
}

const table = XLSX.SSF as FormatTable;
const LAST_ID = 0x187;
const builtIn = { ...table.get_table() };

/** Puts the built-in formats back, with others added by number. */
export function resetFormats(added: Readonly<Record<number, string>> = {}): void {
  for (let id = 0; id <= LAST_ID; id += 1) table.load(added[id] ?? builtIn[id], id);
}
