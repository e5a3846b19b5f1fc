import type { ImportPlace, ImportProblem, ImportProblemCode, Meaning } from './import-result.js';
import { importProblem, shortened } from './import-problem.js';
import type { ProblemValues } from './problem-text.js';
import type { RawQuestion } from './raw-question.js';

/** What is found while one question is interpreted. */
export interface Findings {
  readonly problems: readonly ImportProblem[];
  /** The question does not come in. */
  readonly refuse: (code: ImportProblemCode, found?: string, values?: ProblemValues) => void;
  /** It comes in, and somebody should look. */
  readonly note: (code: ImportProblemCode, found?: string, values?: ProblemValues) => void;
  readonly isRefused: () => boolean;
}

type Finding = Pick<RawQuestion, 'ref' | 'where'> & Partial<Pick<RawQuestion, 'cells'>>;

/** Longer values make sentences that nobody reads; the whole text is in `found`. */
const MAX_VALUE = 24;

export function findingsOf(raw: Finding): Findings {
  const problems: ImportProblem[] = [];
  const add =
    (weight: 'refusal' | 'notice') =>
    (code: ImportProblemCode, found = '', values: ProblemValues = {}) => {
      const short = Object.entries({ found, ...values }).map(([name, value]) => [
        name,
        typeof value === 'string' ? shortened(value, MAX_VALUE) : value,
      ]);
      const filled = Object.fromEntries(short) as ProblemValues;
      problems.push(
        importProblem(weight, code, { where: placeOf(raw, code, values), ref: raw.ref, found, values: filled }),
      );
    };
  return {
    problems,
    refuse: add('refusal'),
    note: add('notice'),
    isRefused: () => problems.some(({ weight }) => weight === 'refusal'),
  };
}

/** The place of a problem with the column it is in, where the question has one for it. */
function placeOf({ where, cells = [] }: Finding, code: ImportProblemCode, values: ProblemValues): ImportPlace {
  if (where.row === undefined || where.column !== undefined) return where;
  const { part } = values;
  const meaning = typeof part === 'object' ? PARTS[part.zh] : CODES.find(([pattern]) => pattern.test(code))?.[1];
  const column = cells.find((cell) => cell.meaning === meaning)?.label;
  return column === undefined ? where : { ...where, column };
}

const PARTS: Readonly<Record<string, Meaning>> = { 题干: 'stem', 解析: 'explanation', 答案: 'answer' };

const CODES: readonly (readonly [RegExp, Meaning])[] = [
  [/^stem_missing|^text_too_short|^stem_answer|^key_visible/u, 'stem'],
  [/^type_/u, 'type'],
  [/^difficulty_/u, 'difficulty'],
  [/^category_/u, 'category'],
  [/^source_/u, 'source'],
  [/^time_limit/u, 'time-limit'],
  [/^tag_/u, 'tags'],
  [/^id_/u, 'id'],
  [/^units_/u, 'unit'],
  [/^(?:answer|single|multiple|all_options|boolean_unreadable|order|number|range|blanks|spellings|hotspot)/u, 'answer'],
];
