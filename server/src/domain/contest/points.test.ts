import type { PointsRule } from '@anquanli/contract/contest-settings';
import { describe, expect, it } from '@jest/globals';
import { isPassed, pointGivers, pointsOf, type CountedAttempt } from './points.js';

const byRight: PointsRule = { by: 'right', perRight: 2, fullBonus: 3 };
/** As in the contest of 2019: four of five right bring two points, else one. */
const byThreshold: PointsRule = { by: 'threshold', atLeast: 4, reached: 2, otherwise: 1, fullBonus: 0 };

const attempt = (attemptId: string, changes: Partial<CountedAttempt> = {}): CountedAttempt => ({
  ...{ attemptId, day: '2026-06-01', unitId: 'team', startedAt: 1, points: 1, timeMs: 1_000, right: 1, asked: 5 },
  ...changes,
});

describe('points', () => {
  it('come per right answer, and once more for a paper without a mistake', () => {
    expect([0, 4, 5].map((right) => pointsOf(byRight, right, 5))).toEqual([0, 8, 13]);
  });

  it('come by the threshold, from exactly so many on', () => {
    expect([0, 3, 4, 5].map((right) => pointsOf(byThreshold, right, 5))).toEqual([1, 1, 2, 2]);
  });

  it('give no bonus for a paper without questions', () => {
    expect(pointsOf(byRight, 0, 0)).toBe(0);
  });

  it('are passed at exactly the share, in whole numbers', () => {
    expect(isPassed(60, 3, 5)).toBe(true);
    expect(isPassed(60, 2, 5)).toBe(false);
    expect(isPassed(67, 2, 3)).toBe(false);
    expect(isPassed(66, 2, 3)).toBe(true);
    expect(isPassed(1, 0, 0)).toBe(false);
  });

  it('are kept of all attempts, of the best of a day, or of the best of all: more points, then less time, then the earlier', () => {
    const attempts = [
      attempt('a', { points: 3, timeMs: 900, startedAt: 1 }),
      attempt('b', { points: 3, timeMs: 800, startedAt: 2 }),
      attempt('c', { points: 3, timeMs: 800, startedAt: 3, day: '2026-06-02' }),
      attempt('d', { points: 1, timeMs: 1, startedAt: 4, day: '2026-06-02' }),
    ];
    const ids = (counting: 'every' | 'best_of_day' | 'best') =>
      pointGivers(attempts, counting).map(({ attemptId }) => attemptId);
    expect(ids('every')).toEqual(['a', 'b', 'c', 'd']);
    expect(ids('best_of_day')).toEqual(['b', 'c']);
    expect(ids('best')).toEqual(['b']);
  });
});
