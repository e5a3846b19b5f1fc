import type { FileRefusal } from '@anquanli/contract/unit-files.js';
import type { ImportProblemCode } from '@anquanli/question-bank/import/import-result.js';

const REFUSALS: Readonly<Partial<Record<ImportProblemCode, FileRefusal>>> = {
  file_empty: 'file_empty',
  table_empty: 'no_rows',
  zip_damaged: 'file_damaged',
  workbook_unreadable: 'file_damaged',
  quote_unclosed: 'file_damaged',
  encoding_unreadable: 'file_damaged',
  import_failed: 'file_damaged',
  file_encrypted: 'file_locked',
  zip_too_large: 'file_too_large',
  zip_too_many_entries: 'file_too_large',
  cells_too_many: 'file_too_large',
  columns_too_many: 'file_too_large',
  too_large: 'file_too_large',
  rows_too_many: 'too_many_rows',
  lines_too_many: 'too_many_rows',
  too_slow: 'too_slow',
};

/** What the reader of tables says of a file as a whole, in the few words that are useful here. */
export function fileRefusalOf(code: ImportProblemCode): FileRefusal {
  return REFUSALS[code] ?? 'not_a_table';
}
