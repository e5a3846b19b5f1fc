import type { Choice, Key } from '@anquanli/contract/question';
import { SCORINGS, type Scoring } from '@anquanli/contract/vocabulary';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { score, type ScoringRules } from './score.js';
import { shareRight } from './share-right.js';

const asked = (key: Key) => ({ key, media: [] });
const KEY = asked({ kind: 'single', option: 'b' });
const RIGHT: Choice = { kind: 'single', option: 'b' };
const WRONG: Choice = { kind: 'single', option: 'a' };
const several = (...options: string[]) => ({ kind: 'multiple' as const, options });

const by = (scoring: Scoring, changes: Partial<ScoringRules> = {}): ScoringRules => ({
  scoring,
  multipleScoring: 'exact',
  plannedQuestions: 10,
  ...changes,
});
const points = (elapsedMs: number, limitMs: number | null, rules: ScoringRules) =>
  score(KEY, RIGHT, elapsedMs, limitMs, rules).points;

describe('accuracy', () => {
  it.each([
    // ten questions: a bonus of at most floor(999 / 10) = 99, linear to the limit
    [10, 0, 20_000, 1_099],
    [10, 5_000, 20_000, 1_074], // floor(99 × 0.75) = floor(74.25)
    [10, 10_000, 20_000, 1_049], // floor(49.5)
    [10, 19_999, 20_000, 1_000],
    [10, 20_000, 20_000, 1_000],
    [1, 0, 20_000, 1_999],
    [1, 500, 20_000, 1_974], // floor(999 × 0.975) = floor(974.025)
    [3, 0, 15_000, 1_333],
    [7, 0, 5_000, 1_142],
    [100, 0, 20_000, 1_009],
    [100, 1, 20_000, 1_008],
  ])('with %i questions gives an answer after %i of %i ms %i points', (plannedQuestions, elapsed, limit, expected) => {
    expect(points(elapsed, limit, by('accuracy', { plannedQuestions }))).toBe(expected);
  });

  it('keeps all bonuses of a round together below one question, however many are planned', () => {
    for (let plannedQuestions = 1; plannedQuestions <= 1_500; plannedQuestions += 1) {
      const { bonus } = score(KEY, RIGHT, 0, 20_000, by('accuracy', { plannedQuestions }));
      expect(bonus * plannedQuestions).toBeLessThan(1_000);
    }
  });

  it('ranks one right answer more above any speed', () => {
    const plan = fc.integer({ min: 1, max: 100 });
    fc.assert(
      fc.property(plan, fc.nat(), (plannedQuestions, seed) => {
        const rightOfFast = seed % plannedQuestions;
        const rules = by('accuracy', { plannedQuestions });
        expect((rightOfFast + 1) * points(20_000, 20_000, rules)).toBeGreaterThan(
          rightOfFast * points(0, 20_000, rules),
        );
      }),
    );
  });
});

describe('speed', () => {
  it.each([
    [0, 20_000, 1_000],
    [500, 20_000, 1_000], // full within half a second
    [501, 20_000, 987], // 500 + round(500 × (1 − 0.02505)) = 500 + round(487.475)
    [5_000, 20_000, 875],
    [10_000, 20_000, 750],
    [19_999, 20_000, 500],
    [20_000, 20_000, 500],
    [2_000, 5_000, 800],
    [60_000, 240_000, 875],
  ])('gives an answer after %i of %i ms %i points', (elapsed, limit, expected) => {
    expect(points(elapsed, limit, by('speed'))).toBe(expected);
  });

  it('never gives a right answer less than half', () => {
    fc.assert(
      fc.property(fc.nat(400_000), fc.integer({ min: 5_000, max: 240_000 }), (elapsed, limit) => {
        expect(points(elapsed, limit, by('speed'))).toBeGreaterThanOrEqual(500);
      }),
    );
  });
});

describe('flat', () => {
  it('gives the same for every right answer, whenever it came', () => {
    expect([0, 400, 12_345, 20_000].map((at) => points(at, 20_000, by('flat')))).toEqual([1_000, 1_000, 1_000, 1_000]);
  });
});

describe('every way of scoring', () => {
  it.each(SCORINGS)('%s gives 1,000 without a bonus where there is no limit', (scoring) => {
    expect(score(KEY, RIGHT, 7_000, null, by(scoring))).toEqual({ verdict: 'right', points: 1_000, bonus: 0 });
  });

  it.each(SCORINGS)('%s gives nothing for a wrong answer, however fast', (scoring) => {
    expect(score(KEY, WRONG, 0, 20_000, by(scoring))).toEqual({ verdict: 'wrong', points: 0, bonus: 0 });
  });

  it.each(SCORINGS)('%s never gives more for answering later', (scoring) => {
    const time = fc.nat(240_000);
    fc.assert(
      fc.property(
        time,
        time,
        fc.integer({ min: 5_000, max: 240_000 }),
        fc.integer({ min: 1, max: 100 }),
        (a, b, limit, n) => {
          const rules = by(scoring, { plannedQuestions: n });
          expect(points(Math.max(a, b), limit, rules)).toBeLessThanOrEqual(points(Math.min(a, b), limit, rules));
        },
      ),
    );
  });

  it('gives whole points, never below nothing, and the bonus is part of them', () => {
    const ids = ['a', 'b', 'c', 'd', 'e'];
    const some = fc.subarray(ids, { minLength: 1 });
    fc.assert(
      fc.property(
        fc.record({
          right: some,
          chosen: some,
          scoring: fc.constantFrom(...SCORINGS),
          multipleScoring: fc.constantFrom('exact' as const, 'partial' as const),
          elapsed: fc.nat(300_000),
          limit: fc.option(fc.integer({ min: 5_000, max: 240_000 }), { nil: null }),
          plannedQuestions: fc.integer({ min: 1, max: 100 }),
        }),
        ({ right, chosen, elapsed, limit, ...rules }) => {
          const result = score(asked(several(...right)), several(...chosen), elapsed, limit, rules);
          expect(Number.isInteger(result.points) && Number.isInteger(result.bonus)).toBe(true);
          expect(result.bonus).toBeGreaterThanOrEqual(0);
          expect(result.points).toBeGreaterThanOrEqual(result.bonus);
          expect(result.points).toBeLessThan(2_000);
          expect(result.verdict === 'wrong').toBe(result.points === 0);
          if (result.verdict === 'partly') {
            expect(result.bonus).toBe(0);
            // Less than anybody who is fully right, however late.
            expect(result.points).toBeLessThan(score(KEY, RIGHT, 1e9, limit, rules).points);
          }
        },
      ),
    );
  });
});

describe('multiple choice', () => {
  const key = asked(several('a', 'b', 'd'));

  it.each([
    ['all right, in any order', ['d', 'a', 'b'], 1, 1],
    ['two of three', ['a', 'b'], 0, 2 / 3],
    ['one of three', ['a'], 0, 1 / 3],
    ['all and one wrong', ['a', 'b', 'c', 'd'], 0, 2 / 3],
    ['two right, one wrong', ['a', 'b', 'c'], 0, 1 / 3],
    ['one right, one wrong', ['a', 'c'], 0, 0],
    ['one right, two wrong', ['a', 'c', 'e'], 0, 0],
    ['only wrong', ['c'], 0, 0],
  ])('%s counts exact and partial as it should', (_, chosen, exact, partial) => {
    expect(shareRight(key, several(...chosen), 'exact')).toBe(exact);
    expect(shareRight(key, several(...chosen), 'partial')).toBeCloseTo(partial, 12);
  });

  it('gives a partly right answer its share without a bonus, rounded down', () => {
    const rules = { multipleScoring: 'partial' as const };
    const twoOfThree = several('a', 'b');
    expect(score(key, twoOfThree, 0, 20_000, by('accuracy', rules))).toEqual({
      verdict: 'partly',
      points: 666,
      bonus: 0,
    });
    expect(score(key, twoOfThree, 0, 20_000, by('flat', rules))).toEqual({ verdict: 'partly', points: 666, bonus: 0 });
    expect(score(key, twoOfThree, 0, 20_000, by('speed', rules))).toEqual({ verdict: 'partly', points: 333, bonus: 0 });
    expect(score(key, twoOfThree, 0, null, by('speed', rules))).toEqual({ verdict: 'partly', points: 666, bonus: 0 });
  });

  it('gives whoever ticks everything no advantage over ticking nothing', () => {
    expect(shareRight(asked(several('a')), several('a', 'b', 'c', 'd'), 'partial')).toBe(0);
    expect(shareRight(asked(several('a', 'b')), several('a', 'b', 'c', 'd'), 'partial')).toBe(0);
  });

  it('with a bonus for being fully right', () => {
    expect(score(key, several('b', 'd', 'a'), 0, 20_000, by('accuracy', { multipleScoring: 'partial' })).points).toBe(
      1_099,
    );
  });
});

it('a true-or-false answer is right when it is the key’s value', () => {
  expect(shareRight(asked({ kind: 'boolean', value: false }), { kind: 'boolean', value: false }, 'exact')).toBe(1);
  expect(shareRight(asked({ kind: 'boolean', value: false }), { kind: 'boolean', value: true }, 'exact')).toBe(0);
});

it('an answer of another kind than the question is wrong', () => {
  expect(shareRight(KEY, several('b'), 'partial')).toBe(0);
  expect(shareRight(asked(several('b')), RIGHT, 'partial')).toBe(0);
  expect(shareRight(asked({ kind: 'boolean', value: true }), RIGHT, 'exact')).toBe(0);
});
