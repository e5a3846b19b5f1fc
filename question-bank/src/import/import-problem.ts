import type { ImportPlace, ImportProblem, ImportProblemCode } from './import-result.js';
import { fillWords, type ProblemValues } from './problem-text.js';
import { PROBLEM_WORDS } from './problem-words.js';

const MAX_FOUND = 200;

/** Where a problem is and what stands there. */
export interface ProblemSite {
  readonly where: ImportPlace;
  readonly found?: string | undefined;
  readonly ref?: string | undefined;
  readonly values?: ProblemValues | undefined;
}

/** A problem with its words filled in; `found` is cut to 200 characters. */
export function importProblem(
  weight: ImportProblem['weight'],
  code: ImportProblemCode,
  { where, found = '', ref, values = {} }: ProblemSite,
): ImportProblem {
  const { says, remedy } = PROBLEM_WORDS[code];
  return {
    where,
    code,
    found: shortened(found, MAX_FOUND),
    says: fillWords(says, values),
    remedy: fillWords(remedy, values),
    weight,
    ...(ref === undefined ? {} : { ref }),
  };
}

/** At most `max` UTF-16 units, never cutting a character in two; an ellipsis says that something is missing. */
export function shortened(text: string, max: number): string {
  if (text.length <= max) return text;
  let end = max - 1;
  if (/[\uD800-\uDBFF]/u.test(text.charAt(end - 1))) end -= 1;
  return `${text.slice(0, end)}…`;
}
