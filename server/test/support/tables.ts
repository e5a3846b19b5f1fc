import { read, utils, write, type WorkBook } from '@e965/xlsx';

export type Row = readonly (string | number | null)[];

/** An .xlsx as people make it, in base64 as it is sent. */
export function aWorkbook(...rows: readonly Row[]): string {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((row) => [...row])), '单位');
  return write(book, { type: 'base64', bookType: 'xlsx' }) as string;
}

/** The texts of a downloaded .xlsx, sheet by sheet. */
export function textsOf(bytes: ArrayBuffer): Record<string, string[][]> {
  const book: WorkBook = read(bytes, { type: 'array' });
  const rows = (name: string) =>
    utils.sheet_to_json<string[]>(book.Sheets[name] ?? {}, { header: 1, defval: '', raw: false });
  return Object.fromEntries(book.SheetNames.map((name) => [name, rows(name)]));
}
