import { findingsOf } from '../import/findings.js';
import { importProblem } from '../import/import-problem.js';
import type { ImportChoices, ImportMapping, ImportProblem, SheetMapping, TypeCode } from '../import/import-result.js';
import { IMPORT_LIMITS } from '../import/limits.js';
import type { RawQuestion } from '../import/raw-question.js';
import { resolveTypeCodes } from '../import/type-codes.js';
import { withAnswerStyle } from './answer-style.js';
import { faultsOf } from './cell-faults.js';
import { readDelimited, sniffDelimiter } from './delimited.js';
import { readKahoot } from './kahoot.js';
import { readOptionRows } from './option-rows.js';
import { readQuestionRows, type SheetToRead } from './question-rows.js';
import { mapSheet, type MappedSheet } from './sheet-mapping.js';
import type { TableFile, TableSheet } from './table-model.js';
import { readWorkbook } from './workbook.js';

/** A file whose content is a table; a workbook passes the gates inside. */
export type TableInput =
  | { readonly container: 'xlsx' | 'xls'; readonly bytes: Uint8Array }
  | { readonly container: 'delimited'; readonly text: string };

export interface TableRead {
  /** One a question, repairs applied. Those with a refusal among `problems` (same `ref`) do not come in. */
  readonly raws: readonly RawQuestion[];
  readonly problems: readonly ImportProblem[];
  readonly sheets: readonly SheetMapping[];
  /** Give them to {@link interpret} through `typeMeanings`. */
  readonly typeCodes: readonly TypeCode[];
  readonly delimiter: ImportMapping['delimiter'];
}

/** Reads every sheet of a table that is in use. Never throws: what cannot be read is a problem of weight `file`. */
export function readTable(input: TableInput, choices: ImportChoices): TableRead {
  const delimiter = input.container === 'delimited' ? (sniffDelimiter(input.text) ?? ',') : null;
  const file =
    input.container === 'delimited'
      ? readDelimited(input.text, delimiter ?? ',')
      : readWorkbook(input.bytes, input.container);
  if (!file.ok) return { raws: [], problems: [file.problem], sheets: [], typeCodes: [], delimiter };
  return { ...readSheets(file, choices, input.container === 'delimited'), delimiter };
}

function readSheets(
  { sheets }: Extract<TableFile, { ok: true }>,
  choices: ImportChoices,
  isOnly: boolean,
): Omit<TableRead, 'delimiter'> {
  const mapped = sheets.map((sheet) => ({ sheet, ...mapSheet(sheet, choicesOf(sheet, choices)) }));
  const read = mapped.map((one, n) => readSheet(one, `s${n + 1}`, { choices, isOnly }));
  const raws = withoutRepeatedIds(read.flatMap((one) => one.raws));
  const result = {
    sheets: mapped.map(({ mapping }) => mapping),
    typeCodes: resolveTypeCodes(raws.raws, choices),
  };
  const problems = [...mapped.flatMap((one) => one.problems), ...read.flatMap((one) => one.problems)];
  const refusal = fileProblem(raws.raws.length, result.sheets);
  if (refusal) return { ...result, raws: [], problems: [refusal, ...mapped.flatMap((one) => one.problems)] };
  return { ...result, raws: raws.raws, problems: [...problems, ...raws.problems] };
}

function choicesOf({ name }: TableSheet, { sheets = {} }: ImportChoices) {
  return Object.hasOwn(sheets, name) ? sheets[name] : undefined;
}

function readSheet(
  one: MappedSheet & { readonly sheet: TableSheet },
  ref: string,
  { choices, isOnly }: { choices: ImportChoices; isOnly: boolean },
): { raws: RawQuestion[]; problems: readonly ImportProblem[] } {
  const { mapping, rows, sheet } = one;
  if (!mapping.isUsed) return { raws: [], problems: [] };
  const toRead: SheetToRead = { mapping, rows, merges: sheet.merges, ref, shownName: isOnly ? undefined : sheet.name };
  const faults = (raws: readonly RawQuestion[]) => faultsOf(raws, toRead, choices);
  switch (mapping.layout) {
    case 'option-rows': {
      const { raws, problems } = readOptionRows(toRead, choices);
      return { raws, problems: [...problems, ...faults(raws)] };
    }
    case 'kahoot': {
      const raws = readKahoot(toRead, choices);
      return { raws, problems: faults(raws) };
    }
    default: {
      const raws = withAnswerStyle(readQuestionRows(toRead, choices));
      return { raws, problems: faults(raws) };
    }
  }
}

function fileProblem(count: number, sheets: readonly SheetMapping[]): ImportProblem | undefined {
  const max = IMPORT_LIMITS.questions;
  if (count > max) return importProblem('file', 'questions_too_many', { where: {}, values: { count, max } });
  if (count > 0) return undefined;
  const isEmpty = sheets.some(({ isUsed }) => isUsed) || sheets.every(({ rows }) => rows === 0);
  return importProblem('file', isEmpty ? 'table_empty' : 'table_not_found', { where: {} });
}

/** A copied row of our own exports keeps its id only once; the others are new questions. */
function withoutRepeatedIds(raws: readonly RawQuestion[]): { raws: RawQuestion[]; problems: ImportProblem[] } {
  const rows = new Map<string, number>();
  const problems: ImportProblem[] = [];
  const unique = raws.map((raw) => {
    const { idText } = raw;
    const first = idText === undefined ? undefined : rows.get(idText);
    if (idText !== undefined && first === undefined) rows.set(idText, raw.row);
    if (idText === undefined || first === undefined) return raw;
    const findings = findingsOf(raw);
    findings.note('id_repeated', idText, { row: first });
    problems.push(...findings.problems);
    return { ...raw, idText: undefined };
  });
  return { raws: unique, problems };
}
