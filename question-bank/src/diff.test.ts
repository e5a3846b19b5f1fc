import { describe, expect, it } from '@jest/globals';
import { diffSets } from './diff.js';
import type { Question, QuestionSet } from './schema.js';
import { aBoolean, aHotspot, aMultiple, anId, aNumeric, anOrdering, aSet, aSingle, aText } from './set-builder.js';

const bump = (before: Question[], after: Question[]) => diffSets(aSet(before), aSet(after)).bump;
const codes = (before: Question, after: Question) =>
  diffSets(aSet([before]), aSet([after])).problems.map(({ code }) => code);
const second = (changes: Partial<ReturnType<typeof aBoolean>> = {}) => aBoolean({ id: anId(2), ...changes });
const deprecated = { status: 'deprecated', deprecation: { since: '1.1.0', reason: 'wrong-key' }, rev: 2 } as const;

describe('how much a change asks for', () => {
  it('is nothing for the same content', () => {
    expect(diffSets(aSet([aSingle()]), aSet([aSingle()]))).toEqual({
      bump: 'none',
      changes: [],
      keyChanges: [],
      problems: [],
    });
  });

  it.each([
    ['a typo', { stem: '油锅起火了应当怎么做？' }],
    ['an explanation', { explanation: '隔绝空气。' }],
    ['a tag', { tags: ['厨房'] }],
    ['a citation date', { citations: [{ source: 'xff-2021', checkedOn: '2026-12-01' }] }],
    ['the order of options', { options: [...aSingle().options].reverse() }],
  ])('is a patch for %s', (_what, change) => {
    const after = aSingle({ ...change, rev: 2 });
    expect(bump([aSingle()], [after])).toBe('patch');
    expect(codes(aSingle(), after)).toEqual([]);
  });

  it('is a patch for another check, which needs no new revision', () => {
    const checks = [
      ...(aSingle().checks ?? []),
      { kind: 'expert-review', on: '2026-12-01', result: 'agrees' } as const,
    ];
    expect(bump([aSingle()], [aSingle({ checks })])).toBe('patch');
    expect(codes(aSingle(), aSingle({ checks }))).toEqual([]);
  });

  it.each([
    ['difficulty', { difficulty: 2 }],
    ['a time limit', { timeLimitSec: 30 }],
    ['a new language', { translations: { en: { stem: 'A pan of oil catches fire.' } } }],
    ['a deprecation', deprecated],
  ])('is a minor for %s', (_what, change) => {
    expect(bump([aSingle()], [aSingle({ rev: 2, ...change })])).toBe('minor');
  });

  it('is a patch for a corrected translation', () => {
    const translated = (stem: string, rev: number) => aSingle({ rev, translations: { en: { stem } } });
    expect(bump([translated('Fier', 1)], [translated('Fire', 2)])).toBe('patch');
  });

  it('is a minor for a new question and for one that leaves after its deprecation', () => {
    expect(bump([aSingle()], [aSingle(), second()])).toBe('minor');
    const other = aBoolean({ id: anId(3) });
    expect(bump([aSingle(), other, second(deprecated)], [aSingle(), other])).toBe('minor');
  });

  it('is a major for a question that leaves unannounced, a type that is gone and another locale', () => {
    const other = aBoolean({ id: anId(3) });
    expect(bump([aSingle(), other, second()], [aSingle(), other])).toBe('major');
    expect(bump([aSingle(), second(deprecated)], [aSingle()])).toBe('major');
    expect(diffSets(aSet([]), aSet([], { locale: 'en' })).bump).toBe('major');
  });

  it.each<[string, Partial<QuestionSet>, string]>([
    ['title', { title: '新题库' }, 'patch'],
    ['legal basis', { legalBasisDate: '2027-01-01' }, 'patch'],
    ['licence', { licence: 'CC0-1.0' }, 'minor'],
    ['name of a category', { categories: [{ id: 'fire', title: '消防' }] }, 'patch'],
    ['category', { categories: [...aSet([]).categories, { id: 'gas', title: '燃气' }] }, 'minor'],
  ])('depends on the field of the set: %s', (_what, change, wanted) => {
    expect(diffSets(aSet([]), aSet([], change)).bump).toBe(wanted);
  });
});

describe('what no version may contain', () => {
  it('is another answer under the same id, of any kind', () => {
    const changed: [Question, Question][] = [
      [aSingle(), aSingle({ rev: 2, answer: { option: 'b' } })],
      [aMultiple(), aMultiple({ rev: 2, answer: { options: ['a', 'b'] } })],
      [aBoolean(), aBoolean({ rev: 2, answer: { value: false } })],
      [anOrdering(), anOrdering({ rev: 2, answer: { order: ['a', 'b', 'c', 'd'] } })],
      [aNumeric(), aNumeric({ rev: 2, answer: { ...aNumeric().answer, accept: [{ min: 3, max: 3 }] } })],
      [aText(), aText({ rev: 2, answer: { blanks: [{ accept: ['120'] }] } })],
      [aHotspot(), aHotspot({ rev: 2, answer: { ...aHotspot().answer, mode: 'find-one' } })],
      [aSingle(), aMultiple({ rev: 2 })],
    ];
    for (const [before, after] of changed) expect(codes(before, after)).toEqual(['key_changed_in_place']);
  });

  it('is a right text that trades places with a wrong one', () => {
    const traded = aSingle().options.map((option, n, all) => ({
      ...option,
      text: all[n === 0 ? 1 : n === 1 ? 0 : n]?.text ?? '',
    }));
    expect(codes(aSingle(), aSingle({ rev: 2, options: traded }))).toEqual(['key_changed_in_place']);
  });

  it('is an ended question that is back', () => {
    const before = aSingle(deprecated);
    expect(codes(before, aSingle({ rev: 3 }))).toEqual(['revived']);
    expect(codes(before, aSingle({ ...deprecated, rev: 3, explanation: '隔绝空气。' }))).toEqual([]);
    const deprecation = { ...deprecated.deprecation, note: '法条改了' };
    expect(codes(before, aSingle({ status: 'retired', deprecation, rev: 3 }))).toEqual([]);
  });

  it('is not the order in which right options are named, nor how they are scored', () => {
    expect(
      codes(aMultiple(), aMultiple({ rev: 2, answer: { options: ['c', 'a'], scoring: 'partial-no-wrong' } })),
    ).toEqual([]);
  });

  it('is a change without a new revision, or a revision that goes back', () => {
    expect(codes(aSingle(), aSingle({ difficulty: 2 }))).toEqual(['rev_not_raised']);
    expect(codes(aSingle({ rev: 3 }), aSingle({ rev: 2, difficulty: 2 }))).toEqual(['rev_lowered']);
  });

  it('is the comparison of two different sets', () => {
    expect(diffSets(aSet([]), aSet([], { id: 'other' })).problems.map(({ code }) => code)).toEqual(['set_id_changed']);
  });
});

it('lists a key change when a new question takes the place of an old one', () => {
  const after = [aSingle(deprecated), second({ supersedes: [anId(1)] })];
  const diff = diffSets(aSet([aSingle()]), aSet(after));
  expect(diff.bump).toBe('minor');
  expect(diff.problems).toEqual([]);
  expect(diff.keyChanges).toEqual([{ replaced: anId(1), by: anId(2), reason: 'wrong-key' }]);
});
