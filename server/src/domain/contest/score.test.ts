import { COUNTINGS } from '@anquanli/contract/vocabulary';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { CountedAttempt } from './points.js';
import { CELL_FIELDS, cellChanges, cellsOf, NO_CELL, personScore, plus, type Cell } from './score.js';

const anAttempt = fc.record({
  day: fc.constantFrom('2026-06-01', '2026-06-02', '2026-06-03'),
  unitId: fc.constantFrom('u1', 'u2'),
  startedAt: fc.nat(1_000),
  points: fc.nat(5),
  timeMs: fc.nat(100),
  right: fc.nat(5),
  asked: fc.constant(5),
});
const attemptsOf = fc
  .array(anAttempt, { maxLength: 6 })
  .map((list) => list.map((each, index): CountedAttempt => ({ attemptId: `a${index}`, ...each })));

/** The roll-up written without cells: what a report over rows would say. */
function recomputed(people: readonly (readonly CountedAttempt[])[], counting: (typeof COUNTINGS)[number]) {
  const sums = new Map<string, Cell>();
  const add = (key: string, more: Partial<Cell>) => sums.set(key, plus(sums.get(key) ?? NO_CELL, more));
  for (const attempts of people) {
    const first = [...attempts].sort((a, b) => a.startedAt - b.startedAt || (a.attemptId < b.attemptId ? -1 : 1))[0];
    const days = new Set(attempts.map(({ unitId, day }) => `${unitId} ${day}`));
    for (const key of days) add(key, { active: 1 });
    if (first) add(`${first.unitId} ${first.day}`, { people: 1 });
    for (const { unitId, day, right, asked } of attempts)
      add(`${unitId} ${day}`, { attempts: 1, right, asked, fullMarks: Number(right === asked) });
    const better = (a: CountedAttempt, b: CountedAttempt) =>
      a.points > b.points ||
      (a.points === b.points &&
        (a.timeMs < b.timeMs ||
          (a.timeMs === b.timeMs &&
            (a.startedAt < b.startedAt || (a.startedAt === b.startedAt && a.attemptId < b.attemptId)))));
    for (const attempt of attempts) {
      const rivals =
        counting === 'every'
          ? []
          : attempts.filter((other) => other !== attempt && (counting === 'best' || other.day === attempt.day));
      if (!rivals.some((other) => better(other, attempt)))
        add(`${attempt.unitId} ${attempt.day}`, { points: attempt.points });
    }
  }
  return sums;
}

const nonEmpty = (cells: ReadonlyMap<string, Cell>) =>
  [...cells].filter(([, cell]) => CELL_FIELDS.some((field) => cell[field] !== 0)).sort(([a], [b]) => (a < b ? -1 : 1));

describe('a person’s score', () => {
  it('is nothing without an attempt', () => {
    expect(personScore([], 'every')).toEqual({
      ...{ unitId: null, points: 0, timeMs: 0, attempts: 0, right: 0, asked: 0, bestRight: 0, bestAsked: 0 },
    });
  });

  it('belongs to the unit of the latest attempt; a certificate speaks of the one with the most right', () => {
    const base = { day: '2026-06-01', asked: 5, timeMs: 10 };
    const score = personScore(
      [
        { ...base, attemptId: 'a', unitId: 'old', startedAt: 1, points: 2, right: 5 },
        { ...base, attemptId: 'b', unitId: 'new', startedAt: 2, points: 1, right: 1 },
      ],
      'every',
    );
    expect(score).toMatchObject({ unitId: 'new', points: 3, timeMs: 20, attempts: 2, bestRight: 5, bestAsked: 5 });
  });
});

describe('roll-ups', () => {
  it('kept by new − old are those recomputed from rows, whatever is settled, removed and restored, in any order', () => {
    const history = fc.array(fc.tuple(fc.nat(2), attemptsOf), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(history, fc.constantFrom(...COUNTINGS), (steps, counting) => {
        const rollUp = new Map<string, Cell>();
        const held: CountedAttempt[][] = [[], [], []];
        for (const [person, attempts] of steps) {
          const before = cellsOf(held[person] ?? [], counting);
          held[person] = attempts;
          for (const [key, change] of cellChanges(before, cellsOf(attempts, counting)))
            rollUp.set(key, plus(rollUp.get(key) ?? NO_CELL, change));
        }
        expect(nonEmpty(rollUp)).toEqual(nonEmpty(recomputed(held, counting)));
      }),
    );
  });
});
