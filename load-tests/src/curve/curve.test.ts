import { describe, expect, it } from '@jest/globals';
import { type CurvePoint, markdownOf, svgOf } from './curve-report.js';
import { linearScale, logScale, niceStep } from './scale.js';

describe('a linear scale', () => {
  it('goes from nought to a round value that holds the greatest, downwards in pixels', () => {
    const { at, ticks } = linearScale(273, [250, 50]);
    expect(ticks).toEqual([0, 100, 200, 300]);
    expect([0, 150, 300].map(at)).toEqual([250, 150, 50]);
  });

  it.each([0.4, 1, 1.62, 7, 99, 100, 101, 1_500, 18_000])('holds %d with two to six ticks', (greatest) => {
    const { ticks } = linearScale(greatest, [0, 1]);
    expect(ticks.at(-1)).toBeGreaterThanOrEqual(greatest);
    expect(ticks.length).toBeGreaterThanOrEqual(2);
    expect(ticks.length).toBeLessThanOrEqual(6);
  });

  it('has an axis also where nothing was measured', () => {
    const { at, ticks } = linearScale(0, [250, 50]);
    expect(at(0)).toBe(250);
    expect(ticks).toHaveLength(2);
  });
});

it.each([
  [0.013, 0.02],
  [21, 25],
  [25, 25],
  [60, 100],
])('a step of %d becomes %d', (step, wanted) => expect(niceStep(step)).toBe(wanted));

describe('a scale of sizes', () => {
  it('puts equal factors equally far apart, the ends at the ends', () => {
    const { at, ticks } = logScale([500, 2_000, 1_000], [0, 100]);
    expect(ticks).toEqual([500, 1_000, 2_000]);
    expect(ticks.map((tick) => Math.round(at(tick)))).toEqual([0, 50, 100]);
  });

  it('puts a single size into the middle', () => expect(logScale([500], [0, 100]).at(500)).toBe(50));
});

describe('the curve', () => {
  const point = (players: number, ackP99Ms: number | null): CurvePoint => ({
    ...{ players, broken: [] },
    run: { ackP99Ms, fanoutP99Ms: players / 40, baseline: { ackP99Ms: 3, fanoutP99Ms: players / 50 } },
  });
  const measured = { target: 'embedded' as const, commit: 'abc1234', points: [point(500, 8), point(1_000, 80)] };

  it('is drawn with a point for each size and server', () => {
    const svg = svgOf(measured);
    expect(svg).toContain('<title>product, 1,000: 80</title>');
    expect(svg).toContain('<title>bare Nest, 500: 10</title>');
    expect(svg).toContain('>bar 100</text>');
  });

  it('stays inside its picture', () => {
    for (const [, x, y] of svgOf(measured).matchAll(/<circle cx="([\d.-]+)" cy="([\d.-]+)"/g)) {
      expect(Number(x)).toBeGreaterThanOrEqual(0);
      expect(Number(x)).toBeLessThanOrEqual(1_000);
      expect(Number(y)).toBeGreaterThanOrEqual(30);
      expect(Number(y)).toBeLessThanOrEqual(300);
    }
  });

  it('leaves a gap where a size was not measured', () => {
    const svg = svgOf({ ...measured, points: [point(500, 8), point(1_000, null)] });
    expect(svg).not.toContain('product, 1,000: 0');
    expect(svg).not.toContain('NaN');
  });

  it('is told as a table too, with what broke', () => {
    const broken = { ...point(2_000, 9), broken: ['lost: 1'] };
    const table = markdownOf({ ...measured, points: [point(500, 8), broken] });
    expect(table).toContain('| 500 | 12.5 (10) | 8 (3) |');
    expect(table).toMatch(/^\| 2,000 .* lost: 1 \| no \|$/m);
  });
});
