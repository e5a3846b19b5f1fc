import type { Meaning } from '../import/import-result.js';
import type { Question } from '../schema.js';
import { cellsOf, type ExportContext } from './table-cells.js';
import { writeWorkbook, type SheetToWrite } from './write-workbook.js';

/** The headers of our own tables, each of which an import understands. */
const OWN_HEADERS = {
  id: '编号',
  type: '题型',
  stem: '题干',
  answer: '答案',
  explanation: '解析',
  difficulty: '难度',
  category: '分类',
  tags: '标签',
  source: '依据',
  'time-limit': '限时（秒）',
  unit: '单位',
} as const satisfies Partial<Record<Meaning, string>>;

const WIDTHS: Readonly<Record<string, number>> = {
  id: 30,
  stem: 48,
  explanation: 48,
  source: 30,
  type: 12,
  answer: 12,
};
const MIN_OPTIONS = 4;

/**
 * Questions as an .xlsx that an import reads back alike: ids, kinds, texts, keys, scoring and citations. Not in a table:
 * revisions and states, checks, translations, pictures and feedback of options; they are in the JSON of a set.
 */
export function exportWorkbook(questions: readonly Question[], context: ExportContext): Uint8Array {
  return writeWorkbook([questionSheet('题库', questions, context)]);
}

/** A sheet with a row for each question; `meanings` leaves columns out. */
export function questionSheet(
  name: string,
  questions: readonly Question[],
  context: ExportContext,
  without: readonly Meaning[] = [],
): SheetToWrite {
  const rows = questions.map((question) => cellsOf(question, context));
  const columns = ownColumns(rows).filter((meaning) => !without.includes(meaning));
  return {
    name,
    rows: [columns.map(ownHeader), ...rows.map((cells) => columns.map((meaning) => cells.get(meaning) ?? ''))],
    widths: columns.map((meaning) => WIDTHS[meaning] ?? (meaning.startsWith('option-') ? 20 : 10)),
  };
}

function ownColumns(rows: readonly ReadonlyMap<Meaning, string>[]): Meaning[] {
  const most = Math.max(MIN_OPTIONS, ...rows.map((cells) => [...cells.keys()].filter(isOption).length));
  const options = Array.from({ length: most }, (_, n): Meaning => `option-${n + 1}`);
  return (Object.keys(OWN_HEADERS) as Meaning[]).flatMap((meaning) =>
    meaning === 'answer' ? [...options, meaning] : [meaning],
  );
}

function isOption(meaning: Meaning): boolean {
  return /^option-\d/u.test(meaning);
}

/** Our header of a column: 题干, 选项A, 选项A是否正确. */
export function ownHeader(meaning: Meaning): string {
  const place = /^(option|correct)-(\d+)$/u.exec(meaning);
  if (place) {
    const option = `选项${String.fromCharCode(64 + Number(place[2]))}`;
    return place[1] === 'option' ? option : `${option}是否正确`;
  }
  return (OWN_HEADERS as Readonly<Partial<Record<Meaning, string>>>)[meaning] ?? OTHER_HEADERS[meaning] ?? meaning;
}

const OTHER_HEADERS: Readonly<Partial<Record<Meaning, string>>> = {
  number: '序号',
  options: '选项',
  score: '分值',
  status: '状态',
};
