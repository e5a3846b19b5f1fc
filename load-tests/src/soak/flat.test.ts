import { describe, expect, it } from '@jest/globals';
import { seededRandom } from '../bots/seeded-random.js';
import { courseOf, median } from './flat.js';

const RULE = { tolerance: 0.05, least: 2 };
const series = (count: number, value: (index: number) => number) => Array.from({ length: count }, (_, i) => value(i));

describe('a series of readings', () => {
  it('is flat where it stays at its level', () => {
    expect(
      courseOf(
        series(30, () => 100),
        RULE,
      ),
    ).toEqual({ growth: 0, allowed: 5, isFlat: true });
  });

  it('is flat where it only grew while it warmed up', () => {
    expect(
      courseOf(
        series(30, (i) => 100 + 10 * Math.min(i, 10)),
        RULE,
      ).isFlat,
    ).toBe(true);
  });

  it('is not flat where it grows a little with every round', () => {
    const { isFlat, growth } = courseOf(
      series(30, (i) => 100 + i),
      RULE,
    );
    expect(isFlat).toBe(false);
    expect(growth).toBeCloseTo(19);
  });

  it.each([1, 2, 3, 4, 5])('is flat where it is noisy around its level (noise %i)', (seed) => {
    const random = seededRandom(seed);
    expect(
      courseOf(
        series(30, () => 100 + 8 * (random() - 0.5)),
        RULE,
      ).isFlat,
    ).toBe(true);
  });

  it.each([1, 2, 3, 4, 5])('is not flat where a leak hides in the noise (noise %i)', (seed) => {
    const random = seededRandom(seed);
    expect(
      courseOf(
        series(30, (i) => 100 + i + 8 * (random() - 0.5)),
        RULE,
      ).isFlat,
    ).toBe(false);
  });

  it('is not led astray by single readings far off, not even by the last one', () => {
    expect(
      courseOf(
        series(30, (i) => (i === 17 || i === 29 ? 300 : 100)),
        RULE,
      ).isFlat,
    ).toBe(true);
  });

  it('is flat where it falls', () => {
    expect(
      courseOf(
        series(30, (i) => 200 - i),
        RULE,
      ).isFlat,
    ).toBe(true);
  });

  it('is flat where it grows by less than a reading is exact', () => {
    expect(
      courseOf(
        series(30, (i) => 10 + i / 20),
        RULE,
      ).isFlat,
    ).toBe(true);
  });

  it('is undecided where it is short, however steep', () => {
    expect(
      courseOf(
        series(5, (i) => 100 * i),
        RULE,
      ).isFlat,
    ).toBeNull();
    expect(courseOf([], RULE).isFlat).toBeNull();
  });
});

it.each([
  [[3, 1, 2], 2],
  [[4, 1, 2, 3], 2.5],
  [[], 0],
])('the median of %j is %d', (values, wanted) => expect(median(values)).toBe(wanted));
