import { sha256 } from '../content-hash.js';
import { readSetJson } from '../formats/set-json.js';
import { readTable, type TableRead } from '../formats/read-table.js';
import { mapCategories } from './categories.js';
import { findDuplicates } from './duplicates.js';
import type { FileRead } from './file-read.js';
import { importProblem } from './import-problem.js';
import type {
  ImportedQuestion,
  ImportMapping,
  ImportProblem,
  ImportRequest,
  ImportResult,
  RefusedItem,
} from './import-result.js';
import { interpret, type InterpretEnv } from './interpret.js';
import { IMPORT_LIMITS } from './limits.js';
import type { RawQuestion } from './raw-question.js';
import { readDocument, readText } from './read-blocks.js';
import { recognise, type Recognised } from './recognise.js';
import { typeMeanings } from './type-codes.js';

/** How far an import is. `total` is 0 while it is not known. */
export interface ImportProgress {
  readonly phase: 'reading' | 'interpreting' | 'comparing';
  readonly done: number;
  readonly total: number;
}

export type ReportProgress = (progress: ImportProgress) => void;

type Readable = Exclude<Recognised, { is: 'unreadable' }>;
type Found = Pick<ImportResult, 'questions' | 'refused' | 'problems'>;

const REPORT_EVERY = 100;

/**
 * Reads a file of any kind into drafts, refused items and problems. A function of its argument alone: the same request
 * gives the same result. Never throws, whatever the bytes are. Give foreign files to `importInWorker`, which bounds
 * time and memory as well.
 */
export function importFile(request: ImportRequest, report: ReportProgress = () => undefined): ImportResult {
  const file = describe(request);
  try {
    return read(request, file, report);
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error);
    return nothing(file, importProblem('file', 'import_failed', { where: {}, found }));
  }
}

/** The file as the result names it. */
export function describe({ name, bytes }: ImportRequest): ImportResult['file'] {
  return { name, sha256: sha256(bytes), bytes: bytes.byteLength };
}

/** The result of a file of which nothing could be read. */
export function nothing(file: ImportResult['file'], ...problems: readonly ImportProblem[]): ImportResult {
  return { file, mapping: null, questions: [], refused: [], problems, duplicates: [] };
}

function read(request: ImportRequest, file: ImportResult['file'], report: ReportProgress): ImportResult {
  report({ phase: 'reading', done: 0, total: 0 });
  const tooLarge = uploadProblem(file.bytes);
  if (tooLarge) return nothing(file, tooLarge);
  const recognised = recognise(request.bytes, request.choices.encoding);
  if (recognised.is === 'unreadable') return nothing(file, recognised.problem);
  const { mapping, found, count } =
    recognised.is === 'json'
      ? fromJson(recognised.text, request, file)
      : fromReader(recognised, request, { file, report });
  const told = {
    ...mapping,
    container: recognised.is,
    encoding: 'encoding' in recognised ? recognised.encoding : null,
  };
  const isUnreadable = found.problems.some(({ weight }) => weight === 'file');
  if (isUnreadable) return { ...nothing(file, ...found.problems), mapping: mapping.sheets.length > 0 ? told : null };
  if (count > IMPORT_LIMITS.questions) return { ...nothing(file, tooMany(count)), mapping: told };
  if (count === 0) return { ...nothing(file, ...found.problems, noQuestions()), mapping: told };
  report({ phase: 'comparing', done: 0, total: found.questions.length });
  const duplicates = findDuplicates(found.questions, request.context.known);
  return { file, mapping: told, ...found, problems: inOrder(found), duplicates };
}

/** What keeps a file of this size from being looked at. */
export function uploadProblem(bytes: number): ImportProblem | undefined {
  const inMegabytes = (size: number) => (size / 1024 / 1024).toFixed(1).replace(/\.0$/u, '');
  const values = { size: inMegabytes(bytes), max: inMegabytes(IMPORT_LIMITS.uploadBytes) };
  return bytes > IMPORT_LIMITS.uploadBytes
    ? importProblem('file', 'upload_too_large', { where: {}, values })
    : undefined;
}

function tooMany(count: number): ImportProblem {
  return importProblem('file', 'questions_too_many', { where: {}, values: { count, max: IMPORT_LIMITS.questions } });
}

function noQuestions(): ImportProblem {
  return importProblem('file', 'no_questions', { where: {} });
}

interface Outcome {
  readonly mapping: Omit<ImportMapping, 'container' | 'encoding'>;
  readonly found: Found;
  /** Questions and refused items, also where they are too many to be looked at. */
  readonly count: number;
}

function fromJson(text: string, { choices, context }: ImportRequest, file: ImportResult['file']): Outcome {
  const json = readSetJson(text, { choices, context, sha256: file.sha256 }, IMPORT_LIMITS.questions);
  const sheet = {
    name: 'JSON',
    isHidden: false,
    isUsed: true,
    unusedBecause: null,
    headerRow: null,
    layout: 'set-json',
    columns: [],
    type: null,
    rows: json.count,
  } as const;
  const isRead = json.problems.every(({ weight }) => weight !== 'file');
  return {
    mapping: { delimiter: null, sheets: isRead ? [sheet] : [], typeCodes: [], categories: json.categories },
    found: json,
    count: json.count,
  };
}

interface Surroundings {
  readonly file: ImportResult['file'];
  readonly report: ReportProgress;
}

function fromReader(
  recognised: Exclude<Readable, { is: 'json' }>,
  request: ImportRequest,
  around: Surroundings,
): Outcome {
  const { choices, context } = request;
  const content = readerOf(recognised, request);
  const labels = content.raws.flatMap(({ categoryText = '' }) =>
    categoryText.trim() === '' ? [] : categoryText.trim(),
  );
  const { delimiter, sheets, typeCodes } = content;
  const { count } = content;
  const isOver = count > IMPORT_LIMITS.questions || content.problems.some(({ weight }) => weight === 'file');
  return {
    mapping: { delimiter, sheets, typeCodes, categories: mapCategories(labels, { choices, context }) },
    found: isOver ? { questions: [], refused: [], problems: content.problems } : interpretAll(content, request, around),
    count,
  };
}

function readerOf(recognised: Exclude<Readable, { is: 'json' }>, { bytes, choices }: ImportRequest): FileRead {
  switch (recognised.is) {
    case 'xlsx':
    case 'xls':
      return fromTable(readTable({ container: recognised.is, bytes }, choices));
    case 'delimited':
      return fromTable(readTable({ container: 'delimited', text: recognised.text }, choices));
    case 'docx':
      return readDocument(recognised.entries, choices);
    case 'text':
      return readText(recognised.text, choices);
  }
}

function fromTable(read: TableRead): FileRead {
  return { ...read, refused: [], count: read.raws.length };
}

function interpretAll(content: FileRead, { choices, context }: ImportRequest, { file, report }: Surroundings): Found {
  const env: InterpretEnv = { choices, context, file, typeCodes: typeMeanings(content.typeCodes) };
  const questions: ImportedQuestion[] = [];
  const refused: RefusedItem[] = [...content.refused];
  const problems: ImportProblem[] = [...content.problems];
  const refusedByReader = new Set(
    content.problems.flatMap(({ weight, ref }) => (weight === 'refusal' && ref ? [ref] : [])),
  );
  for (const [n, raw] of content.raws.entries()) {
    if (n % REPORT_EVERY === 0) report({ phase: 'interpreting', done: n, total: content.raws.length });
    const { question, problems: own } = interpret(withKnownTitle(raw, env), env);
    problems.push(...own);
    const { ref, where, cells } = raw;
    if (question && !refusedByReader.has(ref)) questions.push({ ref, where, question, cells });
    else refused.push({ ref, where, cells });
  }
  return { questions, refused, problems };
}

/** Headings of a text are labels of categories only where the bank has them: 第一部分 is not worth a notice. */
function withKnownTitle(raw: RawQuestion, { choices, context }: InterpretEnv): RawQuestion {
  if (raw.where.line === undefined || raw.categoryText === undefined) return raw;
  const [mapped] = mapCategories([raw.categoryText.trim()], { choices, context });
  return mapped?.category ? raw : { ...raw, categoryText: undefined };
}

/** What concerns the file first, then item by item as they stand in it. */
function inOrder({ questions, refused, problems }: Found): ImportProblem[] {
  const places = new Map([...questions, ...refused].map(({ ref, where }) => [ref, where]));
  const keyOf = ({ ref, where }: ImportProblem) => {
    const place = (ref === undefined ? undefined : places.get(ref)) ?? where;
    return ref === undefined && place.line === undefined && place.row === undefined
      ? -1
      : (place.line ?? place.row ?? 0);
  };
  const sheetsOf = [...new Set(problems.map(({ where }) => where.sheet ?? ''))];
  return problems
    .map((problem, n) => ({ problem, n, sheet: sheetsOf.indexOf(problem.where.sheet ?? ''), key: keyOf(problem) }))
    .sort((a, b) => a.sheet - b.sheet || a.key - b.key || a.n - b.n)
    .map(({ problem }) => problem);
}
