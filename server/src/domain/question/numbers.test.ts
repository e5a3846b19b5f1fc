import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fitsDecimals, isInAnyRange, roundedTo } from './numbers.js';

describe('a number in a range', () => {
  it('may lie on either end', () => {
    const ranges = [
      { min: 19.5, max: 23.5 },
      { min: 40, max: 40 },
    ];
    for (const value of [19.5, 20, 23.5, 40]) expect([value, isInAnyRange(value, ranges)]).toEqual([value, true]);
    for (const value of [19.4, 23.6, 39.999, 40.001, -20]) expect(isInAnyRange(value, ranges)).toBe(false);
  });

  it('meets an end also where adding in binary missed it by a hair', () => {
    expect(isInAnyRange(0.1 + 0.2, [{ min: 0.3, max: 0.3 }])).toBe(true);
    expect(isInAnyRange(0.3, [{ min: 0.1 + 0.2, max: 1 }])).toBe(true);
    expect(isInAnyRange(1.1 * 3, [{ min: 0, max: 3.3 }])).toBe(true);
    expect(isInAnyRange(-0.1 - 0.2, [{ min: -0.3, max: 0 }])).toBe(true);
  });

  it('keeps every digit that a question may ask for apart', () => {
    expect(isInAnyRange(0.000001, [{ min: 0, max: 0 }])).toBe(false);
    expect(isInAnyRange(1_000_000_000, [{ min: 999_999_999.999, max: 999_999_999.999 }])).toBe(false);
    expect(isInAnyRange(0, [{ min: 0, max: 0 }]) && isInAnyRange(-0, [{ min: 0, max: 0 }])).toBe(true);
  });
});

describe('digits after the point', () => {
  it('fit when rounding to them takes nothing away', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 6 }), (whole, decimals) => {
        const value = whole / 10 ** decimals;
        expect(fitsDecimals(value, decimals)).toBe(true);
        expect(fitsDecimals(Number(`${whole}e-${decimals}`), decimals)).toBe(true);
        if (whole % 10 !== 0 && decimals > 0) expect(fitsDecimals(value, decimals - 1)).toBe(false);
      }),
    );
  });

  it('are rounded to a number whose zero has no sign', () => {
    expect([roundedTo(0.1 + 0.2, 1), roundedTo(-3.25, 2), Object.is(roundedTo(-0, 2), 0)]).toEqual([0.3, -3.25, true]);
  });
});
