import { describe, expect, it } from '@jest/globals';
import type { DraftZone } from './draft';
import { handlesOf, isInside, movedZone, resizedZone, shapeFromDrag, shapeInMiddle, zoneAt } from './zones';

const words = { label: '', feedback: '', isRight: true };
const rect: DraftZone = { ...words, id: 'z1', shape: 'rect', from: [0.2, 0.2], to: [0.4, 0.6] };
const circle: DraftZone = { ...words, id: 'z2', shape: 'circle', center: [0.5, 0.5], r: 0.1 };
const poly: DraftZone = {
  ...words,
  id: 'z3',
  shape: 'poly',
  points: [
    [0.1, 0.1],
    [0.3, 0.1],
    [0.2, 0.3],
  ],
};
/** A picture half as high as it is wide. */
const WIDE = 0.5;

describe('a drag', () => {
  it('draws a box from any corner to the opposite one', () => {
    expect(shapeFromDrag('rect', [0.6, 0.7], [0.2, 0.3], WIDE)).toEqual({
      shape: 'rect',
      from: [0.2, 0.3],
      to: [0.6, 0.7],
    });
  });

  it('draws a circle from its middle, measured along the width', () => {
    expect(shapeFromDrag('circle', [0.5, 0.5], [0.5, 0.7], WIDE)).toMatchObject({ shape: 'circle', r: 0.1 });
  });

  it('that is a tap draws nothing, and one beyond the edge stops there', () => {
    expect(shapeFromDrag('rect', [0.5, 0.5], [0.505, 0.505], 1)).toBeNull();
    expect(shapeFromDrag('rect', [0.9, 0.9], [1.2, 1.3], 1)).toMatchObject({ to: [1, 1] });
  });
});

describe('moving', () => {
  it('takes the whole zone along and stops at the edges without squeezing it', () => {
    expect(movedZone(rect, 0.1, -0.1)).toMatchObject({ from: [0.3, 0.1], to: [0.5, 0.5] });
    expect(movedZone(rect, 5, -5)).toMatchObject({ from: [0.8, 0], to: [1, 0.4] });
    expect(movedZone(poly, 0.1, 0)).toMatchObject({
      points: [
        [0.2, 0.1],
        [0.4, 0.1],
        [0.3, 0.3],
      ],
    });
  });
});

describe('resizing', () => {
  it('pulls one corner, never past the opposite one', () => {
    expect(resizedZone(rect, 'se', [0.5, 0.7], 1)).toMatchObject({ from: [0.2, 0.2], to: [0.5, 0.7] });
    expect(resizedZone(rect, 'se', [0, 0], 1)).toMatchObject({ from: [0.2, 0.2], to: [0.215, 0.215] });
    expect(resizedZone(rect, 'nw', [0.1, 0.1], 1)).toMatchObject({ from: [0.1, 0.1], to: [0.4, 0.6] });
  });

  it('makes a circle as wide as the pointer is away', () => {
    expect(resizedZone(circle, 'r', [0.5, 0.9], WIDE)).toMatchObject({ r: 0.2 });
    expect(resizedZone(circle, 'r', [0.5, 0.5], WIDE)).toMatchObject({ r: 0.015 });
  });

  it('moves the one corner of a polygon', () => {
    expect(resizedZone(poly, '2', [0.5, 0.5], 1)).toMatchObject({
      points: [
        [0.1, 0.1],
        [0.3, 0.1],
        [0.5, 0.5],
      ],
    });
  });

  it('has a handle for every corner and one for a circle', () => {
    expect([rect, circle, poly].map((zone) => handlesOf(zone).length)).toEqual([4, 1, 3]);
  });
});

describe('a point', () => {
  it('is inside or outside of each shape', () => {
    expect(isInside(rect, [0.3, 0.3], 1)).toBe(true);
    expect(isInside(circle, [0.5, 0.65], WIDE)).toBe(true);
    expect(isInside(circle, [0.65, 0.5], WIDE)).toBe(false);
    expect(isInside(poly, [0.2, 0.15], 1)).toBe(true);
    expect(isInside(poly, [0.11, 0.28], 1)).toBe(false);
  });

  it('means the zone that was drawn last', () => {
    const above: DraftZone = { ...rect, id: 'z9' };
    expect(zoneAt([rect, above], [0.3, 0.3], 1)?.id).toBe('z9');
    expect(zoneAt([rect], [0.9, 0.9], 1)).toBeNull();
  });
});

describe('without a pointer', () => {
  it('a shape stands in the middle', () => {
    expect(shapeInMiddle('circle', WIDE)).toEqual({ shape: 'circle', center: [0.5, 0.5], r: 0.1 });
    expect(shapeInMiddle('poly', WIDE)).toMatchObject({
      points: [
        [0.5, 0.3],
        [0.6, 0.7],
        [0.4, 0.7],
      ],
    });
  });
});
