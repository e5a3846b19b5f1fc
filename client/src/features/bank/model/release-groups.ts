import type { BankProblem } from '@anquanli/contract/bank';
import type { SetChange, SetComparison } from '@anquanli/contract/bank-releases';

/** The differences of a release in the order in which they are read: the loud ones first. */
export interface ReleaseGroups {
  readonly added: readonly SetChange[];
  readonly changed: readonly SetChange[];
  readonly deprecated: readonly SetChange[];
  readonly removed: readonly SetChange[];
  /** Of the set itself: title, licence, categories. */
  readonly ofSet: readonly SetChange[];
}

export function groupedChanges({ changes, keyChanges }: SetComparison): ReleaseGroups {
  const successors = new Set(keyChanges.map(({ by }) => by));
  const replaced = new Set(keyChanges.map((each) => each.replaced));
  const of = (...what: string[]) => changes.filter((change) => what.includes(change.what));
  return {
    // A key change is told once, as such.
    added: of('question_added').filter(({ subject }) => !successors.has(subject)),
    changed: of('question_changed'),
    deprecated: of('question_deprecated').filter(({ subject }) => !replaced.has(subject)),
    removed: of('question_removed', 'type_removed'),
    ofSet: of('set_field', 'category_added', 'category_removed', 'category_changed'),
  };
}

/** The problems of each question together; those of the set as a whole under null, first. */
export function byQuestion(problems: readonly BankProblem[]): [questionId: string | null, BankProblem[]][] {
  const groups = new Map<string | null, BankProblem[]>();
  for (const problem of problems) {
    const group = groups.get(problem.questionId);
    if (group === undefined) groups.set(problem.questionId, [problem]);
    else group.push(problem);
  }
  return [...groups].sort(([a], [b]) => Number(a !== null) - Number(b !== null));
}

const VERSION = /^(0|[1-9]\d{0,5})\.(0|[1-9]\d{0,5})\.(0|[1-9]\d{0,5})$/;

export const isVersion = (text: string): boolean => VERSION.test(text);

/** Below zero when `a` comes before `b`. */
export function compareVersions(a: string, b: string): number {
  const [one, two] = [a.split('.').map(Number), b.split('.').map(Number)];
  const at = [0, 1, 2].find((n) => one[n] !== two[n]);
  return at === undefined ? 0 : (one[at] ?? 0) - (two[at] ?? 0);
}
