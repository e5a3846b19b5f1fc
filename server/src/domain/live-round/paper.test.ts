import type { QuestionPick } from '@anquanli/contract/rounds';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { mixSteps, orderOptions, pickQuestions, type Candidate } from './paper.js';

const candidate = (id: string, changes: Partial<Candidate> = {}): Candidate => ({
  id,
  category: 'fire',
  difficulty: 2,
  ...changes,
});
const SET = [
  ...Array.from({ length: 30 }, (_, index) => candidate(`f${index}`, { difficulty: (index % 5) + 1 })),
  candidate('m', { category: 'law' }),
  candidate('b', { category: 'law', difficulty: 5 }),
];
const rule = (changes: Partial<Extract<QuestionPick, { by: 'rule' }>> = {}): QuestionPick => ({
  by: 'rule',
  count: 10,
  categories: [],
  difficulties: [],
  ...changes,
});
const hand = (...questionIds: string[]): QuestionPick => ({ by: 'hand', questionIds });
const picked = (pick: QuestionPick, order: 'fixed' | 'shuffled' = 'fixed', seed = 'seed') => {
  const result = pickQuestions(SET, pick, order, seed);
  if (!result.ok) throw new Error(result.code);
  return result.value;
};

describe('questions by rule', () => {
  it('are the same for the same seed, for ever, and others for another', () => {
    expect(picked(rule(), 'shuffled')).toEqual(picked(rule(), 'shuffled'));
    expect(picked(rule(), 'shuffled', 'other')).not.toEqual(picked(rule(), 'shuffled'));
    // Stored rounds are drawn again from their seed: this list may never change.
    expect(picked(rule({ count: 5 }), 'shuffled', '安全力')).toMatchInlineSnapshot(`
      [
        "b",
        "f24",
        "f3",
        "f5",
        "f12",
      ]
    `);
  });

  it('keep the order of the set when it is fixed, and are the same questions as when shuffled', () => {
    const fixed = picked(rule());
    const places = fixed.map((id) => SET.findIndex((each) => each.id === id));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect([...picked(rule(), 'shuffled')].sort()).toEqual([...fixed].sort());
  });

  it('come from the categories and difficulties that were asked for', () => {
    expect(picked(rule({ count: 2, categories: ['law'] })).sort()).toEqual(['b', 'm']);
    expect(picked(rule({ count: 1, categories: ['law'], difficulties: [5] }))).toEqual(['b']);
    const hard = picked(rule({ count: 6, categories: ['fire'], difficulties: [4, 5] }));
    expect(hard.every((id) => [4, 5].includes(SET.find((each) => each.id === id)?.difficulty ?? 0))).toBe(true);
  });

  it('are refused when there are too few, saying how many there are', () => {
    expect(pickQuestions(SET, rule({ count: 3, categories: ['law'] }), 'fixed', 's')).toEqual({
      ok: false,
      code: 'not_enough_questions',
      details: { path: 'pick.count', minimum: 3, available: 2 },
    });
  });

  it('are each drawn once, as many as wanted, all different, whatever the seed', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.integer({ min: 1, max: 32 }),
        fc.constantFrom('fixed', 'shuffled'),
        (seed, count, order) => {
          const ids = picked(rule({ count }), order, seed);
          expect(new Set(ids).size).toBe(count);
        },
      ),
    );
  });

  it('leave no question of the set without a chance', () => {
    const seen = new Set(Array.from({ length: 300 }, (_, seed) => picked(rule(), 'fixed', `s${seed}`)).flat());
    expect(seen.size).toBe(32);
  });
});

describe('questions by hand', () => {
  it('are played in the order they were chosen in, each once', () => {
    expect(picked(hand('m', 'f3', 'b', 'm'))).toEqual(['m', 'f3', 'b']);
  });

  it('are shuffled with the seed of the round when that is wanted', () => {
    const ids = ['f1', 'f2', 'f3', 'f4', 'f5', 'f6'];
    const shuffled = picked(hand(...ids), 'shuffled');
    expect(shuffled).toEqual(picked(hand(...ids), 'shuffled'));
    expect(shuffled).not.toEqual(ids);
    expect([...shuffled].sort()).toEqual(ids);
  });

  it('are refused when one is not in the set, naming its place', () => {
    expect(pickQuestions(SET, hand('f1', 'gone'), 'fixed', 's')).toEqual({
      ok: false,
      code: 'question_unknown',
      details: { path: 'pick.questionIds.1' },
    });
  });
});

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
