import { describe, expect, it } from '@jest/globals';
import type { QuestionResult } from '@anquanli/contract/rounds';
import { fileNameFor, hardestFirst, rightShareOf } from './question-results';

const result = (questionNo: number, right: number, status: QuestionResult['status'] = 'revealed') => ({
  questionNo,
  status,
  distribution: { seats: 10, answered: 10, right, choices: [] },
});

describe('hardestFirst', () => {
  it('begins with the smallest share of right answers', () => {
    const order = hardestFirst([result(1, 8), result(2, 3), result(3, 5)]).map((each) => each.questionNo);
    expect(order).toEqual([2, 3, 1]);
  });

  it('puts voided and skipped questions last, in the order of play', () => {
    const order = hardestFirst([result(1, 0, 'void'), result(2, 9), result(3, 0, 'skipped')]).map(
      (each) => each.questionNo,
    );
    expect(order).toEqual([2, 1, 3]);
  });
});

describe('rightShareOf', () => {
  it('counts those who did not answer as well', () => {
    expect(rightShareOf({ ...result(1, 3), distribution: { seats: 10, answered: 4, right: 3, choices: [] } })).toBe(
      0.3,
    );
  });

  it('has no share for a question nobody could answer', () => {
    expect(
      rightShareOf({ ...result(1, 0), distribution: { seats: 0, answered: 0, right: 0, choices: [] } }),
    ).toBeNull();
  });
});

it('names the file after the round without characters that file systems refuse', () => {
  expect(fileNameFor('安全月 3/5: 现场')).toBe('安全月 3 5 现场.xlsx');
  expect(fileNameFor('///')).toBe('anquanli.xlsx');
});
