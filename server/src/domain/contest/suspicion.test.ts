import { describe, expect, it } from '@jest/globals';
import { isImpossiblyFast } from './suspicion.js';

const lines = (count: number, sinceMs: number, chars: number) =>
  Array.from({ length: count }, () => ({ sinceMs, chars }));

describe('speed', () => {
  it('is impossible when nobody can read and tap so fast', () => {
    expect(isImpossiblyFast(lines(5, 400, 90))).toBe(true);
    expect(isImpossiblyFast(lines(5, 3_299, 90))).toBe(true);
    expect(isImpossiblyFast(lines(5, 3_300, 90))).toBe(false);
  });

  it('is not judged by one or two answers', () => {
    expect(isImpossiblyFast(lines(2, 10, 90))).toBe(false);
  });
});
