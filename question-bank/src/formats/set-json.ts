import * as z from 'zod';
import { categoryOf, defaultCategory, mapCategories } from '../import/categories.js';
import { guardedQuestion } from '../import/final-guard.js';
import { findingsOf, type Findings } from '../import/findings.js';
import { importProblem } from '../import/import-problem.js';
import type {
  CategoryMapping,
  ImportChoices,
  ImportContext,
  ImportedQuestion,
  ImportProblem,
  RefusedItem,
} from '../import/import-result.js';
import { importedId } from '../import/question-id.js';
import { FORMAT_VERSION, Question } from '../schema.js';

/** Questions of a JSON file: a whole set, a category file, a list, or one question. */
export interface SetJsonRead {
  readonly questions: readonly ImportedQuestion[];
  readonly refused: readonly RefusedItem[];
  readonly problems: readonly ImportProblem[];
  readonly categories: readonly CategoryMapping[];
  readonly count: number;
}

export interface SetJsonEnv {
  readonly choices: ImportChoices;
  readonly context: Pick<ImportContext, 'categories' | 'sources'>;
  readonly sha256: string;
}

const Labelled = z.object({ id: z.string(), title: z.string() });
const MAX_ISSUES = 5;

/**
 * Reads our own JSON, each entry by itself: what fits comes in exactly as it is, id, status and all; what does not is
 * refused with the path inside it. `maxQuestions` and more are counted and not looked at.
 */
export function readSetJson(text: string, env: SetJsonEnv, maxQuestions: number): SetJsonRead {
  const parsed = parse(text);
  if ('problem' in parsed) return empty(0, parsed.problem);
  const listed = entriesOf(parsed.value);
  if ('problem' in listed) return empty(0, listed.problem);
  const { entries, titles } = listed;
  if (entries.length > maxQuestions) return empty(entries.length);
  const reader = new EntryReader(env, titles);
  for (const [n, entry] of entries.entries()) reader.take(entry, n + 1);
  return { ...reader.read, categories: mapCategories(reader.labels, env), count: entries.length };
}

function empty(count: number, ...problems: ImportProblem[]): SetJsonRead {
  return { questions: [], refused: [], problems, categories: [], count };
}

function fileProblem(
  code: 'json_broken' | 'json_not_questions' | 'json_version' | 'format_not_yet',
  line?: number,
  values = {},
) {
  return { problem: importProblem('file', code, { where: line === undefined ? {} : { line }, values }) };
}

function parse(text: string): { readonly value: unknown } | { readonly problem: ImportProblem } {
  try {
    return { value: JSON.parse(text.replace(/^\uFEFF/u, '')) as unknown };
  } catch (error) {
    const at = /position (\d+)/u.exec(String(error))?.[1];
    const line = at === undefined ? text.split('\n').length : text.slice(0, Number(at)).split('\n').length;
    return fileProblem('json_broken', line, { reason: { zh: `第 ${line} 行附近`, en: `near line ${line}` } });
  }
}

type Entries = { readonly entries: readonly unknown[]; readonly titles: ReadonlyMap<string, string> };

function entriesOf(value: unknown): Entries | { readonly problem: ImportProblem } {
  const titles = new Map<string, string>();
  if (Array.isArray(value)) return { entries: value, titles };
  if (typeof value !== 'object' || value === null) return fileProblem('json_not_questions');
  if ('response_code' in value && 'results' in value)
    return fileProblem('format_not_yet', undefined, { format: 'OpenTDB' });
  if ('formatVersion' in value && value.formatVersion !== FORMAT_VERSION) {
    return fileProblem('json_version', undefined, { version: String(value.formatVersion).slice(0, 20) });
  }
  if ('categories' in value && Array.isArray(value.categories)) {
    for (const category of value.categories) {
      const labelled = Labelled.safeParse(category);
      if (labelled.success) titles.set(labelled.data.id, labelled.data.title);
    }
  }
  if ('questions' in value && Array.isArray(value.questions)) return { entries: value.questions, titles };
  return 'stem' in value && 'type' in value ? { entries: [value], titles } : fileProblem('json_not_questions');
}

class EntryReader {
  readonly labels: string[] = [];
  private readonly questions: ImportedQuestion[] = [];
  private readonly refused: RefusedItem[] = [];
  private readonly problems: ImportProblem[] = [];
  private readonly rowOf = new Map<string, number>();
  private readonly categories: ReadonlySet<string>;
  private readonly sources: ReadonlySet<string>;

  constructor(
    private readonly env: SetJsonEnv,
    private readonly titles: ReadonlyMap<string, string>,
  ) {
    this.categories = new Set(env.context.categories.map(({ id }) => id));
    this.sources = new Set(env.context.sources.map(({ id }) => id));
  }

  get read() {
    const { questions, refused, problems } = this;
    return { questions, refused, problems };
  }

  take(inFile: unknown, row: number) {
    const ref = `q${row}`;
    const where = { row };
    const findings = findingsOf({ ref, where });
    const entry = this.repaired(inFile, ref, findings);
    const text = JSON.stringify(entry, null, 2) ?? '';
    const cells = [{ meaning: 'block' as const, label: 'JSON', text }];
    const question = findings.isRefused() ? undefined : this.question(entry, row, findings);
    if (question) this.questions.push({ ref, where, question, cells });
    else this.refused.push({ ref, where, cells });
    this.problems.push(...findings.problems);
  }

  /** The entry as the admin wrote it anew, if so. */
  private repaired(entry: unknown, ref: string, findings: Findings): unknown {
    const { repairs = {} } = this.env.choices;
    const text = Object.hasOwn(repairs, ref) ? repairs[ref]?.block : undefined;
    if (text === undefined) return entry;
    try {
      return JSON.parse(text) as unknown;
    } catch {
      findings.refuse('json_broken', text, { reason: { zh: '改过的内容', en: 'the repaired text' } });
      return text;
    }
  }

  private question(entry: unknown, row: number, findings: Findings): Question | undefined {
    const shaped = Question.safeParse(entry);
    if (!shaped.success) {
      for (const { path, message } of shaped.error.issues.slice(0, MAX_ISSUES)) {
        findings.refuse('entry_shape', foundAt(entry, path) ?? message, { path: path.map(String).join('.') || '?' });
      }
      return undefined;
    }
    const question = guardedQuestion(this.placed(this.withOwnId(shaped.data, row, findings), findings), findings);
    if (!question) return undefined;
    for (const { source } of question.citations)
      if (!this.sources.has(source)) findings.note('citation_unknown', source);
    if ('media' in question && (question.media?.length ?? 0) > 0)
      findings.note('picture_left_out', question.media?.join());
    return question;
  }

  private withOwnId(question: Question, row: number, findings: Findings): Question {
    const first = this.rowOf.get(question.id);
    if (first === undefined) {
      this.rowOf.set(question.id, row);
      return question;
    }
    findings.note('id_repeated', question.id, { row: first });
    return { ...question, id: importedId(this.env.sha256, `q${row}`) };
  }

  /** A category that the bank has; one it has not goes where the admin says. */
  private placed(question: Question, findings: Findings): Question {
    const { category } = question;
    const { choices, context } = this.env;
    const title = this.titles.get(category) ?? category;
    const isChosen = Object.hasOwn(choices.categories ?? {}, title);
    this.labels.push(title);
    if (this.categories.has(category) && !isChosen) return question;
    const known = categoryOf(title, choices, context);
    if (known !== null) return { ...question, category: known };
    const fallback = defaultCategory(choices, context);
    if (fallback === undefined) {
      findings.refuse('category_none', title);
      return question;
    }
    const shown = context.categories.find(({ id }) => id === fallback)?.title ?? fallback;
    findings.note('category_unknown', title, { category: shown });
    return { ...question, category: fallback };
  }
}

/** The value at a path, as JSON; undefined where there is none. */
function foundAt(entry: unknown, path: readonly PropertyKey[]): string | undefined {
  let value: unknown = entry;
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Record<PropertyKey, unknown>)[step];
  }
  return JSON.stringify(value)?.slice(0, 200);
}
