import type { TableSheet } from '@anquanli/question-bank/formats/table-model.js';
import { expect, it } from '@jest/globals';
import { neutralised } from '../../../platform/spreadsheet/workbook.js';
import { headedRows, type Headings } from './headed-rows.js';

const HEADINGS: Headings<'name' | 'count'> = { name: ['名称', 'Name', '单位'], count: ['人数', 'Head-count'] };
const sheet = (texts: string[][], changes: Partial<TableSheet> = {}): TableSheet => ({
  ...{ name: '表', isHidden: false, merges: [] },
  rows: texts.map((cells, at) => ({ number: at + 1, cells, faults: new Map() })),
  ...changes,
});
const read = (...sheets: TableSheet[]) => headedRows(sheets, { headings: HEADINGS, must: 'name' });

it('finds the headings below a title, in any order, with stars, notes and foreign words', () => {
  const rows = read(
    sheet([['2026 年统计表'], ['备注', '人数（必填）', ' *名 称：'], ['x', '24', '甲班'], ['y', '', '']]),
  );
  expect(rows).toEqual([{ rowNo: 3, cells: { name: '甲班', count: '24' }, faults: [] }]);
  expect(
    read(
      sheet([
        ['NAME', 'head count'],
        ['a', '1'],
      ]),
    ),
  ).toHaveLength(1);
});

it('reads no hidden sheet, and says when no sheet has headings', () => {
  const hidden = sheet(
    [
      ['名称', '人数'],
      ['旧', '1'],
    ],
    { isHidden: true },
  );
  expect(
    read(
      hidden,
      sheet([
        ['名称', '人数'],
        ['新', '2'],
      ]),
    )?.[0]?.cells.name,
  ).toBe('新');
  expect(read(hidden)).toBeNull();
  expect(read(sheet([['名称'], ['甲']]))).toBeNull();
  expect(headedRows([sheet([['名称'], ['甲']])], { headings: HEADINGS, must: 'name', isAlone: true })).toHaveLength(1);
});

it('tells cells that hold an error, and takes off the apostrophe of our own exports', () => {
  const rows = [
    { number: 1, cells: ['名称', '人数'], faults: new Map() },
    { number: 2, cells: [neutralised('＝甲') as string, ''], faults: new Map([[1, 'cell_error' as const]]) },
    { number: 3, cells: [neutralised("'＝乙") as string, '1'], faults: new Map() },
  ];
  const read3 = read(sheet([], { rows }));
  expect(read3?.map(({ cells, faults }) => [cells.name, faults])).toEqual([
    ['＝甲', ['count']],
    ["'＝乙", []],
  ]);
});
