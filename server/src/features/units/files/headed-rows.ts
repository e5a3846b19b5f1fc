import { cellAt, type TableRow, type TableSheet } from '@anquanli/question-bank/formats/table-model.js';

/** The words above a column, any of which names it. The first two are those of our own files. */
export type Headings<Column extends string> = Readonly<Record<Column, readonly [zh: string, en: string, ...string[]]>>;

/** A row below the headings, by the columns that the file has. */
export interface HeadedRow<Column extends string> {
  /** From 1, as a spreadsheet counts. */
  readonly rowNo: number;
  readonly cells: Readonly<Partial<Record<Column, string>>>;
  /** Columns whose cell holds an error in place of a text. */
  readonly faults: readonly Column[];
}

/** How far down a title or a note may push the headings. */
const TITLE_ROWS = 10;
/** Full-width signs that our writer guards as well; the reader of tables has taken the apostrophe off half-width ones. */
const FORMULA_START = /^'+[＝＋－＠]/u;
/** Longer than anything a column may say: what is beyond is wrong as well without it, and costs nobody time. */
const CELL_CHARS = 4_000;

function unguarded(text: string): string {
  return FORMULA_START.test(text) ? text.slice(1) : text;
}

/** By what a table is known. */
export interface Heading<Column extends string> {
  readonly headings: Headings<Column>;
  /** The column without which it is none. */
  readonly must: Column;
  /** That column alone will do. */
  readonly isAlone?: boolean;
}

/**
 * The rows with something in them below the first line that has the heading of a `must` column and one more; null where no sheet
 * has such a line. Hidden sheets, and columns without a known heading, are not read.
 */
export function headedRows<Column extends string>(
  sheets: readonly TableSheet[],
  { headings, must, isAlone = false }: Heading<Column>,
): HeadedRow<Column>[] | null {
  const meanings = meaningsOf(headings);
  for (const { rows } of sheets.filter(({ isHidden }) => !isHidden)) {
    for (const [at, row] of rows.slice(0, TITLE_ROWS).entries()) {
      const columns = columnsOf(row, meanings);
      if (columns.has(must) && (isAlone || columns.size > 1))
        return rows.slice(at + 1).flatMap((each) => rowOf(each, columns));
    }
  }
  return null;
}

function meaningsOf<Column extends string>(headings: Headings<Column>): ReadonlyMap<string, Column> {
  const columns = Object.keys(headings) as Column[];
  return new Map(columns.flatMap((column) => headings[column].map((word) => [folded(word), column] as const)));
}

/** Where each column stands; of two with one meaning the first counts. */
function columnsOf<Column extends string>(
  { cells }: TableRow,
  meanings: ReadonlyMap<string, Column>,
): Map<Column, number> {
  const columns = new Map<Column, number>();
  cells.forEach((cell, index) => {
    const column = meanings.get(folded(cell.slice(0, CELL_CHARS)));
    if (column !== undefined && !columns.has(column)) columns.set(column, index);
  });
  return columns;
}

function rowOf<Column extends string>(row: TableRow, columns: ReadonlyMap<Column, number>): HeadedRow<Column>[] {
  const entries = [...columns].map(
    ([column, index]) => [column, unguarded(cellAt(row, index).slice(0, CELL_CHARS))] as const,
  );
  const faults = [...columns].filter(([, index]) => row.faults.has(index)).map(([column]) => column);
  if (faults.length === 0 && entries.every(([, text]) => text.trim() === '')) return [];
  return [{ rowNo: row.number, cells: Object.fromEntries(entries) as HeadedRow<Column>['cells'], faults }];
}

/** What is in brackets, up to the next one and no further: opening ones alone would each be followed to the end of the cell. */
const ASIDE = /\([^()]*\)/gu;

/** 单位名称（必填）*, ” Unit  Name ” and UNIT NAME are one heading. */
function folded(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(ASIDE, '')
    .replace(/[\s*:_-]+/gu, '');
}
