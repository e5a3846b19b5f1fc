import { describe, expect, it } from '@jest/globals';
import type { Distribution } from '@anquanli/contract/question';
import { barsOf, orderBars, percentOf } from './bars';

const options = [
  { id: 'a', text: '先请示' },
  { id: 'b', text: '先撤离' },
  { id: 'c', text: '先拍照' },
];

function distribution(answered: number, counts: Record<string, number>): Distribution {
  const choices = Object.entries(counts).map(([id, count]) => ({ id, count }));
  return { seats: 80, answered, right: 0, choices };
}

describe('bars', () => {
  it('follow the order of the options and count the unnamed as nobody', () => {
    const bars = barsOf(options, distribution(40, { b: 30, a: 10 }), { kind: 'single', option: 'b' });
    expect(bars.map(({ id, count, isRight }) => [id, count, isRight])).toEqual([
      ['a', 10, false],
      ['b', 30, true],
      ['c', 0, false],
    ]);
  });
  it('are shares of those who answered, so that several choices may pass one whole', () => {
    const bars = barsOf(options, distribution(40, { a: 40, b: 30 }), { kind: 'multiple', options: ['a', 'b'] });
    expect(bars.map((bar) => bar.share)).toEqual([1, 0.75, 0]);
  });
  it('are empty, not broken, when nobody answered', () => {
    const bars = barsOf(options, distribution(0, {}), { kind: 'single', option: 'a' });
    expect(bars.map((bar) => bar.share)).toEqual([0, 0, 0]);
  });
  it('light nothing when the question was withdrawn', () => {
    expect(barsOf(options, distribution(40, { b: 30 }), null).some((bar) => bar.isRight)).toBe(false);
  });
});

describe('bars of an ordering', () => {
  const key = { kind: 'ordering' as const, order: ['c', 'a', 'b'] };

  it('stand in the right order, with the letter of the option and its place', () => {
    const bars = orderBars(options, distribution(40, { a: 10, c: 40 }), { key, voidReason: null });
    expect(bars.map(({ id, index, place, share }) => [id, index, place, share])).toEqual([
      ['c', 2, 1, 1],
      ['a', 0, 2, 0.25],
      ['b', 1, 3, 0],
    ]);
  });
  it('stand as they were asked when the question was withdrawn', () => {
    const bars = orderBars(options, distribution(40, {}), { key, voidReason: '题有歧义' });
    expect(bars.map(({ id, place }) => [id, place])).toEqual([
      ['a', null],
      ['b', null],
      ['c', null],
    ]);
  });
});

describe('percent', () => {
  it('never calls somebody nobody, nor almost all all', () => {
    expect([0, 0.001, 0.2125, 0.999, 1].map(percentOf)).toEqual([0, 1, 21, 99, 100]);
  });
});
