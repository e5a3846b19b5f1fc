import type {
  ColumnMapping,
  ImportChoices,
  ImportProblem,
  ImportProblemCode,
  Layout,
  Meaning,
  SheetMapping,
} from '../import/import-result.js';
import { importProblem } from '../import/import-problem.js';
import { meaningOf, NOT_READ } from '../import/headers.js';
import { typeInHeading } from '../import/type-words.js';
import { findHeader, type HeaderRow } from './header-row.js';
import { cellAt, columnLetter, type TableRow, type TableSheet } from './table-model.js';

export type SheetChoices = NonNullable<ImportChoices['sheets']>[string];

export interface MappedSheet {
  readonly mapping: SheetMapping;
  /** Rows below the header. */
  readonly rows: readonly TableRow[];
  readonly problems: readonly ImportProblem[];
}

const INSTRUCTIONS = /说明|须知|填写|示例|样例|范例|帮助|instruction|readme|guide|example|help/iu;
const ROWS_OF_SAMPLES = 200;
const NO_HEADER: HeaderRow = { row: null, lastRow: 0, headers: [], meanings: [] };

/** What a sheet is, what its columns mean, and which of its rows may be questions. */
export function mapSheet(sheet: TableSheet, choices: SheetChoices = {}): MappedSheet {
  // Columns that the admin named are enough where there is no header.
  const isNamed = Object.values(choices.columns ?? {}).includes('stem');
  const header = findHeader(sheet, choices.headerRow) ?? (isNamed ? findHeader(sheet, 0) : undefined);
  const unusedBecause = reasonToSkip(sheet, header, choices);
  const shown = header ?? NO_HEADER;
  const rows = sheet.rows.filter(({ number }) => number > shown.lastRow);
  const columns = columnsOf(shown, rows, choices);
  const mapping: SheetMapping = {
    name: sheet.name,
    isHidden: sheet.isHidden,
    isUsed: unusedBecause === null,
    unusedBecause,
    headerRow: header?.row ?? null,
    layout: choices.layout ?? layoutOf(columns),
    columns: columns.map(({ mapping: column }) => column),
    type: typeInHeading(sheet.name) ?? typeAbove(sheet, header) ?? null,
    rows: rows.length,
  };
  return { mapping, rows, problems: problemsOf(mapping, columns) };
}

/** Whether the name of a sheet says that it explains or shows how to fill in the others. */
export function isInstructions(name: string): boolean {
  return INSTRUCTIONS.test(name);
}

function reasonToSkip(
  sheet: TableSheet,
  header: HeaderRow | undefined,
  { isUsed }: SheetChoices,
): SheetMapping['unusedBecause'] {
  if (isUsed === false) return 'chosen';
  if (sheet.rows.length === 0) return 'empty';
  if (isUsed !== true && sheet.isHidden) return 'hidden';
  if (isUsed !== true && isInstructions(sheet.name)) return 'instructions';
  return header === undefined ? 'no-header' : null;
}

/** A title above the header may name the kind: 单选题（共 50 题）. */
function typeAbove(sheet: TableSheet, header: HeaderRow | undefined) {
  const above = sheet.rows.filter(({ number }) => header?.row != null && number < header.row);
  const types = new Set(above.flatMap(({ cells }) => cells.map(typeInHeading)).filter((type) => type !== undefined));
  return types.size === 1 ? [...types][0] : undefined;
}

interface Column {
  readonly mapping: ColumnMapping;
  readonly note?: Extract<ImportProblemCode, `column_${string}`>;
}

function columnsOf(header: HeaderRow, rows: readonly TableRow[], choices: SheetChoices): Column[] {
  const width = Math.max(header.headers.length, ...rows.map(({ cells }) => cells.length));
  const meanings = byContent(header, rows);
  const isStemMissing = !meanings.includes('stem') && !Object.values(choices.columns ?? {}).includes('stem');
  const stem = isStemMissing ? unnamedStem(header, rows, width) : undefined;
  return Array.from({ length: width }, (_, index) => {
    const name = (header.headers[index] ?? '').trim();
    const samples = samplesOf(rows, index);
    const chosen = choices.columns?.[String(index)];
    const read = index === stem ? 'stem' : (meanings[index] ?? 'ignored');
    const mapping = { index, letter: columnLetter(index), header: name, meaning: chosen ?? read, samples };
    if (chosen !== undefined || samples.length === 0) return { mapping };
    if (index === stem) return { mapping, note: 'column_taken_as_stem' };
    if (read !== 'ignored' || NOT_READ.has(name)) return { mapping };
    // Running numbers beside a table need no header.
    if (name === '')
      return samples.every((text) => /^\d+$/u.test(text)) ? { mapping } : { mapping, note: 'column_unnamed' };
    return { mapping, note: meaningOf(name) === undefined ? 'column_unknown' : 'column_repeated' };
  });
}

/** 选项 with nothing but letters beside 选项内容 names the options that stand in rows of their own. */
function byContent(header: HeaderRow, rows: readonly TableRow[]): Meaning[] {
  const isLetters = (column: number) => {
    const texts = rows.map((row) => cellAt(row, column).trim()).filter(Boolean);
    return texts.length > 0 && texts.every((text) => /^[A-JＡ-Ｊ][.、]?$/iu.test(text));
  };
  if (isOneByOne(header, rows)) return header.meanings.map((meaning) => (meaning === 'options' ? 'option' : meaning));
  const lists = header.headers.flatMap((name, column) => (meaningOf(name) === 'options' ? [column] : []));
  const letters = lists.filter(isLetters);
  if (lists.length !== 2 || letters.length !== 1) return [...header.meanings];
  return header.meanings.map((meaning, column) => {
    if (!lists.includes(column)) return meaning;
    return letters.includes(column) ? 'option-letter' : 'option';
  });
}

/** 选项 in rows of its own below each question: as many rows or more have an option without a question as have both. */
function isOneByOne({ meanings }: HeaderRow, rows: readonly TableRow[]): boolean {
  const [stem, option] = [meanings.indexOf('stem'), meanings.indexOf('options')];
  if (stem < 0 || option < 0) return false;
  const withOption = rows.filter((row) => cellAt(row, option).trim() !== '');
  const alone = withOption.filter((row) => cellAt(row, stem).trim() === '').length;
  return alone > 0 && alone >= withOption.length / 2;
}

/** The only column without a header that holds sentences. */
function unnamedStem(header: HeaderRow, rows: readonly TableRow[], width: number): number | undefined {
  const unnamed = Array.from({ length: width }, (_, index) => index).filter((index) => {
    const texts = rows.map((row) => cellAt(row, index).trim()).filter(Boolean);
    const length = texts.reduce((sum, text) => sum + text.length, 0);
    return (header.headers[index] ?? '') === '' && texts.length > 0 && length / texts.length >= 6;
  });
  return header.row !== null && unnamed.length === 1 ? unnamed[0] : undefined;
}

function samplesOf(rows: readonly TableRow[], column: number): string[] {
  const texts = rows.slice(0, ROWS_OF_SAMPLES).map((row) => cellAt(row, column).trim());
  const filled = texts.filter(Boolean).slice(0, 3);
  const later = filled.length === 0 ? rows.map((row) => cellAt(row, column).trim()).find(Boolean) : undefined;
  return (later === undefined ? filled : [later]).map((text) => text.slice(0, 80));
}

function layoutOf(columns: readonly Column[]): Layout {
  const has = (wanted: (column: ColumnMapping) => boolean) => columns.some(({ mapping }) => wanted(mapping));
  const isOptionRows = has(({ meaning }) => meaning === 'option-correct') || has(({ meaning }) => meaning === 'option');
  if (isOptionRows) return 'option-rows';
  const isKahoot =
    has(({ header, meaning }) => meaning.startsWith('option-') && /^(?:answer|答案)\s*\d/iu.test(header)) &&
    has(({ header, meaning }) => meaning === 'answer' && /^(?:correct|right)\s*answer|^正确答案/iu.test(header));
  return isKahoot ? 'kahoot' : 'question-rows';
}

function problemsOf(mapping: SheetMapping, columns: readonly Column[]): ImportProblem[] {
  const { name, isUsed, unusedBecause } = mapping;
  if (!isUsed) {
    const code =
      unusedBecause === 'hidden' ? 'sheet_hidden' : unusedBecause === 'no-header' ? 'sheet_without_header' : undefined;
    return code ? [importProblem('notice', code, { where: { sheet: name }, values: { sheet: name } })] : [];
  }
  return columns.flatMap(({ mapping: { letter, header, samples }, note }) =>
    note === undefined
      ? []
      : [
          importProblem('notice', note, {
            where: { sheet: name, column: letter },
            found: samples[0] ?? '',
            values: { column: letter, header },
          }),
        ],
  );
}
