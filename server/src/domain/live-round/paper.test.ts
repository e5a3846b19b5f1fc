import type { QuestionPick } from '@anquanli/contract/rounds';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { pickQuestions, type Candidate } from './paper.js';

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
