import { describe, expect, it } from '@jest/globals';
import { aStanding } from './play-fixtures';
import { answerMark, shownVerdict } from './verdict';

const revelation = { key: { kind: 'single', option: 'b' } as const, explanation: '', citations: [], voidReason: null };

describe('the verdict that is shown', () => {
  it('is counting until the own result is about this question', () => {
    expect(shownVerdict(3, revelation, null)).toBe('counting');
    expect(shownVerdict(3, revelation, aStanding({ questionNo: 2 }))).toBe('counting');
    expect(shownVerdict(3, revelation, aStanding({ verdict: 'partly' }))).toBe('partly');
  });

  it('is void as soon as the question was withdrawn, whatever the result says', () => {
    expect(shownVerdict(3, { ...revelation, voidReason: '题有歧义' }, aStanding())).toBe('void');
  });
});

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
