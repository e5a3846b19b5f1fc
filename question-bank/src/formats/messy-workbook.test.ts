import { describe, expect, it } from '@jest/globals';
import { importTable, optionTexts, xlsx, type Rows } from './table-builder.js';

/** Whole sheets as safety departments keep them, with several kinds of dirt at once. */

const TITLE = '2026年“安全生产月”知识竞赛题库';

describe('a sheet as it grew over the years', () => {
  const rows: Rows = [
    [TITLE],
    ['注意：答案请填写大写字母，题干、选项、答案均为必填'],
    [
      '序号',
      '所属分类',
      '题目类型\n（必填）',
      '题目内容（必填）',
      '选项',
      '正确答案',
      '答案解析',
      '难易度',
      '法规条款',
      '分值',
      '',
    ],
    [
      '1',
      '消防安全',
      '单选题',
      '油锅起火时应当（ ）。\n',
      'A、盖上锅盖\nB、浇水\nC、端起锅跑',
      'Ａ ',
      '隔绝空气。',
      '简单',
      '《消防法》第五条',
      2,
      '',
    ],
    ['2', '', '多选', '发现火情，应当：', 'A.报警|B.叫人|C.围观|D.逃生', 'D、A，B', '', '一般', '', 2, ''],
    ['3', '', '判断题', '灭火器不用检查。(×)', '', '', '', '难', '', 1, ''],
    ['', '', '', '', '', '', '', '', '', '', ''],
    ['4', '法律与责任', '不定项', '下列哪个电话是火警？', '110\n119\n120', '119', '', '', '', 2, '旧题'],
    ['5', '', '填空', '火警电话是____，急救电话是____。', '', '119、120', '', '中等', '公司《动火制度》', 2, ''],
    ['6', '', '简答题', '简述灭火器的使用方法。', '', '提、拔、握、压', '', '', '', 5, ''],
    ['7', '', '单选题', '下列正确的是（ B ）', 'A.甲 B.乙 C.丙', '', '', '', '', 2, ''],
    ['8', '', '单选题', '两个答案的单选？', 'A.甲 B.乙', 'AB', '', '', '', 2, ''],
    ['合计', '', '', '', '', '', '', '', '', 18, ''],
  ];
  const read = importTable(xlsx(rows, { merges: ['A1:K1', 'A2:K2', 'B4:B6', 'B8:B12'] }));

  it('gives every sound question', () => {
    expect(read.keys).toEqual([
      'single a',
      'multiple a,b,d',
      'boolean false',
      'multiple b',
      'text 119;120',
      'single b',
    ]);
    expect(read.questions.map(({ category }) => category)).toEqual(['fire', 'fire', 'fire', 'law', 'law', 'law']);
    expect(read.questions.map(({ difficulty }) => difficulty)).toEqual([1, 3, 5, 2, 3, 2]);
  });

  it('takes the key out of stems and letters out of options', () => {
    expect(read.questions.map(({ stem }) => stem)).toEqual([
      '油锅起火时应当（ ）。',
      '发现火情，应当：',
      expect.stringMatching(/^灭火器不用检查。(?:（ {2}）)?$/u),
      '下列哪个电话是火警？',
      '火警电话是____，急救电话是____。',
      '下列正确的是（  ）',
    ]);
    expect(optionTexts(read.questions[0])).toEqual(['盖上锅盖', '浇水', '端起锅跑']);
    expect(optionTexts(read.questions[3])).toEqual(['110', '119', '120']);
  });

  it('cites what is known and keeps what is not', () => {
    expect(read.questions[0]?.citations).toEqual([{ source: 'xff-2021', locator: '第五条' }]);
    expect(read.questions[4]?.explanation).toBe('依据：公司《动火制度》');
  });

  it('says why the others do not come in, and what to look at', () => {
    const told = read.problems.map(({ code, where, weight }) => [code, where.row ?? where.column, weight]);
    expect(told).toEqual([
      ['column_unnamed', 'K', 'notice'],
      ['source_unknown', 9, 'notice'],
      ['type_unsupported', 10, 'refusal'],
      ['single_with_several', 12, 'refusal'],
    ]);
  });
});
