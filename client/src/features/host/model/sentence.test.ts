import { describe, expect, it } from '@jest/globals';
import { secondsOnClock, sentenceFor, stepOf } from './sentence';

const open = {
  phase: 'question_open' as const,
  questionNo: 1,
  questionCount: 3,
  isDraining: false,
  autopilotMovesAt: null,
  question: { opensAt: 10_000, closesAt: 30_000 as number | null },
};

describe('sentenceFor', () => {
  it('speaks of getting ready until the question opens', () => {
    expect(sentenceFor(open, 9_999)).toBe('get_ready');
    expect(sentenceFor(open, 10_000)).toBe('open_timed');
  });

  it('tells a question that the host closes from one that the clock closes', () => {
    expect(sentenceFor({ ...open, question: { opensAt: 10_000, closesAt: null } }, 20_000)).toBe('open_by_hand');
  });

  it('says that the last answers are being collected', () => {
    expect(sentenceFor({ ...open, phase: 'question_closed', isDraining: true }, 31_000)).toBe('draining');
    expect(sentenceFor({ ...open, phase: 'question_closed' }, 31_000)).toBe('closed');
  });

  it('announces the podium on the last leaderboard', () => {
    expect(sentenceFor({ ...open, phase: 'leaderboard', questionNo: 3 }, 0)).toBe('leaderboard_last');
    expect(sentenceFor({ ...open, phase: 'leaderboard' }, 0)).toBe('leaderboard');
  });
});

describe('stepOf', () => {
  it('counts getting ready as the first step', () => {
    expect(stepOf(open, 9_000)).toBe('ready');
    expect(stepOf(open, 11_000)).toBe('open');
    expect(stepOf({ ...open, phase: 'finished' }, 11_000)).toBeNull();
  });
});

describe('secondsOnClock', () => {
  it('counts to the opening first and then to the closing', () => {
    expect(secondsOnClock(open, 7_001)).toBe(3);
    expect(secondsOnClock(open, 10_000)).toBe(20);
    expect(secondsOnClock(open, 29_999)).toBe(1);
    expect(secondsOnClock(open, 30_500)).toBe(0);
  });

  it('counts to the next move of the autopilot between questions', () => {
    expect(secondsOnClock({ ...open, phase: 'reveal', autopilotMovesAt: 40_000 }, 35_000)).toBe(5);
    expect(secondsOnClock({ ...open, phase: 'reveal' }, 35_000)).toBeNull();
  });
});
