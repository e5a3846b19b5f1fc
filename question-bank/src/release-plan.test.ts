import { describe, expect, it } from '@jest/globals';
import { planRelease } from './release-plan.js';
import type { Question, QuestionSet } from './schema.js';
import { aBoolean, anId, aSet, aSingle, underCheck } from './set-builder.js';

const NEVER_RELEASED = { versions: [] };
const problemsOf = (questions: Question[], changes: Partial<QuestionSet> = {}, version = '1.0.0') =>
  planRelease(underCheck(questions, changes), version, NEVER_RELEASED).problems;

describe('a planned release', () => {
  it('has nothing against it when its file could be loaded', () => {
    expect(problemsOf([aSingle()])).toEqual([]);
  });

  it('is refused when the set would not load', () => {
    expect(problemsOf([aSingle()], { title: '长'.repeat(121) })).toMatchObject([
      { code: 'schema', where: { file: 'sets/a-set/set.json', path: 'title' } },
    ]);
    expect(problemsOf([aSingle()], {}, '1.0')).toMatchObject([{ code: 'schema', where: { path: 'version' } }]);
  });

  it('says which question would not', () => {
    const question = aSingle({ id: anId(2), tags: ['长'.repeat(25)] });
    const under = underCheck([aBoolean({ id: anId(1) }), question]);
    const fileOf = new Map([[question, 'sets/a-set/fire.json']]);
    expect(planRelease({ ...under, fileOf }, '1.0.0', NEVER_RELEASED).problems).toMatchObject([
      { code: 'schema', where: { file: 'sets/a-set/fire.json', questionId: anId(2), path: 'tags.0' } },
    ]);
  });

  it('is not asked about drafts that stay behind', () => {
    const draft = aSingle({ id: anId(2), status: 'draft', tags: ['长'.repeat(25)] });
    expect(problemsOf([aBoolean({ id: anId(1) }), draft])).toEqual([]);
  });

  it('is told to be empty rather than without shape', () => {
    expect(problemsOf([aSingle({ status: 'draft' })]).map(({ code }) => code)).toEqual(['nothing_to_release']);
  });

  it('does not bring back what was deprecated', () => {
    const deprecation = { since: '1.1.0', reason: 'wrong-key' } as const;
    const latest = aSet([aBoolean(), aSingle({ id: anId(2), rev: 2, status: 'deprecated', deprecation })], {
      version: '1.1.0',
    });
    const now = underCheck([aBoolean(), aSingle({ id: anId(2), rev: 3 })]);
    const { problems } = planRelease(now, '2.0.0', { versions: ['1.1.0'], latest });
    expect(problems.map(({ code, where }) => [code, where.questionId])).toEqual([['revived', anId(2)]]);
  });
});
