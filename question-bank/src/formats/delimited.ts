import { CsvError, parse, type Info } from 'csv-parse/sync';
import { isHeaderRow, meaningsOf } from '../import/headers.js';
import { importProblem } from '../import/import-problem.js';
import type { ImportMapping } from '../import/import-result.js';
import { IMPORT_LIMITS } from '../import/limits.js';
import { unguarded, type TableFile, type TableRow } from './table-model.js';

export type Delimiter = NonNullable<ImportMapping['delimiter']>;

const DELIMITERS: readonly Delimiter[] = [',', '\t', ';', '|'];
/** What is looked at to find the delimiter. */
const SAMPLE_LINES = 40;
const SAMPLE_CHARACTERS = 64 * 1024;
/** Longer than any row of questions; a quotation mark that is not closed makes such a row. */
const MAX_RECORD = 200_000;
const [QUOTE, LINE_FEED, BLANK] = [34, 10, 32];
/** The name under which choices speak of the only sheet. */
export const DELIMITED_SHEET = 'CSV';

/**
 * The sign between the columns of a text; null when it does not look like a table. A sign that makes a row of known
 * headers wins, then one that gives most lines the same number of columns.
 */
export function sniffDelimiter(text: string): Delimiter | null {
  const announced = /^sep=([,;\t|])\r?\n/u.exec(text)?.[1] as Delimiter | undefined;
  if (announced) return announced;
  const sample = sampleOf(text);
  const tables = DELIMITERS.map((delimiter) => ({ delimiter, rows: sampleRows(sample, delimiter) }));
  const headed = tables
    .map(({ delimiter, rows }) => ({ delimiter, score: Math.max(0, ...rows.map(headerScore)) }))
    .sort((a, b) => b.score - a.score)[0];
  if (headed && headed.score > 0) return headed.delimiter;
  const even = tables.filter(({ rows }) => isEven(rows)).sort((a, b) => widthOf(b.rows) - widthOf(a.rows))[0];
  return even?.delimiter ?? null;
}

function sampleOf(text: string): string {
  let end = 0;
  for (let n = 0; n < SAMPLE_LINES && end >= 0; n += 1) end = text.indexOf('\n', end + 1);
  return text.slice(0, Math.min(end < 0 ? text.length : end, SAMPLE_CHARACTERS));
}

function sampleRows(sample: string, delimiter: Delimiter): string[][] {
  const rows = records(sample, delimiter);
  if (rows instanceof CsvError) return sample.split(/\r?\n/u).map((line) => line.split(delimiter));
  return rows.map(({ cells }) => [...cells]);
}

function headerScore(cells: readonly string[]): number {
  const meanings = meaningsOf(cells);
  return isHeaderRow(meanings) ? meanings.filter((meaning) => meaning !== 'ignored').length : 0;
}

/** Three lines or more, nearly all of the same number of columns, and that is at least three. */
function isEven(rows: readonly (readonly string[])[]): boolean {
  const filled = rows.filter((row) => row.some((cell) => cell.trim() !== ''));
  const same = filled.filter((row) => row.length === widthOf(filled)).length;
  return filled.length >= 3 && widthOf(filled) >= 3 && same >= filled.length * 0.9;
}

function widthOf(rows: readonly (readonly string[])[]): number {
  const widths = rows.map((row) => row.length).sort((a, b) => a - b);
  return widths[Math.floor(widths.length / 2)] ?? 0;
}

/** The rows of a text with this delimiter; a row over several lines counts once, as in a spreadsheet. */
export function readDelimited(text: string, delimiter: Delimiter): TableFile {
  // The reader of records is thorough and slow: what is over the limit anyway is not given to it.
  const lines = linesIn(text);
  if (lines > IMPORT_LIMITS.rows) return overLimit('rows_too_many', lines, IMPORT_LIMITS.rows);
  const rows = records(text, delimiter);
  if (rows instanceof CsvError) {
    const row = typeof rows['lines'] === 'number' ? rows['lines'] : 1;
    return { ok: false, problem: importProblem('file', 'quote_unclosed', { where: { row }, values: { row } }) };
  }
  const filled = rows.flatMap(rowOf);
  const columns = filled.reduce((most, row) => Math.max(most, row.cells.length), 0);
  if (columns > IMPORT_LIMITS.columns) return overLimit('columns_too_many', columns, IMPORT_LIMITS.columns);
  return { ok: true, sheets: [{ name: DELIMITED_SHEET, isHidden: false, rows: filled, merges: [] }] };
}

function overLimit(code: 'rows_too_many' | 'columns_too_many', count: number, max: number): TableFile {
  return { ok: false, problem: importProblem('file', code, { where: {}, values: { count, max } }) };
}

/** Lines with something on them, those inside quotes not counted. */
function linesIn(text: string): number {
  let count = 0;
  let isQuoted = false;
  let isFilled = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) isQuoted = !isQuoted;
    if (code !== LINE_FEED || isQuoted) isFilled ||= code > BLANK;
    else {
      if (isFilled) count += 1;
      isFilled = false;
    }
  }
  return isFilled ? count + 1 : count;
}

function rowOf({ cells, number }: CsvRecord): TableRow[] {
  if (number === 1 && /^sep=[,;\t|]?$/u.test(cells[0] ?? '')) return [];
  const last = cells.findLastIndex((cell) => cell.trim() !== '');
  const texts = cells.slice(0, last + 1).map(unguarded);
  return texts.length > 0 ? [{ number, cells: texts, faults: new Map() }] : [];
}

interface CsvRecord {
  /** From 1, blank lines counted. */
  readonly number: number;
  readonly cells: readonly string[];
}

function records(text: string, delimiter: Delimiter): CsvRecord[] | CsvError {
  try {
    const read: unknown = parse(text, {
      delimiter,
      bom: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      max_record_size: MAX_RECORD,
      info: true,
    });
    // With `info` the records come with their numbers, which the types of the library do not say.
    return (read as { info: Info; record: string[] }[]).map(({ info, record }) => ({
      number: info.records + info.empty_lines,
      cells: record,
    }));
  } catch (error) {
    if (error instanceof CsvError) return error;
    throw error;
  }
}
