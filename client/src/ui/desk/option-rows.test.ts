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

  it('lists an ordering as it should be once the key is shown, and as it is asked before', () => {
    const asked = { kind: 'ordering' as const, options };
    const key = { kind: 'ordering' as const, order: ['b', 'a'] };
    expect(optionRows(asked, null, null, 0).map(({ id, no, index }) => [id, no, index])).toEqual([
      ['a', null, 0],
      ['b', null, 1],
    ]);
    expect(
      optionRows(asked, key, [{ id: 'b', count: 3 }], 4).map(({ id, no, index, count }) => [id, no, index, count]),
    ).toEqual([
      ['b', 1, 1, 3],
      ['a', 2, 0, 0],
    ]);
  });

  it('lists the numbers that were given, the right ones marked, and the right one even if nobody gave it', () => {
    const asked = { kind: 'numeric' as const, options: [] };
    const key = { kind: 'numeric' as const, accept: [{ min: 15, max: 20 }], unit: '米' };
    const given = [
      { id: '18', count: 5 },
      { id: '30', count: 2 },
      { id: 'other', count: 1 },
    ];
    expect(
      optionRows(asked, key, given, 8).map(({ text, isRight, isRest, count }) => [text, isRight, isRest, count]),
    ).toEqual([
      ['18 米', true, false, 5],
      ['30 米', false, false, 2],
      [null, false, true, 1],
    ]);
    expect(optionRows(asked, key, [], 0)[0]).toMatchObject({ text: '15–20 米', isRight: true, count: 0 });
    expect(optionRows(asked, null, null, 0)).toEqual([]);
  });

  it('lists blanks with their writings, and the places of a picture', () => {
    const text = { kind: 'text' as const, blanks: [['预防', '防'], ['治理']], anyOrder: false };
    const blanks = optionRows({ kind: 'text', options: [] }, text, [{ id: '2', count: 7 }], 9);
    expect(blanks.map(({ no, text: shown, count }) => [no, shown, count])).toEqual([
      [1, '预防 / 防', 0],
      [2, '治理', 7],
    ]);
    const zone = {
      id: 'b',
      label: '乙',
      feedback: null,
      shape: 'circle' as const,
      center: [0.5, 0.5] as [number, number],
      r: 0.1,
    };
    const hotspot = { kind: 'hotspot' as const, mode: 'find-all' as const, zones: [zone], tolerance: 0 };
    expect(optionRows({ kind: 'hotspot', options }, hotspot, [], 0).map(({ isRight }) => isRight)).toEqual([
      false,
      true,
    ]);
  });
});
