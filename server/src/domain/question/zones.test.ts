import type { Zone } from '@anquanli/contract/question';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isHit, type Point } from './zones.js';

const named = { id: 'p1', label: '灭火器', feedback: null };
const rect = (from: [number, number], to: [number, number]): Zone => ({ ...named, shape: 'rect', from, to });
const circle = (center: [number, number], r: number): Zone => ({ ...named, shape: 'circle', center, r });
const poly = (...points: [number, number][]): Zone => ({ ...named, shape: 'poly', points });
const exactly = { tolerance: 0, aspect: 1 };

const inUnit = fc.double({ min: 0, max: 1, noNaN: true });
const point = fc.tuple(inUnit, inUnit);
const zones = fc.oneof(
  fc.tuple(point, point).map(([from, to]) => rect(from, to)),
  fc.tuple(point, fc.double({ min: 0.01, max: 0.5, noNaN: true })).map(([center, r]) => circle(center, r)),
  fc.array(point, { minLength: 3, maxLength: 8 }).map((points) => poly(...points)),
);
const aspects = fc.double({ min: 0.2, max: 5, noNaN: true });

describe('a rectangle', () => {
  const zone = rect([0.2, 0.3], [0.5, 0.6]);

  it('is hit inside and on its edges, and not beside them', () => {
    for (const tap of [
      [0.3, 0.4],
      [0.2, 0.3],
      [0.5, 0.6],
      [0.2, 0.6],
      [0.35, 0.3],
    ] as Point[]) {
      expect([tap, isHit(zone, tap, exactly)]).toEqual([tap, true]);
    }
    for (const tap of [
      [0.199, 0.4],
      [0.501, 0.4],
      [0.3, 0.299],
      [0.3, 0.601],
    ] as Point[]) {
      expect([tap, isHit(zone, tap, exactly)]).toEqual([tap, false]);
    }
  });

  it('is the same from whichever corner it was drawn', () => {
    const others = [rect([0.5, 0.6], [0.2, 0.3]), rect([0.5, 0.3], [0.2, 0.6]), rect([0.2, 0.6], [0.5, 0.3])];
    fc.assert(
      fc.property(point, aspects, (tap, aspect) => {
        const aim = { tolerance: 0.02, aspect };
        for (const other of others) expect(isHit(other, tap, aim)).toBe(isHit(zone, tap, aim));
      }),
    );
  });
});

describe('a circle', () => {
  it('has a radius in widths of the picture, so it is round on every screen', () => {
    const zone = circle([0.5, 0.5], 0.1);
    // Twice as wide as high: 0.1 of the width is 0.2 of the height.
    const wide = { tolerance: 0, aspect: 0.5 };
    expect(isHit(zone, [0.5, 0.69], wide)).toBe(true);
    expect(isHit(zone, [0.5, 0.71], wide)).toBe(false);
    expect(isHit(zone, [0.59, 0.5], wide)).toBe(true);
    expect(isHit(zone, [0.61, 0.5], wide)).toBe(false);
    const high = { tolerance: 0, aspect: 2 };
    expect(isHit(zone, [0.5, 0.549], high)).toBe(true);
    expect(isHit(zone, [0.5, 0.551], high)).toBe(false);
  });

  it('ends at its edge, which belongs to it', () => {
    expect(isHit(circle([0.5, 0.5], 0.1), [0.6, 0.5], exactly)).toBe(true);
    expect(isHit(circle([0.3, 0.3], 0.3), [0.6, 0.3], exactly)).toBe(true);
  });
});

describe('a polygon', () => {
  /** An L: the square of the upper right corner is missing. */
  const bent = poly([0.2, 0.2], [0.4, 0.2], [0.4, 0.6], [0.8, 0.6], [0.8, 0.8], [0.2, 0.8]);

  it('is hit inside of its outline, not in its bay', () => {
    for (const tap of [
      [0.3, 0.3],
      [0.3, 0.7],
      [0.7, 0.7],
      [0.4, 0.4],
      [0.2, 0.2],
    ] as Point[]) {
      expect([tap, isHit(bent, tap, exactly)]).toEqual([tap, true]);
    }
    for (const tap of [
      [0.6, 0.4],
      [0.41, 0.59],
      [0.1, 0.5],
      [0.5, 0.9],
    ] as Point[]) {
      expect([tap, isHit(bent, tap, exactly)]).toEqual([tap, false]);
    }
  });

  it('may be drawn either way round and from any corner', () => {
    const corners = bent.shape === 'poly' ? bent.points : [];
    const others = [poly(...[...corners].reverse()), poly(...corners.slice(2), ...corners.slice(0, 2))];
    fc.assert(
      fc.property(point, aspects, (tap, aspect) => {
        const aim = { tolerance: 0.013, aspect };
        for (const other of others) expect(isHit(other, tap, aim)).toBe(isHit(bent, tap, aim));
      }),
    );
  });

  it('of four right corners is the rectangle', () => {
    fc.assert(
      fc.property(
        point,
        point,
        point,
        fc.double({ min: 0, max: 0.1, noNaN: true }),
        aspects,
        (a, b, tap, tolerance, aspect) => {
          const aim = { tolerance, aspect };
          const four = poly(a, [b[0], a[1]], b, [a[0], b[1]]);
          expect(isHit(four, tap, aim)).toBe(isHit(rect(a, b), tap, aim));
        },
      ),
    );
  });

  it('that has a corner twice is none the worse', () => {
    const twice = poly([0.2, 0.2], [0.2, 0.2], [0.6, 0.2], [0.6, 0.6]);
    expect(isHit(twice, [0.5, 0.3], exactly)).toBe(true);
    expect(isHit(twice, [0.3, 0.5], exactly)).toBe(false);
  });
});

describe('a tolerance', () => {
  it('widens a zone all around, in widths of the picture', () => {
    const wide = { tolerance: 0.05, aspect: 0.5 };
    const zone = rect([0.4, 0.4], [0.6, 0.6]);
    expect(isHit(zone, [0.36, 0.5], wide)).toBe(true);
    expect(isHit(zone, [0.34, 0.5], wide)).toBe(false);
    // Upwards 0.05 of the width is 0.1 of the height.
    expect(isHit(zone, [0.5, 0.31], wide)).toBe(true);
    expect(isHit(zone, [0.5, 0.29], wide)).toBe(false);
    // Round corners: 0.04 to the left and 0.04 of the width up is further than 0.05.
    expect(isHit(zone, [0.36, 0.32], wide)).toBe(false);
    const triangle = poly([0.4, 0.4], [0.6, 0.4], [0.6, 0.8]);
    expect(isHit(triangle, [0.5, 0.36], { tolerance: 0.05, aspect: 1 })).toBe(true);
    expect(isHit(triangle, [0.5, 0.34], { tolerance: 0.05, aspect: 1 })).toBe(false);
  });

  it('never loses what was hit without it', () => {
    fc.assert(
      fc.property(
        zones,
        point,
        aspects,
        fc.double({ min: 0, max: 0.1, noNaN: true }),
        (zone, tap, aspect, tolerance) => {
          if (isHit(zone, tap, { tolerance: 0, aspect })) expect(isHit(zone, tap, { tolerance, aspect })).toBe(true);
        },
      ),
    );
  });

  it('of nothing is hit at every corner of a polygon all the same', () => {
    fc.assert(
      fc.property(fc.array(point, { minLength: 3, maxLength: 12 }), aspects, (corners, aspect) => {
        for (const corner of corners) expect(isHit(poly(...corners), corner, { tolerance: 0, aspect })).toBe(true);
      }),
    );
  });
});
