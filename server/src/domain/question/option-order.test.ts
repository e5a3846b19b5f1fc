import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { mixSteps, orderOptions } from './option-order.js';

describe('the order of options', () => {
  const options = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id }));
  const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id).join('');

  it('stays when it is fixed', () => {
    expect(ids(orderOptions(options, 'fixed', 's', 1))).toBe('abcde');
  });

  it('is one for the whole hall, and another for each question and seed', () => {
    expect(orderOptions(options, 'shuffled', 's', 1)).toEqual(orderOptions(options, 'shuffled', 's', 1));
    const orders = new Set(Array.from({ length: 40 }, (_, no) => ids(orderOptions(options, 'shuffled', 's', no))));
    expect(orders.size).toBeGreaterThan(20);
  });

  it('keeps pinned options where they are and loses none', () => {
    const pins = fc.array(fc.boolean(), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(pins, fc.string(), fc.integer({ min: 1, max: 100 }), (pinned, seed, no) => {
        const given = options.map((option, index) => ({ ...option, pinned: pinned[index] }));
        const ordered = orderOptions(given, 'shuffled', seed, no);
        expect([...ordered].sort((a, b) => a.id.localeCompare(b.id))).toEqual(given);
        given.forEach((option, index) => option.pinned && expect(ordered[index]).toEqual(option));
      }),
    );
  });
});

describe('the steps of an ordering', () => {
  const steps = (count: number) =>
    'abcdefghij'
      .slice(0, count)
      .split('')
      .map((id) => ({ id, text: `${id} 步` }));
  const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id);
  const texts = (list: readonly { text: string }[]) => list.map(({ text }) => text);
  const shown = (count: number, questionNo: number) =>
    texts(mixSteps(steps(count), ids(steps(count)), 's', questionNo).options)
      .map((text) => text.charAt(0))
      .join('');
  const places = fc.record({
    count: fc.integer({ min: 3, max: 10 }),
    seed: fc.string(),
    questionNo: fc.integer({ min: 1, max: 100 }),
  });

  it('are never shown in their right order, are all there, and lie the same for the whole hall', () => {
    fc.assert(
      fc.property(places, ({ count, seed, questionNo }) => {
        const right = ids(steps(count));
        const mixed = mixSteps(steps(count), right, seed, questionNo);
        expect(texts(mixed.options)).not.toEqual(texts(steps(count)));
        expect(texts(mixed.options).sort()).toEqual(texts(steps(count)));
        expect(mixSteps(steps(count), right, seed, questionNo)).toEqual(mixed);
      }),
    );
  });

  it('are named in the order in which they are shown, and the right order knows them by these names', () => {
    fc.assert(
      fc.property(places, ({ count, seed, questionNo }) => {
        const right = ids(steps(count)).reverse();
        const { options, rightOrder } = mixSteps(steps(count), right, seed, questionNo);
        expect(ids(options)).toEqual(options.map((_, index) => `s${index + 1}`));
        const textOf = new Map(options.map(({ id, text }) => [id, text]));
        expect(rightOrder.map((id) => textOf.get(id))).toEqual(right.map((id) => `${id} 步`));
      }),
    );
  });

  it('are told apart by their pictures where they have no words', () => {
    const pictures = ['x', 'y', 'z'].map((src, index) => ({ id: 'abc'.charAt(index), text: '', media: { src } }));
    const relettered = [...pictures].reverse().map((step, index) => ({ ...step, id: 'abc'.charAt(index) }));
    const [one, other] = [mixSteps(pictures, ['b', 'a', 'c'], 's', 1), mixSteps(relettered, ['b', 'c', 'a'], 's', 1)];
    expect(other).toEqual(one);
  });

  it('may lie in any other order', () => {
    const orders = Array.from({ length: 200 }, (_, no) => shown(3, no));
    expect(new Set(orders)).toEqual(new Set(['acb', 'bac', 'bca', 'cab', 'cba']));
  });

  it('of two may be right by chance, for else the other order would be the answer', () => {
    const orders = Array.from({ length: 50 }, (_, no) => shown(2, no));
    expect(new Set(orders)).toEqual(new Set(['ab', 'ba']));
  });
});
