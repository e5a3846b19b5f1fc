import { describe, expect, it } from '@jest/globals';
import type { RefusedItem } from '../import/import-result.js';
import { refusedWorkbook } from './refused-workbook.js';
import { HEADER, importTable, ROW, workbookOf, xlsx, type Rows } from './table-builder.js';
import { readWorkbook } from './workbook.js';

/** What an import refused, as a workbook and as the rows in it. */
function refusedOf(rows: Rows, language: 'zh' | 'en' = 'zh') {
  const { table, problems } = importTable(xlsx(rows));
  const refs = new Set(problems.filter(({ weight }) => weight === 'refusal').map(({ ref }) => ref));
  const refused = table.raws.filter(({ ref }) => refs.has(ref)).map(({ ref, where, cells }) => ({ ref, where, cells }));
  const bytes = refusedWorkbook(refused, problems, language);
  const file = readWorkbook(bytes, 'xlsx');
  return { bytes, sheets: file.ok ? file.sheets : [] };
}

const rowsIn = (sheets: ReturnType<typeof refusedOf>['sheets']) => sheets[0]?.rows.map(({ cells }) => cells) ?? [];

describe('the workbook of refused rows', () => {
  const broken: Rows = [['题目内容（必填）', ...HEADER.slice(1)], ROW, ['第二题怎么做？', '报警', '跑', '', '', 'E']];

  it('has the rows as they stood, where they were, why they are refused and what to do', () => {
    expect(rowsIn(refusedOf(broken).sheets)).toEqual([
      ['题目内容（必填）', ...HEADER.slice(1), '原来的位置', '原因', '怎么改'],
      [
        ...['第二题怎么做？', '报警', '跑', '', '', 'E'],
        ...['Sheet1 第 3 行', '答案里有 E，选项里没有', '请您补上选项 E，或改答案'],
      ],
    ]);
    expect(rowsIn(refusedOf(broken, 'en').sheets)[0]?.slice(-2)).toEqual(['Reason', 'What to do']);
  });

  it('can be imported once it is mended', () => {
    const rows = rowsIn(refusedOf(broken).sheets).map((row) => row.map((cell) => (cell === 'E' ? 'A' : cell)));
    expect(importTable(xlsx(rows))).toMatchObject({ keys: ['single a'], codes: [] });
  });

  it('keeps the kind that a heading gave, and headers that were given a meaning by hand', () => {
    const rows: Rows = [['要点', ...HEADER.slice(1)], ['一、多选题'], ['怎么做？', '报警', '跑', '', '', 'E']];
    const choices = { sheets: { Sheet1: { headerRow: 1, columns: { 0: 'stem' } } } } as const;
    const { table, problems } = importTable(xlsx(rows), choices);
    const file = readWorkbook(refusedWorkbook(table.raws, problems, 'zh'), 'xlsx');
    expect(file.ok && file.sheets[0]?.rows.map(({ cells }) => cells.slice(0, 2))).toEqual([
      ['题型', '题干'],
      ['多选题', '怎么做？'],
    ]);
  });

  it('keeps rows of different sheets apart, so that names of sheets still give the kind', () => {
    const bytes = workbookOf({
      单选题: [HEADER, ['甲题怎么做？', '一', '二', '', '', 'E']],
      多选题: [HEADER, ['乙题？', '一', '二', '', '', 'F']],
    });
    const { table, problems } = importTable({ container: 'xlsx', bytes });
    const file = readWorkbook(refusedWorkbook(table.raws, problems, 'zh'), 'xlsx');
    expect(file.ok && file.sheets.map(({ name }) => name)).toEqual(['单选题', '多选题']);
  });

  it('gives blocks of text beside empty columns to fill in', () => {
    const block: RefusedItem = {
      ref: 'l3',
      where: { line: 3 },
      cells: [{ meaning: 'block', label: '原文', text: '3. 怎么做？\nA. 报警' }],
    };
    const file = readWorkbook(refusedWorkbook([block], [], 'zh'), 'xlsx');
    const rows = file.ok ? (file.sheets[0]?.rows.map(({ cells }) => cells) ?? []) : [];
    expect(rows[0]?.slice(0, 3)).toEqual(['题型', '题干', '选项A']);
    expect(rows[1]?.at(-1)).toBe('3. 怎么做？\nA. 报警');
  });
});
