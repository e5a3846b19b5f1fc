import type { ImportProblem, ImportProblemCode } from './import-result.js';
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

/** Longer values make sentences that nobody reads; the whole text is in `found`. */
const MAX_VALUE = 24;

export function findingsOf(raw: Pick<RawQuestion, 'ref' | 'where'>): Findings {
  const problems: ImportProblem[] = [];
  const add =
    (weight: 'refusal' | 'notice') =>
    (code: ImportProblemCode, found = '', values: ProblemValues = {}) => {
      const short = Object.entries({ found, ...values }).map(([name, value]) => [
        name,
        typeof value === 'string' ? shortened(value, MAX_VALUE) : value,
      ]);
      const filled = Object.fromEntries(short) as ProblemValues;
      problems.push(importProblem(weight, code, { where: raw.where, ref: raw.ref, found, values: filled }));
    };
  return {
    problems,
    refuse: add('refusal'),
    note: add('notice'),
    isRefused: () => problems.some(({ weight }) => weight === 'refusal'),
  };
}
