import { describe, expect, it } from '@jest/globals';
import { answerMark } from './answer-mark';

describe('the mark of an option', () => {
  const key = { kind: 'multiple', options: ['a', 'b'] } as const;
  const choice = { kind: 'multiple', options: ['a', 'c'] } as { kind: 'multiple'; options: string[] };

  it('tells hit, missed and wrong of a multiple choice apart', () => {
    const marks = ['a', 'b', 'c', 'd'].map((id) => answerMark(id, { ...key, options: [...key.options] }, choice));
    expect(marks).toEqual(['chosen_right', 'missed', 'chosen_wrong', null]);
  });

  it('reproaches nobody who did not answer', () => {
    expect(answerMark('a', { ...key, options: [...key.options] }, null)).toBe('right');
  });

  it('knows the two options of a true-or-false question', () => {
    expect(answerMark('false', { kind: 'boolean', value: false }, { kind: 'boolean', value: true })).toBe('right');
    expect(answerMark('true', { kind: 'boolean', value: false }, { kind: 'boolean', value: true })).toBe(
      'chosen_wrong',
    );
  });
});
