import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { agreesWithKey, blindSheet, compareBlind, type BlindAnswer } from './blind.js';
import {
  aBoolean,
  aHotspot,
  aMultiple,
  anId,
  aNumeric,
  anOrdering,
  aSet,
  aSingle,
  aText,
  everyKind,
} from './set-builder.js';

describe('the sheet', () => {
  it('has nothing but what a reader needs to answer', () => {
    const sheet = blindSheet(aSet(everyKind()), '1');
    expect(sheet.map(({ type }) => type)).toEqual(everyKind().map(({ type }) => type));
    const allowed = new Set(['id', 'type', 'category', 'stem', 'media', 'options', 'unit', 'blanks', 'mode']);
    for (const question of sheet) {
      expect(Object.keys(question).filter((key) => !allowed.has(key))).toEqual([]);
      for (const option of question.options ?? [])
        expect(Object.keys(option).filter((key) => !['id', 'text', 'media'].includes(key))).toEqual([]);
    }
    expect(JSON.stringify(sheet)).not.toContain('隔绝空气');
  });

  it('shuffles options by its seed and keeps their ids', () => {
    const order = (seed: string) =>
      blindSheet(aSet([aSingle()]), seed)[0]
        ?.options?.map(({ id }) => id)
        .join('') ?? '';
    expect(order('1')).toBe(order('1'));
    expect([...order('1')].sort().join('')).toBe('abcd');
    expect(new Set(Array.from({ length: 40 }, (_, n) => order(String(n)))).size).toBeGreaterThan(10);
    expect(new Set(blindSheet(aSet([aSingle()]), '7')[0]?.options)).toEqual(new Set(aSingle().options));
  });

  it('puts every option first about equally often', () => {
    const firsts = Array.from({ length: 400 }, (_, n) => blindSheet(aSet([aSingle()]), `s${n}`)[0]?.options?.[0]?.id);
    for (const id of ['a', 'b', 'c', 'd']) {
      const share = firsts.filter((first) => first === id).length / firsts.length;
      expect(share).toBeGreaterThan(0.15);
      expect(share).toBeLessThan(0.35);
    }
  });

  it('leaves out deprecated questions', () => {
    const deprecation = { since: '1.0.0', reason: 'other' } as const;
    expect(blindSheet(aSet([aSingle({ status: 'deprecated', deprecation })]), '1')).toEqual([]);
  });
});

describe('an answer agrees with the key', () => {
  it('of each kind', () => {
    expect(agreesWithKey(aSingle(), { option: 'a' })).toBe(true);
    expect(agreesWithKey(aSingle(), { option: 'b' })).toBe(false);
    expect(agreesWithKey(aMultiple(), { options: ['c', 'a'] })).toBe(true);
    expect(agreesWithKey(aMultiple(), { options: ['a'] })).toBe(false);
    expect(agreesWithKey(aMultiple(), { options: ['a', 'b', 'c'] })).toBe(false);
    expect(agreesWithKey(aBoolean(), { value: true })).toBe(true);
    expect(agreesWithKey(aBoolean(), { value: false })).toBe(false);
    expect(agreesWithKey(anOrdering(), { order: ['c', 'a', 'b', 'd'] })).toBe(true);
    expect(agreesWithKey(anOrdering(), { order: ['a', 'b', 'c', 'd'] })).toBe(false);
    expect(agreesWithKey(aNumeric(), { value: 2 })).toBe(true);
    expect(agreesWithKey(aNumeric(), { value: 2.1 })).toBe(false);
    expect(agreesWithKey(aText(), { blanks: [' １１９ '] })).toBe(true);
    expect(agreesWithKey(aText(), { blanks: ['119', '120'] })).toBe(false);
    expect(agreesWithKey(aHotspot(), { regions: ['r2', 'r1'] })).toBe(true);
    expect(agreesWithKey(aHotspot(), { regions: ['r1'] })).toBe(false);
    const findOne = aHotspot({ answer: { ...aHotspot().answer, mode: 'find-one' } });
    expect(agreesWithKey(findOne, { regions: ['r1'] })).toBe(true);
    expect(agreesWithKey(findOne, { regions: ['d1'] })).toBe(false);
  });

  it('never in the shape of another kind', () => {
    const shapes: [string, BlindAnswer][] = [
      ['single', { option: 'a' }],
      ['multiple', { options: ['a', 'c'] }],
      ['boolean', { value: true }],
      ['ordering', { order: ['c', 'a', 'b', 'd'] }],
      ['numeric', { value: 2 }],
      ['text', { blanks: ['119'] }],
      ['hotspot', { regions: ['r1', 'r2'] }],
    ];
    for (const question of everyKind()) {
      for (const [kind, answer] of shapes) expect(agreesWithKey(question, answer)).toBe(kind === question.type);
    }
  });

  it('in any order of blanks where the order is free', () => {
    const blanks = [{ accept: ['红', '红色'] }, { accept: ['蓝', '红'] }, { accept: ['黄'] }];
    const given = ['蓝', '黄', '红'];
    fc.assert(
      fc.property(fc.shuffledSubarray(given, { minLength: 3 }), (order) => {
        expect(agreesWithKey(aText({ answer: { blanks, anyOrder: true } }), { blanks: order })).toBe(true);
      }),
    );
    expect(agreesWithKey(aText({ answer: { blanks } }), { blanks: given })).toBe(false);
    expect(agreesWithKey(aText({ answer: { blanks, anyOrder: true } }), { blanks: ['红', '红', '红'] })).toBe(false);
  });
});

it('sorts answers into agreeing, disagreeing, missing and unknown', () => {
  const set = aSet([aSingle(), aBoolean({ id: anId(2) }), aBoolean({ id: anId(3) })]);
  const comparison = compareBlind(set, {
    [anId(1)]: { option: 'a' },
    [anId(2)]: { value: false },
    [anId(9)]: { value: true },
  });
  expect(comparison.agreeing).toEqual([anId(1)]);
  expect(comparison.disagreeing.map(({ question }) => question.id)).toEqual([anId(2)]);
  expect(comparison.unanswered).toEqual([anId(3)]);
  expect(comparison.unknown).toEqual([anId(9)]);
});
