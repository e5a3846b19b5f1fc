import { describe, expect, it } from '@jest/globals';
import { interpret } from '../import/interpret.js';
import { ENV, HEADER, importTable, ROW, text, workbookOf } from './table-builder.js';

/** Hostile and huge tables are answered in time; the worker around them is the last resort, not the first. */

const seconds = (work: () => unknown) => {
  const before = performance.now();
  work();
  return (performance.now() - before) / 1000;
};

describe('a table that is hostile or huge', () => {
  const units = [
    ...[
      '<script>',
      '<!--',
      '<a ',
      '&lt',
      '_x000D_',
      '(',
      '（ ',
      '《',
      '》',
      '】',
      '[',
      '{',
      '"',
      '____',
      '。',
      '.',
      ' ',
      '　',
    ],
    ...[
      '|',
      ';',
      '、',
      '/',
      '=',
      '#',
      '-',
      '9',
      '1,000',
      'A.',
      'A ',
      'A、',
      'A类',
      'Ａ',
      'GB 1',
      '第',
      '对',
      '难度',
      '题目',
      '\n',
      '\t',
    ],
  ];
  const categories = [{ id: 'law', title: '法律与责任' }];

  it.each(units)('of %j again and again is answered in time', (unit) => {
    const cell = unit.repeat(Math.ceil(32_000 / unit.length));
    const options = [{ text: cell }, { text: `${cell}1` }];
    const place = { ref: 's1!r1', where: {}, row: 1, cells: [] };
    const texts = { explanation: cell, difficultyText: cell, categoryText: cell, tagsText: cell, sourceText: cell };
    const env = { ...ENV, choices: {}, context: { ...ENV.context, categories } };
    const spent = seconds(() => {
      for (const typeText of ['单选题', '判断题', '填数题', '填空题', '排序题', '选择题', cell]) {
        interpret({ ...place, ...texts, typeText, stem: cell, options, answerText: cell, unitText: cell }, env);
      }
      importTable(text(`题干,选项,答案\n${cell.slice(0, 8_000)},${cell.slice(0, 8_000)},A`));
    });
    expect(spent).toBeLessThan(5);
  });

  it('of one line of 2 MB, or of nothing but ends of lines, is answered in time', () => {
    expect(seconds(() => importTable(text('题'.repeat(700_000))))).toBeLessThan(5);
    expect(seconds(() => importTable(text('\n'.repeat(2_000_000))))).toBeLessThan(5);
  });

  it('of 100,000 lines is refused in time', () => {
    const lines = `${ROW.join(',')}\n`.repeat(100_000);
    expect(seconds(() => expect(importTable(text(lines)).codes).toEqual(['rows_too_many']))).toBeLessThan(5);
  });

  it('of 2,000 questions is read in time', () => {
    const rows = Array.from({ length: 2_000 }, (_, n) => [`第 ${n} 题怎么做？`, ...ROW.slice(1), '说明'.repeat(200)]);
    const bytes = workbookOf({ 题库: [[...HEADER, '解析'], ...rows] });
    expect(seconds(() => expect(importTable({ container: 'xlsx', bytes }).keys).toHaveLength(2_000))).toBeLessThan(10);
  });
});
