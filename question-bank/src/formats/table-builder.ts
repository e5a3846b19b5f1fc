import * as XLSX from '@e965/xlsx';
import type { ImportChoices, ImportProblem } from '../import/import-result.js';
import { interpret, type InterpretEnv } from '../import/interpret.js';
import { typeMeanings } from '../import/type-codes.js';
import type { Question } from '../schema.js';
import { resetFormats } from './number-formats.js';
import { readTable, type TableInput, type TableRead } from './read-table.js';

/** Builders for tests of tables: workbooks from rows, and a table read to its end. */

export type Rows = readonly (readonly (string | number | boolean | null | XLSX.CellObject)[])[];

export interface SheetOptions {
  readonly merges?: readonly string[];
  readonly hidden?: boolean;
}

export const HEADER = ['题干', '选项A', '选项B', '选项C', '选项D', '答案'];
export const ROW = ['油锅起火时应当怎么做？', '盖上锅盖', '往锅里浇水', '端起锅跑', '打开油烟机', 'A'];

export function workbookOf(
  sheets: Readonly<Record<string, Rows>>,
  options: Readonly<Record<string, SheetOptions>> = {},
  bookType: XLSX.BookType = 'xlsx',
): Uint8Array {
  resetFormats();
  const workbook = XLSX.utils.book_new();
  for (const [name, rows] of Object.entries(sheets)) {
    const sheet = XLSX.utils.aoa_to_sheet(rows.map((row) => [...row]));
    sheet['!merges'] = (options[name]?.merges ?? []).map((range) => XLSX.utils.decode_range(range));
    XLSX.utils.book_append_sheet(workbook, sheet, name);
  }
  const names = Object.keys(sheets);
  workbook.Workbook = { Sheets: names.map((name) => ({ name, Hidden: options[name]?.hidden ? 1 : 0 })) };
  return new Uint8Array(XLSX.write(workbook, { type: 'array', bookType }) as ArrayBuffer);
}

export function xlsx(rows: Rows, options: SheetOptions = {}): TableInput {
  return { container: 'xlsx', bytes: workbookOf({ Sheet1: rows }, { Sheet1: options }) };
}

export function text(content: string): TableInput {
  return { container: 'delimited', text: content };
}

export const ENV: Omit<InterpretEnv, 'choices'> = {
  context: {
    categories: [
      { id: 'law', title: '法律与责任' },
      { id: 'fire', title: '消防安全' },
    ],
    sources: [
      { id: 'aqscf-2021', title: '中华人民共和国安全生产法', number: '主席令第八十八号（2021年第三次修正）' },
      { id: 'xff-2021', title: '中华人民共和国消防法', number: '主席令第八十一号（2021年第二次修正）' },
    ],
  },
  file: { name: '题库.xlsx', sha256: '0'.repeat(64) },
};

export interface ImportedTable {
  readonly table: TableRead;
  readonly questions: readonly Question[];
  readonly problems: readonly ImportProblem[];
  readonly codes: readonly string[];
  /** `single a`, `multiple a,c`, `boolean true`, `text 119;120`: kind and key of each question. */
  readonly keys: readonly string[];
}

/** A table read and interpreted, as an import does it. */
export function importTable(input: TableInput, choices: ImportChoices = {}): ImportedTable {
  const table = readTable(input, choices);
  const env = { ...ENV, choices, typeCodes: typeMeanings(table.typeCodes) };
  const refused = new Set(table.problems.filter(({ weight }) => weight === 'refusal').map(({ ref }) => ref));
  const read = table.raws.map((raw) => ({ raw, ...interpret(raw, env) }));
  const questions = read.flatMap(({ raw, question }) => (question && !refused.has(raw.ref) ? [question] : []));
  const problems = [...table.problems, ...read.flatMap((one) => one.problems)];
  return { table, questions, problems, codes: problems.map(({ code }) => code), keys: questions.map(keyOf) };
}

function keyOf(question: Question): string {
  switch (question.type) {
    case 'single':
      return `single ${question.answer.option}`;
    case 'multiple':
      return `multiple ${question.answer.options.join()}`;
    case 'boolean':
      return `boolean ${question.answer.value}`;
    case 'ordering':
      return `ordering ${question.answer.order.join()}`;
    case 'numeric':
      return `numeric ${question.answer.accept.map(({ min, max }) => `${min}-${max}`).join(';')}`;
    case 'text':
      return `text ${question.answer.blanks.map(({ accept }) => accept.join('/')).join(';')}`;
    case 'hotspot':
      return `hotspot ${question.answer.regions.length}`;
  }
}

/** The texts of the options of a question, empty for kinds without. */
export function optionTexts(question: Question | undefined): string[] {
  return question && 'options' in question ? question.options.map((option) => option.text) : [];
}
