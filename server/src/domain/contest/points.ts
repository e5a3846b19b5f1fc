import type { PointsRule } from '@anquanli/contract/contest-settings';
import type { Counting } from '@anquanli/contract/vocabulary';

/** Points of one paper: by the rule, and the bonus on top where nothing was wrong. */
export function pointsOf(rule: PointsRule, right: number, asked: number): number {
  const full = asked > 0 && right === asked ? rule.fullBonus : 0;
  if (rule.by === 'right') return right * rule.perRight + full;
  return (right >= rule.atLeast ? rule.reached : rule.otherwise) + full;
}

/** Is a paper passed: at least so many per cent right? In whole numbers, so that 60 % of 5 is 3. */
export function isPassed(passPercent: number, right: number, asked: number): boolean {
  return asked > 0 && right * 100 >= passPercent * asked;
}

/** A settled counting attempt that is in the boards. */
export interface CountedAttempt {
  readonly attemptId: string;
  readonly day: string;
  readonly unitId: string;
  readonly startedAt: number;
  readonly points: number;
  readonly timeMs: number;
  readonly right: number;
  readonly asked: number;
}

/**
 * The attempts whose points the person keeps: all; of each day the best; or the best of all. Best = more points, then less time, then
 * the earlier one.
 */
export function pointGivers<A extends CountedAttempt>(attempts: readonly A[], counting: Counting): A[] {
  const inOrder = [...attempts].sort((a, b) => a.startedAt - b.startedAt || (a.attemptId < b.attemptId ? -1 : 1));
  if (counting === 'every') return inOrder;
  const best = new Map<string, A>();
  for (const attempt of inOrder) {
    const group = counting === 'best' ? '' : attempt.day;
    const held = best.get(group);
    if (held === undefined || isBetter(attempt, held)) best.set(group, attempt);
  }
  return [...best.values()];
}

function isBetter(a: CountedAttempt, b: CountedAttempt): boolean {
  return a.points > b.points || (a.points === b.points && a.timeMs < b.timeMs);
}
