import { describe, expect, it } from '@jest/globals';
import { SCENARIOS } from '../../scenarios/registry.js';
import { BARS, barsOf, isReached } from '../measure/bars.js';
import { reportOfRuns } from './runs-report.js';
import { ratiosOf, spreadsOf } from './spread.js';

const run = (figures: object, isVoid = false, broken: string[] = []) => ({
  ...{ summary: '', broken },
  json: { target: 'embedded', players: 500, void: isVoid, ...figures },
});

describe('several runs', () => {
  it('are summed up by the median, the least and the most of every figure, also of inner ones', () => {
    const spreads = spreadsOf([
      { a: 3, b: { c: 10 } },
      { a: 1, b: { c: null } },
      { a: 2, b: { c: 20 } },
    ]);
    expect(Object.fromEntries(spreads)).toEqual({
      a: { median: 2, least: 1, most: 3 },
      'b.c': { median: 15, least: 10, most: 20 },
    });
  });

  it('are compared with the baseline of the same run, not with that of another', () => {
    const ratios = ratiosOf([
      { ackP99Ms: 10, baseline: { ackP99Ms: 10 } },
      { ackP99Ms: 100, baseline: { ackP99Ms: 50 } },
      { ackP99Ms: 30, baseline: { ackP99Ms: 10 } },
    ]);
    expect(ratios.get('ackP99Ms')).toEqual({ median: 2, least: 1, most: 3 });
  });

  it('leave out those whose machine was busy', () => {
    const outcome = reportOfRuns('full-round', [run({ ackP99Ms: 40 }), run({ ackP99Ms: 900 }, true)], 'abc1234');
    expect(outcome.json).toMatchObject({ voidRuns: 1, commit: 'abc1234', medians: { ackP99Ms: 40 } });
    expect(outcome.summary).toContain('| answer to ack, p99 | ≤ 100 ms | 40 | yes |');
    expect(outcome.summary).toContain('1 of them void');
  });

  it('say so when a bar is missed, and are all there when each was void', () => {
    const outcome = reportOfRuns('full-round', [run({ ackP99Ms: 140 }, true), run({ ackP99Ms: 160 }, true)], null);
    expect(outcome.summary).toContain('| answer to ack, p99 | ≤ 100 ms | 150 (140 to 160) | **no** |');
    expect(outcome.json).toMatchObject({ voidRuns: 2, commit: null });
  });

  it('have broken what any of them broke, void or not', () => {
    const outcome = reportOfRuns('full-round', [run({}), run({}, true, ['lost: 1'])], null);
    expect(outcome.broken).toEqual(['run 2: lost: 1']);
  });
});

describe('the bars', () => {
  it('are of scenarios that exist', () => {
    const names = SCENARIOS.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining([...new Set(BARS.map(({ scenario }) => scenario))]));
  });

  it.each([
    [{ target: 'mysql', slowDiskMs: 0 }, 100],
    [{ target: 'cluster', slowDiskMs: 0 }, 250],
    [{ target: 'cluster', slowDiskMs: 20 }, 300],
  ])('for the ack of %j is %d ms', (json, most) => {
    expect(barsOf('full-round', json).filter(({ figure }) => figure === 'ackP99Ms')).toMatchObject([{ most }]);
  });

  it.each([
    [{ most: 100 }, 100, true],
    [{ most: 100 }, 100.01, false],
    [{ least: 150 }, 150, true],
    [{ least: 150 }, 149, false],
    [{ most: 100 }, null, null],
  ])('%j with %d is reached: %j', (bar, value, wanted) => expect(isReached(bar, value)).toBe(wanted));
});
