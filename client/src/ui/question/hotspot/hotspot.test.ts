import { describe, expect, it } from '@jest/globals';
import type { Zone } from '@anquanli/contract/question';
import { markAt, withMark, withoutMark, withPlace, type Places } from './marks';
import { findingsOf, isInZone, middleOf, outlineOf, type HotspotKey } from './zones';

const SIZE = { width: 800, height: 400 };
const named = { id: 'a', label: '配电箱', feedback: null };
const rect: Zone = { ...named, shape: 'rect', from: [0.1, 0.2], to: [0.3, 0.6] };
const circle: Zone = { ...named, id: 'b', shape: 'circle', center: [0.5, 0.5], r: 0.1 };
const poly: Zone = {
  ...named,
  id: 'c',
  shape: 'poly',
  points: [
    [0.7, 0.1],
    [0.9, 0.1],
    [0.9, 0.5],
  ],
};

describe('a zone', () => {
  it('holds what lies in it', () => {
    expect(isInZone(rect, [0.2, 0.4], 0, SIZE)).toBe(true);
    expect(isInZone(rect, [0.31, 0.4], 0, SIZE)).toBe(false);
    expect(isInZone(poly, [0.88, 0.2], 0, SIZE)).toBe(true);
    expect(isInZone(poly, [0.72, 0.4], 0, SIZE)).toBe(false);
  });

  it('is a circle in pixels, though the picture is not square', () => {
    expect(isInZone(circle, [0.59, 0.5], 0, SIZE)).toBe(true);
    expect(isInZone(circle, [0.5, 0.69], 0, SIZE)).toBe(true);
    expect(isInZone(circle, [0.5, 0.71], 0, SIZE)).toBe(false);
    expect(isInZone(circle, [0.58, 0.66], 0, SIZE)).toBe(false);
  });

  it('is widened by the tolerance, the same way in both directions', () => {
    expect(isInZone(rect, [0.31, 0.4], 0.02, SIZE)).toBe(true);
    expect(isInZone(rect, [0.2, 0.63], 0.02, SIZE)).toBe(true);
    expect(isInZone(rect, [0.2, 0.65], 0.02, SIZE)).toBe(false);
    expect(isInZone(poly, [0.69, 0.1], 0.02, SIZE)).toBe(true);
  });

  it('has a middle and an outline', () => {
    expect(middleOf(poly)).toEqual([0.8, 0.3]);
    expect(outlineOf(rect, SIZE)).toBe('M100.0 100.0L300.0 100.0L300.0 300.0L100.0 300.0z');
  });
});

describe('the own answer', () => {
  const key: HotspotKey = { kind: 'hotspot', mode: 'find-all', zones: [rect, circle, poly], tolerance: 0.01 };

  it('has found zones by taps and by names, and hit nothing elsewhere', () => {
    const findings = findingsOf(
      key,
      {
        kind: 'hotspot',
        points: [
          [0.2, 0.4],
          [0.05, 0.9],
        ],
        places: ['c', 'x'],
      },
      SIZE,
    );
    expect(findings).toEqual({ found: ['a', 'c'], wrongTaps: [[0.05, 0.9]], wrongPlaces: ['x'] });
  });

  it('without an answer found nothing', () => {
    expect(findingsOf(key, null, SIZE)).toEqual({ found: [], wrongTaps: [], wrongPlaces: [] });
  });
});

describe('marks', () => {
  const none: Places = { by: 'places', points: [], places: [] };
  const two: Places = {
    ...none,
    points: [
      [0.1, 0.1],
      [0.14, 0.1],
    ],
  };

  it('are met by a tap near them, the nearest of several', () => {
    expect(markAt(two.points, [0.12, 0.1], { width: 300, height: 200 })).toBe(0);
    expect(markAt(two.points, [0.15, 0.12], { width: 300, height: 200 })).toBe(1);
    expect(markAt(two.points, [0.5, 0.1], { width: 300, height: 200 })).toBeNull();
    expect(markAt([], [0.5, 0.1], { width: 300, height: 200 })).toBeNull();
  });

  it('are met less easily once the picture is shown larger', () => {
    expect(markAt(two.points, [0.17, 0.1], { width: 300, height: 200 })).toBe(1);
    expect(markAt(two.points, [0.17, 0.1], { width: 1_500, height: 1_000 })).toBeNull();
  });

  it('are no more than allowed, together with the places of the list', () => {
    expect(withMark(two, [0.5, 0.5], 3)?.points).toHaveLength(3);
    expect(withMark({ ...two, places: ['a'] }, [0.5, 0.5], 3)).toBeNull();
    expect(withPlace({ ...two, places: ['a'] }, 'b', 3)).toBeNull();
    expect(withPlace({ ...two, places: ['a'] }, 'a', 3)).toEqual(two);
  });

  it('move where only one is asked for', () => {
    expect(withMark({ ...none, points: [[0.1, 0.1]] }, [0.5, 0.5], 1)?.points).toEqual([[0.5, 0.5]]);
    expect(withPlace({ ...none, points: [[0.1, 0.1]] }, 'a', 1)).toEqual({ ...none, places: ['a'] });
  });

  it('stay within the picture, and go away', () => {
    expect(withMark(none, [1.2, -0.1], 3)?.points).toEqual([[1, 0]]);
    expect(withMark(none, [0.123456, 0.5], 3)?.points).toEqual([[0.1235, 0.5]]);
    expect(withoutMark(two, 0).points).toEqual([[0.14, 0.1]]);
  });
});
