import { describe, expect, it } from '@jest/globals';
import type { SharedStageView } from '@anquanli/contract/live-stage';
import { EMPTY_STAGE, isBehind, reduceStage, type StageEvent, type StageState } from './stage-state';

const common = {
  title: '安全生产月现场答题',
  questionCount: 10,
  pin: '428613',
  joinUrl: 'http://hall.test/j/abc',
  joinHost: 'hall.test',
  scoring: 'accuracy',
  isLobbyLocked: false,
  secondsPerQuestion: 20,
} as const;

function lobby(version: number, roundId = 'round-1'): StageEvent {
  const shared: SharedStageView = {
    roundId,
    version,
    serverNow: 0,
    view: { ...common, phase: 'lobby', questionNo: 0 },
  };
  return { type: 'view', shared };
}

function aborted(version: number, questionNo: number): StageEvent {
  return {
    type: 'view',
    shared: { roundId: 'round-1', version, serverNow: 0, view: { ...common, phase: 'aborted', questionNo } },
  };
}

function counters(people: number, answered: number, ...seats: number[]): StageEvent {
  const names = seats.map((seatNo) => ({ seatNo, name: `座位 ${seatNo}` }));
  return { type: 'counters', counters: { people, answered, names } };
}

function after(...events: StageEvent[]): StageState {
  return events.reduce(reduceStage, EMPTY_STAGE);
}

describe('stage views', () => {
  it('keeps the newest version and drops one that came late', () => {
    expect(after(lobby(4), lobby(3)).shared?.version).toBe(4);
    expect(after(lobby(3), lobby(4)).shared?.version).toBe(4);
  });
  it('takes the same version again, since a hidden name changes no number', () => {
    const again = aborted(4, 2);
    expect(after(lobby(4), again).shared?.view.phase).toBe('aborted');
  });
  it('takes a lower version of another round', () => {
    expect(after(lobby(9), lobby(1, 'round-2')).shared?.roundId).toBe('round-2');
  });
  it('knows that it is behind when a pulse names a newer version, until that view comes', () => {
    const behind = after(lobby(4), { type: 'pulse', version: 6, people: 3 });
    expect(isBehind(behind)).toBe(true);
    expect(isBehind(reduceStage(behind, lobby(5)))).toBe(true);
    expect(isBehind(reduceStage(behind, lobby(6)))).toBe(false);
  });
  it('is behind as long as it has no view', () => {
    expect(isBehind(EMPTY_STAGE)).toBe(true);
  });
});

describe('stage counters', () => {
  it('starts a new question at nobody, with the people it knows', () => {
    const next = after(aborted(4, 2), counters(80, 78), aborted(7, 3));
    expect(next.counters).toMatchObject({ answered: 0, people: 80 });
  });
  it('keeps the count when the same question only changes phase', () => {
    expect(after(aborted(4, 2), counters(80, 78), aborted(5, 2)).counters.answered).toBe(78);
  });
  it('keeps counters that came before the first view', () => {
    expect(after(counters(80, 41), aborted(4, 2)).counters.answered).toBe(41);
  });
  it('takes the number of people from a pulse', () => {
    expect(after(counters(80, 41), { type: 'pulse', version: 1, people: 79 }).counters.people).toBe(79);
  });
  it('lets only those fly in who were not there before', () => {
    const state = after(counters(2, 0, 2, 1), counters(4, 0, 4, 3, 2, 1));
    expect(state.freshSeats).toEqual([4, 3]);
  });
  it('does not let an old name fly in that moves up because somebody left', () => {
    expect(after(counters(3, 0, 3, 2), counters(2, 0, 3, 1)).freshSeats).toEqual([3]);
  });
  it('lights only the newest of the first list after opening the page', () => {
    expect(after(counters(30, 0, 30, 29, 28)).freshSeats).toEqual([30]);
  });
  it('keeps the last arrivals lit until others come', () => {
    const state = after(counters(2, 0, 2, 1), counters(3, 0, 3, 2, 1), counters(3, 0, 3, 2, 1));
    expect(state.freshSeats).toEqual([3]);
  });
});
