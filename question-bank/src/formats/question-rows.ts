import type { ImportChoices, Meaning, SheetMapping } from '../import/import-result.js';
import type { RawQuestion } from '../import/raw-question.js';
import { typeInHeading } from '../import/type-words.js';
import type { QuestionType } from '../schema.js';
import { isQuestion, rawOf, repaired, type RowTexts } from './row-texts.js';
import { cellAt, type Merge, type TableRow } from './table-model.js';

/** A sheet whose rows are to be read. */
export interface SheetToRead {
  readonly mapping: SheetMapping;
  readonly rows: readonly TableRow[];
  readonly merges: readonly Merge[];
  /** `s1`, `s2` …: the first part of refs. */
  readonly ref: string;
  /** Sheets of workbooks have a name to show; the only one of a text has not. */
  readonly shownName: string | undefined;
}

/** What is the same for several questions, and so may stand once in a cell over several rows. */
const FILLED_DOWN: ReadonlySet<Meaning> = new Set<Meaning>([
  'type',
  'category',
  'difficulty',
  'source',
  'tags',
  'score',
  'unit',
  'time-limit',
]);

/** One question a row. Rows with a heading only (一、单选题) give the kind of those below. */
export function readQuestionRows(sheet: SheetToRead, choices: ImportChoices): RawQuestion[] {
  let heading: QuestionType | undefined;
  const raws: RawQuestion[] = [];
  const fills = filledDown(sheet);
  for (const row of sheet.rows) {
    const title = headingOf(row);
    if (title !== undefined) {
      heading = title;
      continue;
    }
    const ref = `${sheet.ref}!r${row.number}`;
    const texts = repaired(textsOf(row, sheet.mapping, fills), ref, choices);
    if (isHeaderAgain(texts) || !isQuestion(texts)) continue;
    const typeHint = heading ?? sheet.mapping.type ?? undefined;
    raws.push(rawOf(texts, placeOf(sheet, row, ref), { typeHint }));
  }
  return raws;
}

export function placeOf(sheet: SheetToRead, row: TableRow, ref: string) {
  const where = { ...(sheet.shownName === undefined ? {} : { sheet: sheet.shownName }), row: row.number };
  return { ref, where, row: row.number };
}

/** The texts of a row by meaning; a cell inside a joined area has the text of the first one. */
export function textsOf(row: TableRow, mapping: SheetMapping, fills: FilledDown): RowTexts {
  return new Map(
    mapping.columns
      .filter(({ meaning }) => meaning !== 'ignored')
      .map(({ index, meaning, header, letter }) => {
        const own = cellAt(row, index);
        const text = own === '' ? (fills.get(`${row.number}:${index}`) ?? '') : own;
        return [meaning, { label: header === '' ? letter : header, text }] as const;
      }),
  );
}

/** Texts of joined cells by `row:column`. */
export type FilledDown = ReadonlyMap<string, string>;

export function filledDown({ mapping, rows, merges }: SheetToRead): FilledDown {
  const columns = new Set(mapping.columns.filter(({ meaning }) => FILLED_DOWN.has(meaning)).map(({ index }) => index));
  const places = new Map(rows.map(({ number }, place) => [number, place]));
  const fills = new Map<string, string>();
  for (const { firstRow, lastRow, firstColumn } of merges) {
    const first = places.get(firstRow);
    const text = first === undefined || !columns.has(firstColumn) ? '' : cellAt(rows[first], firstColumn);
    if (first === undefined || text === '') continue;
    // Along the rows there are, not along numbers: an area may reach down to row 1,048,576.
    for (let place = first + 1; (rows[place]?.number ?? Infinity) <= lastRow; place += 1) {
      const key = `${rows[place]?.number}:${firstColumn}`;
      if (fills.has(key)) break;
      fills.set(key, text);
    }
  }
  return fills;
}

/** A row with one filled cell that names a kind. */
function headingOf(row: TableRow): QuestionType | undefined {
  const filled = row.cells.filter((cell) => cell.trim() !== '');
  const [only] = filled;
  const isHeading = filled.length === 1 && only !== undefined && only.length <= 60 && HEADING.test(only);
  return isHeading ? typeInHeading(only) : undefined;
}

const HEADING = /^\s*(?:第?[一二三四五六七八九十\d]+(?:部分|[、.．])|单选|多选|单项|多项|不定项|判断|填空|排序)/u;

/** Headers once more between the rows, as in files that were pasted together. */
function isHeaderAgain(texts: RowTexts): boolean {
  const filled = [...texts.values()].filter(({ text }) => text.trim() !== '');
  return filled.length >= 2 && filled.every(({ label, text }) => label === text.trim());
}
