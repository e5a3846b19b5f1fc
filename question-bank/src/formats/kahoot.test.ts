import { describe, expect, it } from '@jest/globals';
import { importTable, xlsx, type Rows } from './table-builder.js';

const HEADER = [
  '',
  'Question - max 120 characters',
  'Answer 1 - max 75 characters',
  'Answer 2 - max 75 characters',
  'Answer 3 - max 75 characters',
  'Answer 4 - max 75 characters',
  'Time limit (sec) – 5, 10, 20, 30, 60, 90, 120, or 240 secs',
  'Correct answer(s) - choose at least one',
];

const table = (...rows: Rows) => importTable(xlsx([['Quiz template'], ['Add questions below'], HEADER, ...rows]));

describe('the Kahoot and ClassQuiz template', () => {
  it('gives answers as numbers of options', () => {
    const read = table(
      ['1', '油锅起火怎么做？', '盖上', '浇水', '跑', '看', 20, '1'],
      ['2', '哪些要报警？', '火灾', '爆炸', '下雨', '', 30, '1,2'],
    );
    expect(read.table.sheets[0]?.layout).toBe('kahoot');
    expect(read.keys).toEqual(['single a', 'multiple a,b']);
    expect(read.questions.map(({ timeLimitSec }) => timeLimitSec)).toEqual([20, 30]);
  });

  it('reads 12 as option 12, never as 1 and 2', () => {
    expect(table(['1', '怎么做？', '盖上', '浇水', '跑', '看', 20, 12]).codes).toEqual(['answer_beyond_options']);
  });

  it('reads its Chinese form', () => {
    const header = [
      '问题 - 最多120个字符',
      '答案1 - 最多75个字符',
      '答案2 - 最多75个字符',
      '时间限制（秒）',
      '正确答案 - 至少选择一个',
    ];
    const read = importTable(xlsx([header, ['怎么做？', '报警', '跑', 20, '1']]));
    expect(read.table.sheets[0]?.layout).toBe('kahoot');
    expect(read.keys).toEqual(['single a']);
  });
});
