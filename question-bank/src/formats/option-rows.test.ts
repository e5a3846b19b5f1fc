import { describe, expect, it } from '@jest/globals';
import { importTable, optionTexts, xlsx, type Rows } from './table-builder.js';

const HEADER = ['题目序号', '题目类型', '题目内容', '整体解析', '所属题库', '是否正确项', '选项内容'];

const table = (...rows: Rows) => importTable(xlsx([HEADER, ...rows]));

describe('one option a row', () => {
  it('makes a question of the rows with the same number, repeated or empty below', () => {
    const read = table(
      ['1', '1', '油锅起火怎么做？', '盖住。', '消防安全', '1', '盖上锅盖'],
      ['1', '', '', '', '', '0', '浇水'],
      ['', '', '', '', '', '0', '跑'],
      ['2', '2', '哪些要报警？', '', '', '是', '火灾'],
      ['2', '2', '哪些要报警？', '', '', '是', '爆炸'],
      ['2', '2', '哪些要报警？', '', '', '否', '打喷嚏'],
      ['3', '3', '灭火器要检查。', '', '', '√', '正确'],
      ['3', '3', '灭火器要检查。', '', '', '×', '错误'],
    );
    expect(read.table.sheets[0]?.layout).toBe('option-rows');
    expect(read.keys).toEqual(['single a', 'multiple a,b', 'boolean true']);
    expect(read.table.typeCodes.map(({ code, suggested }) => `${code} ${suggested}`)).toEqual([
      '1 single',
      '2 multiple',
      '3 boolean',
    ]);
    expect(read.questions[0]).toMatchObject({ explanation: '盖住。', category: 'fire', provenance: { row: 2 } });
    expect(optionTexts(read.questions[0])).toEqual(['盖上锅盖', '浇水', '跑']);
    expect(read.codes).toEqual([]);
  });

  it('begins a new question where another stem begins, without numbers', () => {
    const read = importTable(
      xlsx([
        ['题干', '选项', '选项内容', '答案'],
        ['怎么做？', 'A', '报警', 'A'],
        ['', 'B', '跑', ''],
        ['再怎么做？', 'A', '跑', 'B'],
        ['', 'B', '叫人', ''],
      ]),
    );
    expect(read.keys).toEqual(['single a', 'single b']);
  });

  it('is seen where 选项 goes on below its question', () => {
    const rows: Rows = [
      ['题号', '题干', '选项', '答案'],
      ['1', '怎么做？', 'A.报警', 'A'],
      ['', '', 'B.跑', ''],
      ['2', '再怎么做？', 'A.跑', 'BC'],
      ['', '', 'B.叫人', ''],
      ['', '', 'C.报警', ''],
    ];
    const read = importTable(xlsx(rows));
    expect(read).toMatchObject({ keys: ['single a', 'multiple b,c'], codes: [] });
    expect(optionTexts(read.questions[1])).toEqual(['跑', '叫人', '报警']);
  });

  it('takes 错 in the first row at its word', () => {
    const read = table(
      ['1', '判断题', '灭火器不用检查。', '', '', '1', '错误'],
      ['1', '判断题', '', '', '', '0', '正确'],
    );
    expect(read.keys).toEqual(['boolean false']);
  });

  it('refuses rows that do not agree, and a single choice with two right rows', () => {
    const differing = table(['1', '单选题', '怎么做？', '', '', '1', '报警'], ['1', '多选题', '', '', '', '0', '跑']);
    expect(differing).toMatchObject({ keys: [], codes: ['option_rows_differ'] });
    const two = table(['1', '单选题', '怎么做？', '', '', '1', '报警'], ['1', '', '', '', '', '1', '跑']);
    expect(two).toMatchObject({ keys: [], codes: ['single_with_several'] });
  });

  it('refuses a question without a right row', () => {
    const read = table(['1', '单选题', '怎么做？', '', '', '0', '报警'], ['1', '', '', '', '', '0', '跑']);
    expect(read.codes).toEqual(['answer_missing']);
  });
});
