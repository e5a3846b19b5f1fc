import { meaningOf, REFUSED_HEADERS } from '../import/headers.js';
import type { ImportPlace, ImportProblem, Meaning, RawCell, RefusedItem } from '../import/import-result.js';
import type { ProblemWords } from '../import/problem-text.js';
import { ownHeader } from './export-workbook.js';
import { DELIMITED_SHEET } from './delimited.js';
import { isInstructions } from './sheet-mapping.js';
import { writeWorkbook, type SheetToWrite } from './write-workbook.js';

type Language = keyof ProblemWords;

/** What a block of text needs to become a row. */
const EMPTY_ROW: readonly Meaning[] = ['type', 'stem', 'option-1', 'option-2', 'option-3', 'option-4', 'answer'];

/**
 * The refused rows and blocks as they stood, sheet by sheet, each with its place, the reasons and what to do about them.
 * Mended, the workbook can be imported as it is: what it adds is not read.
 */
export function refusedWorkbook(
  refused: readonly RefusedItem[],
  problems: readonly ImportProblem[],
  language: Language,
): Uint8Array {
  const bySheet = new Map<string, RefusedItem[]>();
  for (const item of refused) {
    const name = item.where.sheet ?? DELIMITED_SHEET;
    const items = bySheet.get(name);
    if (items === undefined) bySheet.set(name, [item]);
    else items.push(item);
  }
  const reasons = reasonsByRef(problems);
  const sheets = [...bySheet].map(([name, items]) => sheetOf(importableName(name), { items, reasons, language }));
  return writeWorkbook(sheets.length > 0 ? sheets : [{ name: '题库', rows: [[]] }]);
}

function reasonsByRef(problems: readonly ImportProblem[]): ReadonlyMap<string, ImportProblem[]> {
  const reasons = new Map<string, ImportProblem[]>();
  for (const problem of problems) {
    if (problem.weight !== 'refusal' || problem.ref === undefined) continue;
    reasons.set(problem.ref, [...(reasons.get(problem.ref) ?? []), problem]);
  }
  return reasons;
}

/** A sheet of instructions that was chosen would be left out the next time. */
function importableName(name: string): string {
  return isInstructions(name) ? '题库' : name;
}

interface Content {
  readonly items: readonly RefusedItem[];
  readonly reasons: ReadonlyMap<string, ImportProblem[]>;
  readonly language: Language;
}

function sheetOf(name: string, { items, reasons, language }: Content): SheetToWrite {
  const columns = columnsOf(items);
  const { place, reason, remedy, original } = REFUSED_HEADERS;
  const hasBlocks = items.some(({ cells }) => cells.some(({ meaning }) => meaning === 'block'));
  const added = [place, reason, remedy, ...(hasBlocks ? [original] : [])].map((header) => header[language]);
  const rows = items.map((item) => {
    const own = reasons.get(item.ref) ?? [];
    const block = item.cells.find(({ meaning }) => meaning === 'block')?.text ?? '';
    return [
      ...columns.map(({ meaning }) => item.cells.find((cell) => cell.meaning === meaning)?.text ?? ''),
      placeIn(item.where, language),
      own.map(({ says }) => says[language]).join('\n'),
      own.map((problem) => problem.remedy[language]).join('\n'),
      ...(hasBlocks ? [block] : []),
    ];
  });
  return { name, rows: [[...columns.map(({ header }) => header), ...added], ...rows] };
}

interface Column {
  readonly meaning: RawCell['meaning'];
  readonly header: string;
}

/** A column for each meaning that occurs, under its own header where an import knows it, else under ours. */
function columnsOf(items: readonly RefusedItem[]): Column[] {
  const columns = new Map<RawCell['meaning'], Column>();
  for (const { meaning, label } of items.flatMap(({ cells }) => cells)) {
    if (meaning === 'block' || columns.has(meaning)) continue;
    columns.set(meaning, { meaning, header: meaningOf(label) === meaning ? label : ownHeader(meaning) });
  }
  if (columns.has('stem')) return [...columns.values()];
  return [
    ...EMPTY_ROW.map((meaning) => columns.get(meaning) ?? { meaning, header: ownHeader(meaning) }),
    ...[...columns.values()].filter(({ meaning }) => !EMPTY_ROW.includes(meaning as Meaning)),
  ];
}

function placeIn({ sheet, row, line }: ImportPlace, language: Language): string {
  const at = row ?? line;
  const unit = row === undefined ? { zh: '行', en: 'line' } : { zh: '行', en: 'row' };
  const number = at === undefined ? '' : language === 'zh' ? `第 ${at} ${unit.zh}` : `${unit.en} ${at}`;
  return [sheet, number].filter(Boolean).join(' ');
}
