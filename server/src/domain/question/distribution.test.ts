import { Distribution, type Choice, type Zone } from '@anquanli/contract/question';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aRoundQuestion } from '../../../test/support/a-round.js';
import { countedIds, distributionOf, isCountedLive, listedCounts } from './distribution.js';

const options = ['b', 'c', 'a'].map((id) => ({ id, text: id }));
const single = aRoundQuestion({ options });
const multiple = aRoundQuestion({ kind: 'multiple', options, key: { kind: 'multiple', options: ['a', 'c'] } });
const truth = aRoundQuestion({ kind: 'boolean', options: [], key: { kind: 'boolean', value: true } });
const ordering = aRoundQuestion({ kind: 'ordering', options, key: { kind: 'ordering', order: ['a', 'b', 'c'] } });
const numeric = aRoundQuestion({
  ...{ kind: 'numeric', options: [], form: { kind: 'numeric', unit: null, decimals: 2 } },
  key: { kind: 'numeric', accept: [{ min: 1, max: 2 }], unit: null },
});
const text = aRoundQuestion({
  ...{ kind: 'text', options: [], form: { kind: 'text', blanks: 2 } },
  key: { kind: 'text', blanks: [['预防'], ['治理']], anyOrder: false },
});
const rect = (id: string, from: [number, number], to: [number, number]): Zone => ({
  ...{ id, label: id, feedback: null, shape: 'rect', from, to },
});
const picture = aRoundQuestion({
  ...{ kind: 'hotspot', options: ['p1', 'p2'].map((id) => ({ id, text: id })) },
  form: { kind: 'hotspot', mode: 'find-all', maxClicks: 30 },
  media: [{ src: '/api/media/x', alt: '', width: 1_600, height: 800 }],
  key: { kind: 'hotspot', mode: 'find-all', zones: [rect('p2', [0, 0], [0.5, 0.5])], tolerance: 0 },
  decoys: [rect('p1', [0.8, 0.8], [1, 1])],
});
const taps = (...points: [number, number][]): Choice => ({ kind: 'hotspot', points, places: [] });
const hall = { seats: 9, right: 1 };

describe('a distribution', () => {
  it('counts a choice under each of its options, and true and false by their words', () => {
    expect(countedIds(single, { kind: 'single', option: 'b' })).toEqual(['b']);
    expect(countedIds(multiple, { kind: 'multiple', options: ['a', 'c'] })).toEqual(['a', 'c']);
    expect(countedIds(truth, { kind: 'boolean', value: false })).toEqual(['false']);
  });

  it('counts the steps that are in their right place', () => {
    expect(countedIds(ordering, { kind: 'ordering', order: ['a', 'c', 'b'] })).toEqual(['a']);
    expect(countedIds(ordering, { kind: 'ordering', order: ['a', 'b', 'c'] })).toEqual(['a', 'b', 'c']);
  });

  it('counts blanks by their number, never by what was typed', () => {
    const choices: Choice[] = [
      { kind: 'text', blanks: ['预防。', '秘密'] },
      { kind: 'text', blanks: ['预防', '治理'] },
    ];
    const told = distributionOf(text, choices, hall);
    expect(told.choices).toEqual([
      { id: '1', count: 2 },
      { id: '2', count: 1 },
    ]);
    expect(JSON.stringify(told)).not.toContain('秘密');
  });

  it('counts the places of a picture, tapped or named, the wrong ones too', () => {
    const choices: Choice[] = [
      taps([0.1, 0.1], [0.2, 0.2]),
      taps([0.9, 0.9], [0.6, 0.1]),
      { kind: 'hotspot', points: [], places: ['p1', 'p2'] },
    ];
    expect(distributionOf(picture, choices, hall).choices).toEqual([
      { id: 'p1', count: 2 },
      { id: 'p2', count: 2 },
    ]);
  });

  it('lists options in the order of the screen, also those that nobody chose', () => {
    const idsOf = (question: typeof single) => listedCounts(question, new Map()).map(({ id }) => id);
    expect([single, multiple, truth, ordering, text, picture, numeric].map(idsOf)).toEqual([
      ['b', 'c', 'a'],
      ['b', 'c', 'a'],
      ['true', 'false'],
      ['b', 'c', 'a'],
      ['1', '2'],
      ['p1', 'p2'],
      [],
    ]);
  });

  it('says how many could answer, did, and were right', () => {
    const choices: Choice[] = [{ kind: 'single', option: 'b' }];
    expect(distributionOf(single, choices, hall)).toEqual({
      ...{ seats: 9, answered: 1, right: 1 },
      choices: ['b', 'c', 'a'].map((id) => ({ id, count: id === 'b' ? 1 : 0 })),
    });
  });

  it('is counted as answers come in, but for what was typed and tapped', () => {
    const all = [single, multiple, truth, ordering, numeric, text, picture];
    expect(all.map(isCountedLive)).toEqual([true, true, true, true, true, false, false]);
  });
});

describe('numbers', () => {
  const listed = (counts: Record<string, number>) => listedCounts(numeric, new Map(Object.entries(counts)));

  it('are listed with the most frequent first, and the smaller first among equals', () => {
    expect(listed({ '3': 1, '19.5': 4, '-2': 1, '18': 2 }).map(({ id }) => id)).toEqual(['19.5', '18', '-2', '3']);
  });

  it('beyond the twelfth are others, and what nobody says any more is not there', () => {
    const many = Object.fromEntries(Array.from({ length: 15 }, (_, index) => [String(index), 20 - index]));
    expect(listed(many).map(({ id }) => id)).toEqual([...Array.from({ length: 12 }, (_, id) => String(id)), 'other']);
    expect(listed(many).at(-1)).toEqual({ id: 'other', count: 8 + 7 + 6 });
    expect(listed({ '7': 0 })).toEqual([]);
  });

  it('are all counted somewhere', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 40 })), (values) => {
        const choices = values.map((value): Choice => ({ kind: 'numeric', value }));
        const told = distributionOf(numeric, choices, hall);
        expect(told.choices.reduce((sum, { count }) => sum + count, 0)).toBe(values.length);
        expect(told.choices.length).toBeLessThanOrEqual(13);
      }),
    );
  });
});

describe('the heat of a picture', () => {
  it('counts taps in a grid of square cells, row by row', () => {
    const told = distributionOf(picture, [taps([0, 0], [0.01, 0.01], [1, 1]), taps([0, 0.99])], hall);
    // Half as high as wide: 32 columns and 16 rows.
    expect(told.heat).toEqual({
      ...{ columns: 32, rows: 16 },
      cells: [
        [0, 0, 2],
        [0, 15, 1],
        [31, 15, 1],
      ],
    });
  });

  it('is there for pictures alone, also where nobody tapped', () => {
    expect(distributionOf(single, [], hall)).not.toHaveProperty('heat');
    expect(distributionOf(picture, [], hall).heat?.cells).toEqual([]);
  });

  it('of the largest hall that taps as much and as widely as it can fits a column of 64 kB', () => {
    const high = { ...picture, media: [{ src: '', alt: '', width: 10, height: 8_000 }] };
    const places = Array.from({ length: 32 * 64 }, (_, n): [number, number] => [
      (n % 32) / 32,
      Math.floor(n / 32) / 64,
    ]);
    const choices = Array.from({ length: 20_000 }, (_, seat) =>
      taps(
        ...Array.from(
          { length: 30 },
          (__, tap): [number, number] => places[(seat * 30 + tap) % places.length] ?? [0, 0],
        ),
      ),
    );
    const told = distributionOf(high, choices, hall);
    expect(told.heat?.cells).toHaveLength(32 * 64);
    expect(JSON.stringify(told).length).toBeLessThan(64 * 1_024);
    expect(Distribution.safeParse(told).success).toBe(true);
  });
});
