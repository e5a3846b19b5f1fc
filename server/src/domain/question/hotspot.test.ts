import type { Choice, Key, Zone } from '@anquanli/contract/question';
import { describe, expect, it } from '@jest/globals';
import { aspectOf, findingsIn, placesMarked } from './hotspot.js';

const rect = (id: string, from: [number, number], to: [number, number]): Zone => ({
  ...{ id, label: id, feedback: null, shape: 'rect', from, to },
});
const media = [{ src: '/api/media/x', alt: '', width: 1_200, height: 600 }];
const key: Extract<Key, { kind: 'hotspot' }> = {
  kind: 'hotspot',
  mode: 'find-all',
  zones: [rect('p2', [0.1, 0.1], [0.3, 0.3]), rect('p4', [0.25, 0.25], [0.5, 0.5])],
  tolerance: 0.01,
};
const decoys = [rect('p1', [0.7, 0.7], [0.9, 0.9])];
const choice = (points: [number, number][], ...places: string[]): Extract<Choice, { kind: 'hotspot' }> => ({
  ...{ kind: 'hotspot', points, places },
});
const found = (points: [number, number][], ...places: string[]) => {
  const findings = findingsIn(key, media, choice(points, ...places));
  return [[...findings.found].sort(), findings.wrong];
};

describe('what was found in a picture', () => {
  it('are the zones that were tapped and those that were named, each once however often', () => {
    expect(found([[0.15, 0.15]])).toEqual([['p2'], 0]);
    expect(
      found(
        [
          [0.15, 0.15],
          [0.2, 0.2],
        ],
        'p2',
      ),
    ).toEqual([['p2'], 0]);
    expect(found([[0.4, 0.4]], 'p2')).toEqual([['p2', 'p4'], 0]);
  });

  it('are both zones where two lie over one another', () => {
    expect(found([[0.28, 0.28]])).toEqual([['p2', 'p4'], 0]);
  });

  it('goes with what was marked wrongly: taps beside every right zone, and wrong places named', () => {
    expect(
      found(
        [
          [0.8, 0.8],
          [0.05, 0.95],
        ],
        'p1',
        'p2',
      ),
    ).toEqual([['p2'], 3]);
  });

  it('counts a tap within the tolerance, measured in widths', () => {
    expect(found([[0.095, 0.2]])).toEqual([['p2'], 0]);
    // Half as high as wide: 0.01 of the width is 0.02 of the height.
    expect(found([[0.2, 0.085]])).toEqual([['p2'], 0]);
    expect(found([[0.2, 0.075]])).toEqual([[], 1]);
  });
});

describe('the places that were marked', () => {
  const marked = (points: [number, number][], ...places: string[]) =>
    placesMarked({ media, decoys }, key, choice(points, ...places)).sort();

  it('are right ones and wrong ones, tapped or named', () => {
    expect(
      marked(
        [
          [0.15, 0.15],
          [0.8, 0.8],
          [0.02, 0.02],
        ],
        'p4',
      ),
    ).toEqual(['p1', 'p2', 'p4']);
    expect(marked([], 'p1')).toEqual(['p1']);
    expect(marked([[0.02, 0.02]])).toEqual([]);
  });

  it('leave out a wrong place under a right one', () => {
    const under = [rect('p1', [0.1, 0.1], [0.3, 0.3])];
    expect(placesMarked({ media, decoys: under }, key, choice([[0.15, 0.15]]))).toEqual(['p2']);
  });
});

it('a picture without a size is taken for a square', () => {
  expect([aspectOf(media), aspectOf([]), aspectOf([{ src: '', alt: '', width: 0, height: 0 }])]).toEqual([0.5, 1, 1]);
});
