import { describe, expect, it } from '@jest/globals';
import { optionRows } from './option-rows';

const options = [
  { id: 'a', text: '甲' },
  { id: 'b', text: '乙' },
];

describe('optionRows', () => {
  it('counts every option, also those nobody chose', () => {
    const rows = optionRows({ kind: 'single', options }, null, [{ id: 'b', count: 3 }], 4);
    expect(rows.map((row) => [row.count, row.share])).toEqual([
      [0, 0],
      [3, 0.75],
    ]);
  });

  it('lists right and wrong of a true-or-false question without options', () => {
    const rows = optionRows({ kind: 'boolean', options: [] }, { kind: 'boolean', value: false }, null, 0);
    expect(rows.map((row) => [row.truth, row.isRight, row.count])).toEqual([
      [true, false, null],
      [false, true, null],
    ]);
  });

  it('marks all right options of a multiple choice and none without a key', () => {
    const asked = { kind: 'multiple' as const, options };
    expect(optionRows(asked, { kind: 'multiple', options: ['a', 'b'] }, null, 0).every((row) => row.isRight)).toBe(
      true,
    );
    expect(optionRows(asked, null, null, 0).some((row) => row.isRight)).toBe(false);
  });

  it('never draws a bar longer than all', () => {
    expect(optionRows({ kind: 'single', options }, null, [{ id: 'a', count: 9 }], 4)[0]?.share).toBe(1);
  });
});
