import { describe, expect, it } from '@jest/globals';
import type { PersonRow } from '@anquanli/contract/live-host';
import { awaySpan, personState } from './person-state';

const person: PersonRow = {
  seatNo: 1,
  name: '张三',
  status: 'active',
  isNameHidden: false,
  isOnline: true,
  offlineSince: null,
  hasAnswered: false,
  elapsedMs: null,
  total: null,
  rank: null,
};

describe('personState', () => {
  it('tells who has answered only while a question is on', () => {
    expect(personState(person, 'question_open')).toBe('waiting');
    expect(personState({ ...person, hasAnswered: true }, 'question_closed')).toBe('answered');
    expect(personState({ ...person, hasAnswered: true }, 'leaderboard')).toBe('online');
  });

  it('says away before anything that was answered, and removed before all', () => {
    expect(personState({ ...person, isOnline: false, hasAnswered: true }, 'question_open')).toBe('away');
    expect(personState({ ...person, isOnline: false, status: 'banned' }, 'question_open')).toBe('banned');
  });
});

describe('awaySpan', () => {
  it('counts seconds and then minutes', () => {
    expect(awaySpan(1_000, 13_400)).toEqual({ unit: 'seconds', count: 12 });
    expect(awaySpan(0, 185_000)).toEqual({ unit: 'minutes', count: 3 });
    expect(awaySpan(null, 5_000)).toBeNull();
  });

  it('never counts below zero when the clocks disagree', () => {
    expect(awaySpan(5_000, 4_000)).toEqual({ unit: 'seconds', count: 0 });
  });
});
