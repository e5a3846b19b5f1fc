import { describe, expect, it } from '@jest/globals';
import { seededRandom, shuffle } from './random.js';

const take = (seed: string, count: number) => {
  const random = seededRandom(seed);
  return Array.from({ length: count }, random);
};

describe('seededRandom', () => {
  it('gives the same numbers for the same seed, now and in every later version', () => {
    expect(take('安全力', 3)).toEqual(take('安全力', 3));
    expect(take('round/1', 4).map((value) => Math.floor(value * 1e6))).toEqual([674_041, 10_033, 383_175, 521_457]);
  });

  it('gives other numbers for seeds that differ in one character', () => {
    const first = ['a', 'b', 'aa', 'ab', 'ba', ''].map((seed) => take(seed, 1)[0]);
    expect(new Set(first).size).toBe(first.length);
  });

  it('spreads evenly over 0 to below 1', () => {
    const values = take('even', 20_000);
    expect(values.every((value) => value >= 0 && value < 1)).toBe(true);
    const tenths = Array.from(
      { length: 10 },
      (_, tenth) => values.filter((value) => Math.floor(value * 10) === tenth).length,
    );
    expect(Math.min(...tenths)).toBeGreaterThan(1_800);
    expect(Math.max(...tenths)).toBeLessThan(2_200);
  });
});

describe('shuffle', () => {
  it('keeps every item once and leaves the given list alone', () => {
    const items = [1, 2, 3, 4, 5];
    expect([...shuffle(items, seededRandom('x'))].sort()).toEqual([1, 2, 3, 4, 5]);
    expect(items).toEqual([1, 2, 3, 4, 5]);
  });

  it('finds every order of three about equally often', () => {
    const counts = new Map<string, number>();
    for (let seed = 0; seed < 6_000; seed += 1) {
      const order = shuffle(['a', 'b', 'c'], seededRandom(`seed-${seed}`)).join('');
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    expect(counts.size).toBe(6);
    expect(Math.min(...counts.values())).toBeGreaterThan(850);
    expect(Math.max(...counts.values())).toBeLessThan(1_150);
  });
});
