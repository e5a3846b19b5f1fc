import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import { questionSetJsonSchema } from './json-schema.js';
import { Question, QuestionSet } from './schema.js';
import { aHotspot, aMultiple, anId, aNumeric, aSet, aSingle, everyKind } from './set-builder.js';

const fits = (value: unknown) => Question.safeParse(value).success;

describe('a question', () => {
  it('may be of each of the seven kinds, and comes out as it went in', () => {
    expect(new Set(everyKind().map(({ type }) => type)).size).toBe(7);
    for (const question of everyKind()) expect(Question.parse(question)).toEqual(question);
  });

  it('refuses keys it does not know, at every depth', () => {
    for (const question of everyKind()) {
      expect(fits({ ...question, review: {} })).toBe(false);
      expect(fits({ ...question, answer: { ...question.answer, hint: '' } })).toBe(false);
    }
    const [option, ...others] = aSingle().options;
    expect(fits({ ...aSingle(), options: [{ ...option, score: 1 }, ...others] })).toBe(false);
    expect(fits({ ...aSingle(), citations: [{ source: 'xff-2021', quote: '' }] })).toBe(false);
    expect(fits({ ...aSingle(), checks: [{ kind: 'source-text', on: '2026-11-23', result: 'agrees', by: 'x' }] })).toBe(
      false,
    );
  });

  it('refuses the answer of another kind', () => {
    expect(fits({ ...aSingle(), answer: aMultiple().answer })).toBe(false);
    expect(fits({ ...aNumeric(), options: aSingle().options })).toBe(false);
    expect(fits({ ...aHotspot(), media: [] })).toBe(false);
  });

  it.each([
    ['an id of another alphabet', { id: `q_${'i'.repeat(26)}` }],
    ['an upper-case id', { id: anId(1).toUpperCase() }],
    ['revision zero', { rev: 0 }],
    ['a stem of one character', { stem: '？' }],
    ['a stem of white space', { stem: '　　　' }],
    ['a stem of 1,001 characters', { stem: '火'.repeat(1001) }],
    ['one option', { options: aSingle().options.slice(0, 1) }],
    ['difficulty 6', { difficulty: 6 }],
    ['half a difficulty', { difficulty: 1.5 }],
    ['four seconds', { timeLimitSec: 4 }],
    ['a day that does not exist', { validFrom: '2026-02-30' }],
    ['a status of its own', { status: 'ready' }],
    ['a check of its own', { checks: [{ kind: 'guess', on: '2026-11-23', result: 'agrees' }] }],
  ])('refuses %s', (_what, change) => {
    expect(fits(aSingle())).toBe(true);
    expect(fits({ ...aSingle(), ...change })).toBe(false);
  });
});

describe('a set', () => {
  it('takes all kinds and refuses keys it does not know', () => {
    const set = aSet(everyKind());
    expect(QuestionSet.parse(set)).toEqual(set);
    expect(QuestionSet.safeParse({ ...set, maintainers: [] }).success).toBe(false);
  });

  it('refuses media outside its folder', () => {
    const set = aSet([]);
    const at = (path: string) => ({ ...set, media: set.media.map((medium) => ({ ...medium, path })) });
    expect(QuestionSet.safeParse(at('media/a.webp')).success).toBe(true);
    expect(QuestionSet.safeParse(at('media/../a.webp')).success).toBe(false);
    expect(QuestionSet.safeParse(at('media/.hidden')).success).toBe(false);
  });
});

it('is written to the schema folder as it is now (npm run bank -- schema)', async () => {
  const written = await readFile(new URL('../schema/question-set.schema.json', import.meta.url), 'utf8');
  expect(written).toBe(questionSetJsonSchema());
});
