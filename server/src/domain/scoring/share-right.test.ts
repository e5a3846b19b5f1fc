import type { Choice, Key, Zone } from '@anquanli/contract/question';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { shareRight } from './share-right.js';

const asked = (key: Key) => ({ key, media: [] });
const both = (key: Key, choice: Choice) => [
  shareRight(asked(key), choice, 'exact'),
  shareRight(asked(key), choice, 'partial'),
];

describe('an order', () => {
  const key: Key = { kind: 'ordering', order: ['a', 'b', 'c', 'd'] };
  const ordered = (text: string) => both(key, { kind: 'ordering', order: text.split('') });

  it.each([
    ['abcd', 1, 1],
    ['abdc', 0, 1 / 3], // a-b
    ['bcda', 0, 2 / 3], // b-c, c-d: all moved on by one place, and yet two steps follow rightly
    ['dabc', 0, 2 / 3],
    ['cdab', 0, 2 / 3],
    ['acbd', 0, 0],
    ['dcba', 0, 0],
  ])('%s is worth %d, or %d by its neighbours', (order, exact, partial) => {
    expect(ordered(order)).toEqual([exact, partial]);
  });

  it('is whole only where every step is in its place', () => {
    const steps = fc.shuffledSubarray(['a', 'b', 'c', 'd'], { minLength: 4 });
    fc.assert(
      fc.property(steps, (order) => {
        expect(ordered(order.join(''))[1] === 1).toBe(order.join('') === 'abcd');
      }),
    );
  });
});

describe('a number', () => {
  it('is right or wrong, however parts count', () => {
    const key: Key = { kind: 'numeric', accept: [{ min: 19.5, max: 23.5 }], unit: '%' };
    expect(both(key, { kind: 'numeric', value: 19.5 })).toEqual([1, 1]);
    expect(both(key, { kind: 'numeric', value: 19.4 })).toEqual([0, 0]);
  });
});

describe('a text', () => {
  const key: Key = { kind: 'text', blanks: [['预防'], ['治理'], ['监管']], anyOrder: false };

  it.each([
    [['预防', '治理', '监管'], 1, 1],
    [['预防', '治理', ''], 0, 2 / 3],
    [['治理', '预防', '监管'], 0, 1 / 3],
    [['x', 'y', 'z'], 0, 0],
  ])('%j is worth %d, or %d by its blanks', (blanks, exact, partial) => {
    expect(both(key, { kind: 'text', blanks })).toEqual([exact, partial]);
  });

  it('may come in any order where the question says so', () => {
    expect(both({ ...key, anyOrder: true }, { kind: 'text', blanks: ['监管', '预防', '治理'] })).toEqual([1, 1]);
  });
});

describe('a picture', () => {
  const zone = (id: string, x: number): Zone => ({
    ...{ id, label: id, feedback: null, shape: 'rect' },
    ...{ from: [x, 0.4], to: [x + 0.1, 0.6] },
  });
  const all: Key = {
    ...{ kind: 'hotspot', mode: 'find-all', tolerance: 0 },
    zones: [zone('p1', 0.1), zone('p3', 0.3), zone('p4', 0.5)],
  };
  const any: Key = { ...all, mode: 'find-one' };
  const marks = (xs: number[], ...places: string[]): Choice => ({
    ...{ kind: 'hotspot', points: xs.map((x): [number, number] => [x, 0.5]), places },
  });

  it.each([
    ['all tapped', marks([0.15, 0.35, 0.55]), 1, 1],
    ['all named', marks([], 'p1', 'p3', 'p4'), 1, 1],
    ['some tapped, some named, one twice', marks([0.15, 0.16, 0.35], 'p1', 'p4'), 1, 1],
    ['two of three', marks([0.15], 'p3'), 0, 2 / 3],
    ['all and one beside', marks([0.15, 0.35, 0.55, 0.9]), 0, 2 / 3],
    ['all and one wrong name', marks([0.15, 0.35, 0.55], 'p2'), 0, 2 / 3],
    ['one found, two beside', marks([0.15, 0.9, 0.95]), 0, 0],
    ['nothing found', marks([0.9]), 0, 0],
  ])('of which all places are asked: %s', (_, choice, exact, partial) => {
    expect(both(all, choice)).toEqual([exact, partial]);
  });

  it.each([
    ['one tapped', marks([0.15]), 1],
    ['one named', marks([], 'p4'), 1],
    ['two found', marks([0.15, 0.35]), 1],
    ['one found, one beside', marks([0.15, 0.9]), 0],
    ['one found, one wrong name', marks([0.15], 'p2'), 0],
    ['nothing found', marks([0.9]), 0],
  ])('of which one place is asked: %s, and there are no parts', (_, choice, share) => {
    expect(both(any, choice)).toEqual([share, share]);
  });

  it('is measured by the proportions of the picture', () => {
    const key: Key = {
      ...{ kind: 'hotspot', mode: 'find-one', tolerance: 0 },
      zones: [{ id: 'p1', label: '', feedback: null, shape: 'circle', center: [0.5, 0.5], r: 0.1 }],
    };
    const share = (width: number, height: number) =>
      shareRight(
        { key, media: [{ src: '', alt: '', width, height }] },
        { ...marks([]), points: [[0.5, 0.65]] } as Choice,
        'exact',
      );
    expect([share(800, 400), share(800, 800)]).toEqual([1, 0]);
  });
});
