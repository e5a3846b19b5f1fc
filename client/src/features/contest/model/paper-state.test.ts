import type { Attempt, SavedAnswer } from '@anquanli/contract/contest';
import { describe, expect, it } from '@jest/globals';
import { answeredLines, choiceOn, firstOpenLine, withAttempt, withPending, withSaved } from './paper-state';

const pick = (option: string) => ({ kind: 'single' as const, option });
const saved = (lineNo: number, option: string): SavedAnswer => ({ lineNo, choice: pick(option), feedback: null });
const attempt = (changes: Partial<Attempt> = {}): Attempt => ({
  ...{ attemptId: 'a', contestId: 'c', kind: 'counting', day: '2026-06-01', state: 'open', startedAt: 0 },
  ...{ deadlineAt: 150_000, limitSeconds: 150, explains: 'end', serverNow: 0, answers: [], result: null },
  questions: [1, 2, 3].map((lineNo) => ({
    ...{ lineNo, kind: 'single' as const, stem: '', options: [], media: [], form: null },
  })),
  ...changes,
});

describe('a paper on the phone', () => {
  it('shows what was chosen last, sent or not', () => {
    const state = withPending({ attempt: attempt({ answers: [saved(1, 'o1')] }), pending: {} }, 1, pick('o2'));
    expect(choiceOn(state, 1)).toEqual(pick('o2'));
    expect(answeredLines(withPending(state, 3, pick('o1')))).toEqual([1, 3]);
  });

  it('opens at the first line without an answer', () => {
    expect(firstOpenLine({ attempt: attempt({ answers: [saved(1, 'o1')] }), pending: {} })).toBe(2);
    const all = [saved(1, 'o1'), saved(2, 'o1'), saved(3, 'o1')];
    expect(firstOpenLine({ attempt: attempt({ answers: all }), pending: {} })).toBe(3);
  });

  it('keeps a choice on its way when an older one is acknowledged', () => {
    const state = withPending({ attempt: attempt(), pending: {} }, 1, pick('o2'));
    const after = withSaved(state, pick('o1'), saved(1, 'o1'));
    expect(after.pending).toEqual({ 1: pick('o2') });
    expect(withSaved(after, pick('o2'), saved(1, 'o2')).pending).toEqual({});
  });

  it('after a reload sends only what the server has not', () => {
    const pending = { 1: pick('o1'), 2: pick('o3') };
    expect(withAttempt(pending, attempt({ answers: [saved(1, 'o1')] })).pending).toEqual({ 2: pick('o3') });
  });

  it('sends nothing any more once the paper is settled', () => {
    expect(withAttempt({ 2: pick('o3') }, attempt({ state: 'settled' })).pending).toEqual({});
  });
});
