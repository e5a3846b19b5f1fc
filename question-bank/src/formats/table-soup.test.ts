import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { interpret } from '../import/interpret.js';
import type { Meaning } from '../import/import-result.js';
import type { RawQuestion } from '../import/raw-question.js';
import { Question } from '../schema.js';
import { answers } from '../rules/answers.js';
import { plainText } from '../rules/plain-text.js';
import { underCheck } from '../set-builder.js';
import { readTable } from './read-table.js';
import { ENV, importTable, text, workbookOf, xlsx } from './table-builder.js';

/** Whatever the cells say: nothing is thrown, and what comes in passes the schema and the rules. */

const WORDS = [
  '题干', '题目', '选项A', '选项B', 'C', '选项', '答案', '正确答案', '题型', '是否正确', '选项内容', 'isCorrect1', '序号', '解析', '难度',
  '单选题', '多选题', '判断题', '填空题', '排序题', '填数题', '热点题', '简答题', '1', '2', '12', '1,3', 'A', 'ABC', 'b', 'ＡＣ', 'BADC', '对',
  '错误', '√', '×', 'T', '怎么做？', '火警是____。', '先（  ）后（ B ）。', 'A. 报警', 'A.1米|B.2米', '["1","2"]', '[[""]]', '{"media":["x"]}',
  '{"accept":[]}', '19.5-23.5', '≥36', '1e999', '<b>粗</b>', '<script>', '&lt;b&gt;', '\u200B', '\u00A0', '\uFFFD', '\0', "'=1", '=1+1',
  '《安全生产法》第二十条', 'GB 30871-2022 5.2', '（', '【', '__proto__', 'constructor', 'q_00000000000000000000000001', '$;$', '|', '，', '\n', '',
]; // prettier-ignore

const cell = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...WORDS) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
  { weight: 1, arbitrary: fc.array(fc.constantFrom(...WORDS), { maxLength: 4 }).map((words) => words.join('')) },
);
const rows = fc.array(fc.array(cell, { maxLength: 9 }), { maxLength: 14 });
const headed = rows.map((soup) => [
  ['题型', '题干', '选项A', '选项B', '选项C', '选项D', '答案', '解析', '依据'],
  ...soup,
]);

function expectSound(questions: readonly Question[]): void {
  for (const question of questions) {
    expect(Question.safeParse(question).success).toBe(true);
    expect([...answers(underCheck([question])), ...plainText(underCheck([question]))]).toEqual([]);
  }
}

describe('a table of anything', () => {
  it('as a workbook', () => {
    fc.assert(
      fc.property(fc.oneof(rows, headed), (soup) => expectSound(importTable(xlsx(soup)).questions)),
      { numRuns: 200 },
    );
  });

  it('as delimited text', () => {
    const content = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc
        .tuple(fc.oneof(rows, headed), fc.constantFrom(',', '\t', ';', '|'))
        .map(([soup, delimiter]) => soup.map((row) => row.join(delimiter)).join('\n')),
    );
    fc.assert(
      fc.property(content, (soup) => expectSound(importTable(text(soup)).questions)),
      { numRuns: 300 },
    );
  });

  it('with any choices', () => {
    const meaning = fc.constantFrom<Meaning>(
      'stem',
      'answer',
      'option',
      'option-correct',
      'option-1',
      'option-letter',
      'options',
      'type',
      'id',
      'ignored',
    );
    const sheet = fc.record(
      {
        isUsed: fc.boolean(),
        headerRow: fc.integer({ min: 0, max: 6 }),
        layout: fc.constantFrom('question-rows' as const, 'option-rows' as const, 'kahoot' as const),
        columns: fc.dictionary(fc.constantFrom('0', '1', '2', '3', '9'), meaning),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(headed, sheet, (soup, choices) => {
        expectSound(importTable(xlsx(soup), { sheets: { Sheet1: choices } }).questions);
      }),
      { numRuns: 200 },
    );
  });

  it('gives the same result each time', () => {
    fc.assert(
      fc.property(headed, (soup) => {
        const input = { container: 'xlsx', bytes: workbookOf({ Sheet1: soup }) } as const;
        expect(importTable(input)).toEqual(importTable(input));
      }),
      { numRuns: 30 },
    );
  });

  it('as bytes of a workbook with some of them changed', () => {
    const sound = workbookOf({
      题库: [
        ['题干', '选项A', '选项B', '答案'],
        ['怎么做？', '报警', '跑', 'A'],
      ],
    });
    const change = fc.tuple(fc.nat(), fc.nat(255));
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 12 }), fc.nat(), (changes, end) => {
        const bytes = Uint8Array.from(sound);
        for (const [at, byte] of changes) bytes[at % bytes.length] = byte;
        const cut = end % 3 === 0 ? bytes.subarray(0, end % bytes.length) : bytes;
        expect(Array.isArray(readTable({ container: 'xlsx', bytes: cut }, {}).raws)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a raw question of anything', () => {
  it('becomes a sound draft or says why not', () => {
    const maybe = fc.option(cell, { nil: undefined });
    const raw = fc.record({
      typeText: maybe,
      typeHint: fc.option(fc.constantFrom(...Question.options.map((one) => one.shape.type.value)), { nil: undefined }),
      stem: cell,
      options: fc.array(
        fc.record({ letter: maybe, text: cell, isCorrect: fc.option(fc.boolean(), { nil: undefined }) }),
        {
          maxLength: 12,
        },
      ),
      answerText: maybe,
      answerStyle: fc.constantFrom('letters' as const, 'numbers' as const, undefined),
      announcedAnswers: fc.option(fc.nat(5), { nil: undefined }),
      explanation: maybe,
      difficultyText: maybe,
      categoryText: maybe,
      tagsText: maybe,
      sourceText: maybe,
      timeLimitText: maybe,
      unitText: maybe,
      idText: maybe,
    });
    fc.assert(
      fc.property(raw, (parts) => {
        const whole: RawQuestion = { ref: 's1!r1', where: { row: 1 }, row: 1, cells: [], ...parts };
        const { question, problems } = interpret(whole, { ...ENV, choices: {} });
        if (question) expectSound([question]);
        expect(problems.some(({ weight }) => weight === 'refusal')).toBe(question === undefined);
      }),
      { numRuns: 2_000 },
    );
  });
});
