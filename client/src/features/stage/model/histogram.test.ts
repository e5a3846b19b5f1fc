import { describe, expect, it } from '@jest/globals';
import { acceptedText, columnsOf } from './histogram';

const key = { kind: 'numeric' as const, accept: [{ min: 15, max: 20 }], unit: '米' };
const distribution = (counts: Record<string, number>) => ({
  seats: 100,
  answered: Object.values(counts).reduce((sum, count) => sum + count, 0),
  right: 0,
  choices: Object.entries(counts).map(([id, count]) => ({ id, count })),
});

describe('columns of numbers', () => {
  it('stand in the order of the numbers, the highest fills the height', () => {
    const columns = columnsOf(key, distribution({ 30: 10, 18: 40, 2.5: 20 }));
    expect(columns.map(({ id, height, isRight }) => [id, height, isRight])).toEqual([
      ['2.5', 0.5, false],
      ['18', 1, true],
      ['30', 0.25, false],
    ]);
  });

  it('put the rare numbers together at the end', () => {
    const many = Object.fromEntries(Array.from({ length: 12 }, (_, index) => [String(index), 20 - index]));
    const columns = columnsOf(key, distribution({ ...many, other: 3 }));
    expect(columns).toHaveLength(10);
    expect(columns[9]).toMatchObject({ id: 'other', count: 11 + 10 + 9 + 3, isRight: false });
  });

  it('are none when nobody answered, and none is right of a withdrawn question', () => {
    expect(columnsOf(key, distribution({}))).toEqual([]);
    expect(columnsOf(key, distribution({ 18: 4 }), true)[0]?.isRight).toBe(false);
  });
});

it('says what is accepted', () => {
  expect(acceptedText(key)).toBe('15–20');
  expect(
    acceptedText({
      ...key,
      accept: [
        { min: 2, max: 2 },
        { min: 5, max: 6 },
      ],
    }),
  ).toBe('2 / 5–6');
});
