import { describe, expect, it } from '@jest/globals';
import { strToU8 } from 'fflate';
import { aDocx, aTable, p } from '../formats/docx/docx-builder.js';
import { exportSetJson } from '../formats/export-json.js';
import { anId, aSet, everyKind } from '../set-builder.js';
import { importFile } from './import-file.js';
import type { ImportChoices, ImportRequest } from './import-result.js';

const context: ImportRequest['context'] = {
  categories: [
    { id: 'law', title: '法律与责任' },
    { id: 'fire', title: '消防安全' },
  ],
  sources: [{ id: 'xff-2021', title: '消防法' }],
  known: [{ id: anId(9), stem: '火警电话是（ ）？', optionTexts: ['110', '119'] }],
};
const run = (content: string | Uint8Array, choices: ImportChoices = {}) =>
  importFile({ name: '题库', bytes: typeof content === 'string' ? strToU8(content) : content, choices, context });

const TEXT =
  '第一章 消防安全\n一、单选题\n1.火警电话是（B）？\nA.110\nB.119\n2.问（ ）\nA.一\nB.二\n3.问（A）\nA.一\nC.二\n';

describe('a text', () => {
  it('becomes drafts with provenance, refused blocks and problems in the order of the file', () => {
    const result = run(TEXT);
    expect(result.file).toMatchObject({ name: '题库', bytes: strToU8(TEXT).length });
    expect(result.mapping).toMatchObject({
      container: 'text',
      encoding: 'utf-8',
      sheets: [{ layout: 'blocks', rows: 3 }],
      categories: [{ label: '消防安全', category: 'fire' }],
    });
    expect(result.questions).toMatchObject([
      {
        ref: 'l3',
        where: { line: 3 },
        question: {
          status: 'draft',
          category: 'fire',
          answer: { option: 'b' },
          provenance: { origin: 'imported', file: '题库', sha256: result.file.sha256, row: 3 },
        },
      },
    ]);
    expect(result.refused.map(({ ref }) => ref)).toEqual(['l9', 'l6']);
    expect(result.problems.map(({ code, ref, weight }) => [code, ref, weight])).toEqual([
      ['answer_missing', 'l6', 'refusal'],
      ['option_letters', 'l9', 'refusal'],
    ]);
  });

  it('is compared with the bank', () => {
    expect(run(TEXT).duplicates).toEqual([{ ref: 'l3', other: { questionId: anId(9) }, similarity: 1 }]);
  });

  it('is read anew with repairs, and the other questions keep their ids', () => {
    const before = run(TEXT);
    const after = run(TEXT, {
      repairs: { l6: { block: '2.问（B）\nA.一\nB.二' }, l9: { block: '3.问（A）\nA.一\nB.二三' } },
    });
    expect(after.questions.map(({ ref }) => ref)).toEqual(['l3', 'l6', 'l9']);
    expect(after.questions[0]?.question).toEqual(before.questions[0]?.question);
    expect(after.refused).toEqual([]);
  });

  it('takes the category that the admin chose for a heading, and says nothing about others', () => {
    const text = '第一部分 通用知识\n1.问（A）\nA.一\nB.二';
    expect(run(text)).toMatchObject({ problems: [], questions: [{ question: { category: 'law' } }] });
    const chosen = run(text, { categories: { 通用知识: 'fire' } });
    expect(chosen.questions[0]?.question.category).toBe('fire');
  });

  it('without a question says so', () => {
    expect(run('今天天气不错。\n明天也是。')).toMatchObject({
      questions: [],
      problems: [{ code: 'no_questions', weight: 'file' }],
    });
  });
});

describe('a document', () => {
  const body =
    p('1.火警电话是（B）') +
    p('A.110') +
    p('B.119') +
    aTable([
      ['题干', '选项A', '选项B', '答案'],
      ['急救电话是', '120', '110', 'A'],
      ['没有答案的', '一', '二', ''],
    ]);

  it('may hold questions in its text and in its tables', () => {
    const result = run(aDocx({ body }));
    expect(result.questions.map(({ ref, where, question }) => [ref, where, question.stem])).toEqual([
      ['l1', { line: 1 }, '火警电话是（　　）'],
      ['t1!r2', { sheet: '表格 1', row: 2 }, '急救电话是'],
    ]);
    expect(result.refused).toMatchObject([{ ref: 't1!r3', where: { sheet: '表格 1', row: 3 } }]);
    expect(result.mapping?.sheets.map(({ name, layout }) => [name, layout])).toEqual([
      ['正文', 'blocks'],
      ['表格 1', 'question-rows'],
    ]);
  });

  it('takes choices and repairs for its tables by their names', () => {
    const bytes = aDocx({ body });
    expect(run(bytes, { repairs: { 't1!r3': { answer: 'B' } } }).questions).toHaveLength(3);
    expect(run(bytes, { sheets: { '表格 1': { isUsed: false } } }).questions).toHaveLength(1);
  });
});

describe('a set', () => {
  it('comes in as it is', () => {
    const result = run(exportSetJson(aSet(everyKind())));
    expect(result.mapping).toMatchObject({ container: 'json', sheets: [{ layout: 'set-json', rows: 7 }] });
    expect(result.questions.map(({ question }) => question)).toEqual(everyKind());
  });
});

describe('limits', () => {
  const many = (count: number) =>
    Array.from({ length: count }, (_, n) => `${n + 1}.第${n}问（A）\nA.一\nB.二`).join('\n');

  it('2,000 questions are taken, one more is not', () => {
    expect(run(many(2_000)).questions).toHaveLength(2_000);
    const over = run(many(2_001));
    expect(over).toMatchObject({
      questions: [],
      refused: [],
      problems: [{ code: 'questions_too_many', weight: 'file' }],
    });
    expect(over.problems[0]?.says.zh).toBe('文件有 2001 道题，一次最多 2000 道');
    expect(over.mapping).not.toBeNull();
  }, 120_000);

  it('5 MB are taken, a byte more is not', () => {
    expect(run(new Uint8Array(5 * 1024 * 1024 + 1))).toMatchObject({
      mapping: null,
      problems: [{ code: 'upload_too_large' }],
    });
  });
});
