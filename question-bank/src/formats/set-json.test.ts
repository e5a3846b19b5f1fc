import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { ImportChoices } from '../import/import-result.js';
import type { Question } from '../schema.js';
import { anId, aSet, aSingle, everyKind } from '../set-builder.js';
import { exportQuestionsJson, exportSetJson } from './export-json.js';
import { aDraft } from './question-arbitrary.js';
import { readSetJson } from './set-json.js';

const context = {
  categories: [
    { id: 'fire', title: '消防安全' },
    { id: 'law', title: '法律与责任' },
  ],
  sources: [
    { id: 'xff-2021', title: '消防法' },
    { id: 'aqscf-2021', title: '安全生产法' },
  ],
};
const read = (text: string, choices: ImportChoices = {}) =>
  readSetJson(text, { choices, context, sha256: `sha256:${'a'.repeat(64)}` }, 2_000);
const questionsIn = (text: string) => read(text).questions.map(({ question }) => question);
const codes = (text: string) => read(text).problems.map(({ code }) => code);

describe('a round trip', () => {
  it('loses nothing: ids, states, checks and pictures', () => {
    const set = aSet(everyKind());
    expect(questionsIn(exportSetJson(set))).toEqual(set.questions);
    expect(questionsIn(exportQuestionsJson(set.questions))).toEqual(set.questions);
  });

  it('loses nothing of any question', () => {
    fc.assert(
      fc.property(fc.array(aDraft, { minLength: 1, maxLength: 8 }), (drafts) => {
        const questions = drafts.map((draft, n) => ({ ...draft, id: anId(n) }));
        const { refused, problems, questions: found } = read(exportSetJson(aSet(questions)));
        const byId = new Map(found.map(({ question }) => [question.id, question]));
        // What the rules refuse is told; everything else is as it was.
        const told = new Set(refused.map(({ ref }) => ref));
        for (const [n, question] of questions.entries()) {
          if (told.has(`q${n + 1}`)) expect(problems.some(({ ref }) => ref === `q${n + 1}`)).toBe(true);
          else expect(byId.get(question.id)).toEqual(question);
        }
        return told.size < questions.length || questions.length < 3;
      }),
      { numRuns: 100 },
    );
  });
});

describe('entries are checked one by one', () => {
  it('and refused with the path inside them', () => {
    const bad = { ...aSingle({ id: anId(2) }), answer: { option: 7 }, colour: 'red' };
    const { questions, refused, problems } = read(JSON.stringify([aSingle(), bad]));
    expect(questions.map(({ ref }) => ref)).toEqual(['q1']);
    expect(refused).toMatchObject([{ ref: 'q2', where: { row: 2 }, cells: [{ meaning: 'block' }] }]);
    expect(problems.map(({ code, says, found }) => [code, says.zh, found])).toEqual([
      ['entry_shape', '“answer.option”不合格式', '7'],
      ['entry_shape', expect.stringContaining('不合格式'), expect.anything()],
    ]);
  });

  it('and by the rules beyond the shape', () => {
    expect(codes(JSON.stringify([aSingle({ answer: { option: 'z' } })]))).toEqual(['not_a_question']);
  });

  it('and read anew when they were repaired', () => {
    const bad = JSON.stringify([{ ...aSingle(), stem: '' }]);
    const repaired = read(bad, { repairs: { q1: { block: JSON.stringify(aSingle()) } } });
    expect(repaired.questions.map(({ question }) => question)).toEqual([aSingle()]);
    expect(read(bad, { repairs: { q1: { block: '{' } } }).problems.map(({ code }) => code)).toEqual(['json_broken']);
  });

  it('an id that is there twice makes a question of its own', () => {
    const [first, second] = questionsIn(JSON.stringify([aSingle(), aSingle({ stem: '另一道题怎么做？' })])) as [
      Question,
      Question,
    ];
    expect(first.id).toBe(anId(1));
    expect(second.id).toMatch(/^q_/u);
    expect(second.id).not.toBe(anId(1));
  });

  it('a category that the bank has not goes where the admin says, by its title', () => {
    const text = JSON.stringify({
      ...aSet([aSingle({ category: 'brand' })]),
      categories: [{ id: 'brand', title: '防火' }],
    });
    expect(read(text)).toMatchObject({
      questions: [{ question: { category: 'fire' } }],
      problems: [{ code: 'category_unknown', found: '防火' }],
      categories: [{ label: '防火', count: 1, category: null }],
    });
    expect(read(text, { categories: { 防火: 'law' } })).toMatchObject({
      questions: [{ question: { category: 'law' } }],
      problems: [],
    });
  });

  it('sources and pictures that are not there are told', () => {
    const question = aSingle({ citations: [{ source: 'gb-1' }], media: ['site'] });
    expect(codes(JSON.stringify([question]))).toEqual(['citation_unknown', 'picture_left_out']);
  });
});

describe('a file that is no set says so', () => {
  it.each([
    ['[{"id":', 'json_broken'],
    ['{}', 'json_not_questions'],
    ['{"formatVersion":2,"questions":[]}', 'json_version'],
    ['{"response_code":0,"results":[]}', 'format_not_yet'],
  ])('%s', (text, code) => expect(codes(text)).toEqual([code]));

  it('with the line where the JSON ends', () => {
    expect(read('[\n{"id": 1},\n').problems).toMatchObject([{ where: { line: 3 }, weight: 'file' }]);
  });
});
