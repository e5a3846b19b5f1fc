import { describe, expect, it } from '@jest/globals';
import { cellsOf, hottest } from './heat';

const heat = {
  columns: 24,
  rows: 16,
  cells: [
    [5, 4, 9],
    [6, 4, 36],
    [13, 9, 25],
    [20, 2, 1],
  ] as [number, number, number][],
};

describe('the heat of a picture', () => {
  it('shows a few taps beside many', () => {
    expect(cellsOf(heat).map(({ strength }) => strength)).toEqual([0.5, 1, 5 / 6, 1 / 6]);
  });

  it('names the hottest spots, not the neighbours of one', () => {
    expect(hottest(heat, 2).map(({ column, row, taps }) => [column, row, taps])).toEqual([
      [6, 4, 36],
      [13, 9, 25],
    ]);
    expect(hottest(heat, 9)).toHaveLength(3);
    expect(hottest({ ...heat, cells: [] }, 3)).toEqual([]);
  });
});
