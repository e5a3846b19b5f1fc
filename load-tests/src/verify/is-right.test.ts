import type { Choice } from '@anquanli/contract/question';
import { describe, expect, it } from '@jest/globals';
import { isRight } from './is-right.js';
import type { ReleasedKey } from './released-keys.js';

const WORDS: Readonly<Record<string, string>> = {
  ...{ p1: '安全帽', p2: '电缆', p3: '出口' },
  ...{ s1: '压把', s2: '提起', s3: '拔销' },
};
const right = (key: ReleasedKey, choice: Choice) => isRight(key, choice, (id) => WORDS[id]);

describe('an answer is right', () => {
  it('to a single, multiple or boolean question when it is the key', () => {
    expect(right({ type: 'single', answer: { option: 'b' } }, { kind: 'single', option: 'b' })).toBe(true);
    expect(
      right({ type: 'multiple', answer: { options: ['a', 'c'] } }, { kind: 'multiple', options: ['c', 'a'] }),
    ).toBe(true);
    expect(right({ type: 'multiple', answer: { options: ['a', 'c'] } }, { kind: 'multiple', options: ['a'] })).toBe(
      false,
    );
    expect(right({ type: 'boolean', answer: { value: true } }, { kind: 'boolean', value: false })).toBe(false);
    expect(right({ type: 'boolean', answer: { value: true } }, { kind: 'single', option: 'true' })).toBe(false);
  });

  it('to an ordering when every step is in its place', () => {
    const options = ['拔销', '提起', '压把'].map((text, index) => ({ id: 'abc'.charAt(index), text }));
    const key: ReleasedKey = { type: 'ordering', options, answer: { order: ['b', 'a', 'c'] } };
    expect(right(key, { kind: 'ordering', order: ['s2', 's3', 's1'] })).toBe(true);
    expect(right(key, { kind: 'ordering', order: ['s3', 's2', 's1'] })).toBe(false);
    expect(right(key, { kind: 'ordering', order: ['s2', 's3'] })).toBe(false);
    expect(() => right(key, { kind: 'ordering', order: ['b', 'a', 'c'] })).toThrow('what b is');
  });

  it('to a question for a number when it is in a range, ends included', () => {
    const key: ReleasedKey = {
      type: 'numeric',
      answer: {
        accept: [
          { min: 0.3, max: 0.5 },
          { min: 40, max: 40 },
        ],
      },
    };
    const values = [0.3, 0.1 + 0.2, 0.5, 40, 0.29, 0.51, 41];
    expect(values.map((value) => right(key, { kind: 'numeric', value }))).toEqual([
      true,
      true,
      true,
      true,
      false,
      false,
      false,
    ]);
  });

  it('to a text when every blank is, in the order that is asked for', () => {
    const blanks = [{ accept: ['预防', 'GB 30871'] }, { accept: ['治理'] }];
    const typed = (...texts: string[]): Choice => ({ kind: 'text', blanks: texts });
    const inOrder: ReleasedKey = { type: 'text', answer: { blanks } };
    const anyOrder: ReleasedKey = { type: 'text', answer: { blanks, anyOrder: true } };
    expect(right(inOrder, typed(' ｇｂ３０８７１。', '治 理'))).toBe(true);
    expect([right(inOrder, typed('治理', '预防')), right(anyOrder, typed('治理', '预防'))]).toEqual([false, true]);
    expect([right(anyOrder, typed('治理', '治理')), right(inOrder, typed('预防', ''))]).toEqual([false, false]);
  });

  it('to a picture when all places are found, by taps or names, and nothing else is marked', () => {
    const key: ReleasedKey = {
      type: 'hotspot',
      answer: {
        ...{ mode: 'find-all', tolerance: 0.02 },
        regions: [
          { id: 'r1', label: '出口', shape: 'rect', from: [0.1, 0.1], to: [0.3, 0.3] },
          {
            id: 'r2',
            label: '电缆',
            shape: 'poly',
            points: [
              [0.5, 0.5],
              [0.7, 0.5],
              [0.7, 0.9],
            ],
          },
        ],
      },
      size: { width: 200, height: 100 },
    };
    const marked = (points: [number, number][], ...places: string[]): Choice => ({ kind: 'hotspot', points, places });
    expect(
      right(
        key,
        marked([
          [0.2, 0.2],
          [0.65, 0.6],
        ]),
      ),
    ).toBe(true);
    expect(right(key, marked([[0.2, 0.2]], 'p2'))).toBe(true);
    expect(right(key, marked([], 'p3', 'p2'))).toBe(true);
    // 0.02 of 200 pixels are 4: 0.04 of the height.
    expect(right(key, marked([[0.2, 0.335]], 'p2'))).toBe(true);
    expect(right(key, marked([[0.2, 0.345]], 'p2'))).toBe(false);
    expect(
      right(
        key,
        marked([
          [0.2, 0.2],
          [0.52, 0.8],
        ]),
      ),
    ).toBe(false);
    expect(right(key, marked([], 'p3', 'p2', 'p1'))).toBe(false);
    expect(right(key, marked([], 'p3'))).toBe(false);
    const one: ReleasedKey = { ...key, answer: { ...key.answer, mode: 'find-one' } };
    expect([right(one, marked([], 'p3')), right(one, marked([[0.2, 0.2]], 'p1'))]).toEqual([true, false]);
    expect(() => right(key, marked([], 'p9'))).toThrow('what p9 is');
  });

  it('to a picture with a round place as wide as a share of its width', () => {
    const key: ReleasedKey = {
      type: 'hotspot',
      answer: { mode: 'find-one', regions: [{ id: 'r', label: '瓶', shape: 'circle', center: [0.5, 0.5], r: 0.1 }] },
      size: { width: 200, height: 100 },
    };
    const tap = (x: number, y: number): Choice => ({ kind: 'hotspot', points: [[x, y]], places: [] });
    expect([
      right(key, tap(0.59, 0.5)),
      right(key, tap(0.61, 0.5)),
      right(key, tap(0.5, 0.69)),
      right(key, tap(0.5, 0.71)),
    ]).toEqual([...[true, false, true, false]]);
  });
});
