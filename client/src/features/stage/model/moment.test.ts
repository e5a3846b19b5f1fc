import { describe, expect, it } from '@jest/globals';
import type { QuestionView } from '@anquanli/contract/question';
import { momentOf } from './moment';
import { nextAskAt } from './next-ask';

const question: QuestionView = {
  questionNo: 3,
  kind: 'single',
  stem: '怎么做？',
  options: [],
  media: [],
  form: null,
  opensAt: 10_000,
  closesAt: 30_000,
  limitMs: 20_000,
};

describe('moment of a question', () => {
  it('counts 3, 2, 1 to the opening instant', () => {
    const seconds = [7_000, 7_001, 8_000, 9_999].map((now) => momentOf(question, now));
    expect(seconds).toEqual([3, 3, 2, 1].map((left) => ({ is: 'ready', seconds: left })));
  });
  it('runs from full to empty by server time', () => {
    expect(momentOf(question, 10_000)).toEqual({ is: 'running', seconds: 20, share: 1, isLast: false });
    expect(momentOf(question, 20_000)).toMatchObject({ seconds: 10, share: 0.5 });
    expect(momentOf(question, 29_999)).toMatchObject({ seconds: 1, isLast: true });
    expect(momentOf(question, 30_000)).toEqual({ is: 'over' });
  });
  it('keeps the ring full while added time lies above the limit', () => {
    expect(momentOf({ ...question, closesAt: 40_000 }, 12_000)).toMatchObject({ seconds: 28, share: 1 });
  });
  it('has no end where the host closes by hand', () => {
    expect(momentOf({ ...question, closesAt: null, limitMs: null }, 99_000)).toEqual({ is: 'unlimited' });
  });
});

describe('next asking', () => {
  const view = {
    title: '',
    questionCount: 10,
    questionNo: 3,
    pin: null,
    joinUrl: '',
    joinHost: '',
    scoring: 'accuracy',
    isLobbyLocked: false,
    secondsPerQuestion: 20,
  } as const;
  it('is 1.5 s after an open question should have closed', () => {
    expect(nextAskAt({ ...view, phase: 'question_open', question })).toBe(31_500);
  });
  it('is never while only the host moves on', () => {
    expect(nextAskAt({ ...view, phase: 'lobby' })).toBeNull();
    expect(nextAskAt({ ...view, phase: 'question_closed', question })).toBeNull();
    expect(nextAskAt({ ...view, phase: 'question_open', question: { ...question, closesAt: null } })).toBeNull();
  });
});
