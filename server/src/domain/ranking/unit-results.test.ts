import { describe, expect, it } from '@jest/globals';
import { unitResults } from './unit-results.js';

const seat = (unitId: string, total: number, rightCount = 1) => ({ unitId, total, rightCount });

describe('the board by unit', () => {
  it('ranks by mean: many people alone do not win', () => {
    const seats = [
      ...Array.from({ length: 30 }, () => seat('large', 1_000)),
      seat('small', 1_500),
      seat('small', 1_500),
    ];
    const rows = unitResults(seats, 2, (id) => id);
    expect(rows.map(({ unitId, rank, people, mean }) => [unitId, rank, people, mean])).toEqual([
      ['small', 1, 2, 1_500],
      ['large', 2, 30, 1_000],
    ]);
    expect(rows[1]?.bestTen).toBe(10_000);
  });

  it('lets equals share a place and tells the share of right answers', () => {
    const rows = unitResults([seat('a', 10, 1), seat('b', 10, 2), seat('c', 5, 0)], 2, (id) => id);
    expect(rows.map(({ rank, rightShare }) => [rank, rightShare])).toEqual([
      [1, 0.5],
      [1, 1],
      [3, 0],
    ]);
  });

  it('has no share where nothing counted', () => {
    expect(unitResults([seat('a', 0, 0)], 0, () => '机修班')[0]).toMatchObject({ name: '机修班', rightShare: 0 });
  });
});
