import { readDocx, type DocxTable } from '../formats/docx.js';
import { DELIMITED_SHEET } from '../formats/delimited.js';
import { readTextLines, type ReadBlocks } from '../formats/pasted-text.js';
import { readTable } from '../formats/read-table.js';
import { textLines } from '../formats/text/line.js';
import { isHeaderRow, meaningsOf } from './headers.js';
import { importProblem } from './import-problem.js';
import type { ImportChoices, ImportProblem, SheetMapping } from './import-result.js';
import { IMPORT_LIMITS } from './limits.js';
import type { FileRead } from './file-read.js';

/** Text and documents: questions in blocks, and in a document tables beside them. */

const TEXT_NAME = '正文';

export function readText(text: string, choices: ImportChoices): FileRead {
  return fromBlocks(readTextLines(textLines(text), choices.repairs));
}

export function readDocument(entries: ReadonlyMap<string, Uint8Array>, choices: ImportChoices): FileRead {
  const document = readDocx(entries, (cells) => isHeaderRow(meaningsOf(cells)));
  if (!document.ok) return failed(document.code);
  const blocks = fromBlocks(readTextLines(document.lines, choices.repairs));
  const tables = document.tables.map((table) => readDocxTable(table, choices));
  if (tables.length === 0) return blocks;
  const hasBlocks = blocks.count > 0;
  return {
    raws: [...blocks.raws, ...tables.flatMap(({ raws }) => raws)],
    refused: blocks.refused,
    problems: [...blocks.problems, ...tables.flatMap(({ problems }) => problems)],
    sheets: [...(hasBlocks ? blocks.sheets : []), ...tables.flatMap(({ sheets }) => sheets)],
    typeCodes: tables.flatMap(({ typeCodes }) => typeCodes),
    count: blocks.count + tables.reduce((sum, { raws }) => sum + raws.length, 0),
    delimiter: null,
  };
}

function failed(code: 'lines_too_many' | 'document_damaged' | 'document_forbidden'): FileRead {
  const problem = importProblem('file', code, { where: {}, values: { max: IMPORT_LIMITS.lines } });
  return { raws: [], refused: [], problems: [problem], sheets: [], typeCodes: [], count: 0, delimiter: null };
}

function fromBlocks({ questions, refused, problems, count }: ReadBlocks): FileRead {
  const sheet: SheetMapping = {
    name: TEXT_NAME,
    isHidden: false,
    isUsed: true,
    unusedBecause: null,
    headerRow: null,
    layout: 'blocks',
    columns: [],
    type: null,
    rows: count,
  };
  return { raws: questions, refused, problems, sheets: [sheet], typeCodes: [], count, delimiter: null };
}

/** A table of a document, under a name and refs of its own: `t2!r5`. */
function readDocxTable(
  { number, text }: DocxTable,
  choices: ImportChoices,
): Omit<FileRead, 'refused' | 'count' | 'delimiter'> {
  const name = `表格 ${number}`;
  const own = choices.sheets?.[name];
  const read = readTable(
    { container: 'delimited', text },
    {
      ...choices,
      sheets: own === undefined ? {} : { [DELIMITED_SHEET]: own },
      repairs: Object.fromEntries(
        Object.entries(choices.repairs ?? {}).map(([ref, repair]) => [ref.replace(`t${number}!`, 's1!'), repair]),
      ),
    },
  );
  const renamed = (ref: string) => ref.replace(/^s1!/u, `t${number}!`);
  const placed = (problem: ImportProblem): ImportProblem => ({
    ...problem,
    where: { ...problem.where, sheet: name },
    ...(problem.ref === undefined ? {} : { ref: renamed(problem.ref) }),
  });
  return {
    raws: read.raws.map((raw) => ({ ...raw, ref: renamed(raw.ref), where: { ...raw.where, sheet: name } })),
    // A table without questions, or one that was left out, is no trouble beside a text.
    problems: read.problems.filter(({ code }) => code !== 'table_empty' && code !== 'table_not_found').map(placed),
    sheets: read.sheets.map((sheet) => ({ ...sheet, name })),
    typeCodes: read.typeCodes,
  };
}
