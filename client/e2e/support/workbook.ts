import { utils, write } from '@e965/xlsx';

/** A file field's worth of an .xlsx with these rows. */
export function aWorkbookFile(name: string, rows: readonly (readonly (string | number)[])[]) {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((row) => [...row])), 'Sheet1');
  const buffer = write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer;
  return { name, mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', buffer };
}
