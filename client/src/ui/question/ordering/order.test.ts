import { describe, expect, it } from '@jest/globals';
import { movedTo, placeAt, scrollStep, shiftOf } from './order';

/** Rows of different heights with 10 px between them. */
const rows = [64, 100, 64, 64].reduce<{ top: number; height: number }[]>((all, height) => {
  const last = all[all.length - 1];
  return [...all, { top: last === undefined ? 0 : last.top + last.height + 10, height }];
}, []);

describe('moving an item', () => {
  it('takes it out and puts it in, further up or further down', () => {
    expect(movedTo(['a', 'b', 'c', 'd'], 3, 0)).toEqual(['d', 'a', 'b', 'c']);
    expect(movedTo(['a', 'b', 'c', 'd'], 0, 2)).toEqual(['b', 'c', 'a', 'd']);
  });

  it('stops at the ends', () => {
    expect(movedTo(['a', 'b'], 0, 9)).toEqual(['b', 'a']);
    expect(movedTo(['a', 'b'], 1, -3)).toEqual(['b', 'a']);
  });
});

describe('the place of a dragged row', () => {
  it('is its own until it has passed the middle of a neighbour', () => {
    expect(placeAt(rows, 0, 0)).toBe(0);
    expect(placeAt(rows, 0, 55)).toBe(0);
    expect(placeAt(rows, 0, 65)).toBe(1);
  });

  it('goes over several rows at once and never past the ends', () => {
    expect(placeAt(rows, 0, 500)).toBe(3);
    expect(placeAt(rows, 3, -500)).toBe(0);
    expect(placeAt(rows, 3, -60)).toBe(2);
  });
});

describe('the others', () => {
  it('make room by the height of the dragged row and one gap', () => {
    expect([0, 1, 2, 3].map((index) => shiftOf(rows, index, 0, 2))).toEqual([0, -74, -74, 0]);
    expect([0, 1, 2, 3].map((index) => shiftOf(rows, index, 3, 1))).toEqual([0, 74, 74, 0]);
  });

  it('stand still while it hovers over its own place', () => {
    expect([0, 1, 2, 3].map((index) => shiftOf(rows, index, 1, 1))).toEqual([0, 0, 0, 0]);
  });
});

describe('scrolling along', () => {
  it('happens only near the edges, the faster the nearer', () => {
    expect(scrollStep(300, 600)).toBe(0);
    expect(scrollStep(10, 600)).toBeLessThan(scrollStep(60, 600));
    expect(scrollStep(590, 600)).toBeGreaterThan(0);
  });
});
