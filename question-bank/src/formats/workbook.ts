import { createRequire } from 'node:module';
import * as XLSX from '@e965/xlsx';
import { importProblem } from '../import/import-problem.js';
import type { ImportProblemCode } from '../import/import-result.js';
import { IMPORT_LIMITS } from '../import/limits.js';
import { oleKind } from '../import/ole.js';
import type { ProblemValues } from '../import/problem-text.js';
import { storedZip } from '../import/stored-zip.js';
import { openZip } from '../import/zip-gate.js';
import { resetFormats } from './number-formats.js';
import {
  unguarded,
  type CellFault,
  type Merge,
  type TableFile,
  type TableRow,
  type TableSheet,
} from './table-model.js';
import { cellCount, CHINESE_FORMATS, isWorkbook, readableParts, rowCount } from './workbook-parts.js';

/** 2,000 questions with every column there is have 130,000; more than this takes the reader seconds. */
const MAX_CELLS = 300_000;

const OPTIONS: XLSX.ParsingOptions = {
  type: 'array',
  dense: true,
  cellText: true,
  cellHTML: false,
  cellFormula: false,
  dateNF: 'yyyy/m/d',
  codepage: 936,
};

/** The texts of a workbook as its program shows them, behind the gates for archives and numbers of rows. */
export function readWorkbook(bytes: Uint8Array, container: 'xlsx' | 'xls'): TableFile {
  return container === 'xlsx' ? readXlsx(bytes) : readXls(bytes);
}

function readXlsx(bytes: Uint8Array): TableFile {
  if (oleKind(bytes) !== null) return readXls(bytes);
  const zip = openZip(bytes);
  if (!zip.ok) return zip;
  if (!isWorkbook(zip.entries)) return refused('workbook_unreadable');
  const count = rowCount(zip.entries);
  if (count > IMPORT_LIMITS.rows) return refused('rows_too_many', { count, max: IMPORT_LIMITS.rows });
  const cells = cellCount(zip.entries);
  if (cells > MAX_CELLS) return refused('cells_too_many', { count: cells, max: MAX_CELLS });
  return opened(storedZip(readableParts(zip.entries)), OPTIONS);
}

function readXls(bytes: Uint8Array): TableFile {
  const kind = oleKind(bytes);
  if (kind === 'encrypted') return refused('file_encrypted');
  if (kind === 'doc') return refused('word_too_old');
  if (kind !== 'xls') return refused('workbook_unreadable');
  // Older than Excel 97 they hold GBK. Its tables take longer to load than most files to read: only when one may need them.
  XLSX.set_cptable(createRequire(import.meta.url)('@e965/xlsx/dist/cpexcel.js'));
  // An .xlsx begins with a table of formats of its own, in which its styles are completed.
  resetFormats(CHINESE_FORMATS);
  return opened(bytes, { ...OPTIONS, sheetRows: IMPORT_LIMITS.rows + 1 });
}

function opened(bytes: Uint8Array, options: XLSX.ParsingOptions): TableFile {
  try {
    const workbook = quietly(() => XLSX.read(bytes, options));
    const sheets = workbook.SheetNames.map((name, n) =>
      sheetOf(workbook.Sheets[name], { name, isHidden: Boolean(workbook.Workbook?.Sheets?.[n]?.Hidden) }),
    );
    return withinLimits(sheets);
  } catch (error) {
    const { message } = error as { message?: unknown };
    return refused(/password|encrypt/iu.test(String(message)) ? 'file_encrypted' : 'workbook_unreadable');
  }
}

/** The reader writes a line to the console for every record it does not know, which a damaged file has by thousands. */
function quietly<T>(read: () => T): T {
  const { error } = console;
  console.error = () => undefined;
  try {
    return read();
  } finally {
    console.error = error;
  }
}

/** The rows of a sheet, counted after the reader too: an .xls has no text to count in. */
function withinLimits(sheets: readonly TableSheet[]): TableFile {
  const rows = sheets.reduce((sum, sheet) => sum + sheet.rows.length, 0);
  const columns = Math.max(0, ...sheets.flatMap((sheet) => sheet.rows.map((row) => row.cells.length)));
  if (rows > IMPORT_LIMITS.rows) return refused('rows_too_many', { count: rows, max: IMPORT_LIMITS.rows });
  if (columns > IMPORT_LIMITS.columns) {
    return refused('columns_too_many', { count: columns, max: IMPORT_LIMITS.columns });
  }
  if (charactersIn(sheets) > IMPORT_LIMITS.zip.inflatedBytesPerEntry) return refused('zip_too_large');
  return { ok: true, sheets };
}

/** What all cells say together. A workbook holds a text once, however many cells show it: there a few kilobytes are gigabytes. */
function charactersIn(sheets: readonly TableSheet[]): number {
  let sum = 0;
  for (const { rows } of sheets) for (const { cells } of rows) for (const { length } of cells) sum += length;
  return sum;
}

function refused(code: ImportProblemCode, values: ProblemValues = {}): TableFile {
  return { ok: false, problem: importProblem('file', code, { where: {}, values }) };
}

function sheetOf(sheet: XLSX.WorkSheet | undefined, named: { name: string; isHidden: boolean }): TableSheet {
  const rows: TableRow[] = [];
  const data = (sheet?.['!data'] ?? []) as readonly (readonly (XLSX.CellObject | undefined)[] | undefined)[];
  // Not index by index: a stray cell in row 1,048,576 makes a long array with nothing in it.
  data.forEach((cells, n) => {
    const row = cells && rowOf(cells, n + 1);
    if (row) rows.push(row);
  });
  return { ...named, rows, merges: (sheet?.['!merges'] ?? []).map(mergeOf) };
}

function rowOf(cells: readonly (XLSX.CellObject | undefined)[], number: number): TableRow | undefined {
  const texts: string[] = [];
  const faults = new Map<number, CellFault>();
  cells.forEach((cell, column) => {
    const text = cell === undefined ? '' : textOf(cell);
    const fault = cell?.t === 'e' ? (text === '' ? 'formula_without_result' : 'cell_error') : undefined;
    if (fault) faults.set(column, fault);
    if (text.trim() === '' && !fault) return;
    while (texts.length < column) texts.push('');
    texts[column] = text;
  });
  return texts.length > 0 ? { number, cells: texts, faults } : undefined;
}

function textOf({ w, v }: XLSX.CellObject): string {
  const text = w ?? (typeof v === 'string' || typeof v === 'number' || typeof v === 'boolean' ? String(v) : '');
  return unguarded(text);
}

function mergeOf({ s, e }: XLSX.Range): Merge {
  return { firstRow: s.r + 1, lastRow: e.r + 1, firstColumn: s.c, lastColumn: e.c };
}
