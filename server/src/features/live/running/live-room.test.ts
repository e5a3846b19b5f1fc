import type { Choice } from '@anquanli/contract/question';
import { describe, expect, it } from '@jest/globals';
import { aRoundQuestion, NINE } from '../../../../test/support/a-round.js';
import { someSettings } from '../../../../test/support/play.js';
import { LiveRoundEntity } from '../entities/live-round.entity.js';
import { LiveRoom } from './live-room.js';

const A: Choice = { kind: 'single', option: 'a' };
const B: Choice = { kind: 'single', option: 'b' };

function rowsOf(questionNo: number, changes: Partial<LiveRoundEntity> = {}) {
  const row = Object.assign(new LiveRoundEntity(), {
    id: 'round',
    settings: someSettings(),
    version: questionNo + 1,
    phase: questionNo === 0 ? 'lobby' : 'question_open',
    questionNo,
    questionCount: 3,
    aliveAt: NINE,
    ...changes,
  });
  return { row, questions: [1, 2, 3].map((no) => aRoundQuestion({ questionNo: no })) };
}

/** Question 1 is open in a hall of connected seats 1…people. */
function aHall(people: number): LiveRoom {
  const room = new LiveRoom(rowsOf(1));
  for (let seatNo = 1; seatNo <= people; seatNo += 1) {
    room.noteJoined(seatNo, `#${seatNo}`, NINE);
    room.noteConnected(seatNo);
  }
  room.noteOpening();
  return room;
}

/** What the kick of a host does to the room. */
function kick(room: LiveRoom, seatNo: number): void {
  room.people -= 1;
  room.noteRemoved(seatNo);
  room.noteDisconnected(seatNo, NINE);
}

describe('two tabs', () => {
  it('are one person, who is away when the last one has closed', () => {
    const room = aHall(1);
    room.noteConnected(1);
    expect(room.online).toBe(1);
    room.noteDisconnected(1, NINE + 1);
    expect([room.isOnline(1), room.offlineSince(1)]).toEqual([true, null]);
    room.noteDisconnected(1, NINE + 2);
    expect([room.isOnline(1), room.offlineSince(1), room.online]).toEqual([false, NINE + 2, 0]);
    room.noteConnected(1);
    expect([room.isOnline(1), room.offlineSince(1)]).toEqual([true, null]);
  });
});

describe('an early close', () => {
  it('comes when everyone who was there at the opening has answered', () => {
    const room = aHall(3);
    room.noteAnswered(1, A);
    room.noteAnswered(2, B);
    expect(room.hasEveryoneAnswered()).toBe(false);
    room.noteAnswered(3, A);
    expect(room.hasEveryoneAnswered()).toBe(true);
  });

  it('waits for somebody whose phone fell asleep during the question', () => {
    const room = aHall(2);
    room.noteAnswered(1, A);
    room.noteDisconnected(2, NINE + 5_000);
    expect(room.hasEveryoneAnswered()).toBe(false);
    room.noteConnected(2);
    room.noteAnswered(2, A);
    expect(room.hasEveryoneAnswered()).toBe(true);
  });

  it('waits for those who came after the opening', () => {
    const room = aHall(1);
    room.noteJoined(2, '#2', NINE + 4_000);
    room.noteConnected(2);
    room.noteAnswered(1, A);
    expect(room.hasEveryoneAnswered()).toBe(false);
  });

  it('does not wait for somebody who had left before the opening', () => {
    const room = aHall(2);
    room.noteDisconnected(2, NINE);
    room.noteOpening();
    room.noteAnswered(1, A);
    expect(room.hasEveryoneAnswered()).toBe(true);
  });

  it('does not wait for somebody who was kicked', () => {
    const room = aHall(2);
    room.noteAnswered(1, A);
    kick(room, 2);
    expect(room.hasEveryoneAnswered()).toBe(true);
  });

  it('never comes before a single answer, nor in an empty round', () => {
    expect(aHall(0).hasEveryoneAnswered()).toBe(false);
    const room = aHall(1);
    kick(room, 1);
    expect(room.hasEveryoneAnswered()).toBe(false);
    const allAway = aHall(1);
    allAway.noteDisconnected(1, NINE);
    allAway.noteOpening();
    expect(allAway.hasEveryoneAnswered()).toBe(false);
  });

  it('after a restart waits for everyone in the round, for nobody knows who was there', () => {
    const room = new LiveRoom(rowsOf(1));
    room.people = 2;
    room.noteAnswered(1, A);
    room.noteConnected(1);
    expect(room.hasEveryoneAnswered()).toBe(false);
    room.noteAnswered(2, A);
    expect(room.hasEveryoneAnswered()).toBe(true);
  });

  it('after a restart does not take the answer of a kicked person for one of the hall', () => {
    const room = new LiveRoom(rowsOf(1));
    room.people = 2;
    [1, 2].forEach((seatNo) => room.noteAnswered(seatNo, A));
    room.noteRemoved(2);
    expect(room.hasEveryoneAnswered()).toBe(false);
    room.noteAnswered(3, A);
    expect(room.hasEveryoneAnswered()).toBe(true);
  });

  it('of a new question does not look at who was there at the opening of the one before', () => {
    const room = aHall(1);
    room.noteAnswered(1, A);
    room.noteJoined(2, '#2', NINE);
    room.renew(rowsOf(2));
    room.noteAnswered(1, A);
    expect(room.hasEveryoneAnswered()).toBe(false);
  });
});

describe('counters', () => {
  it('count each seat once, however often its answer is noted', () => {
    const room = aHall(3);
    room.noteAnswered(1, A);
    room.noteAnswered(1, B);
    room.noteAnswered(2, B);
    expect([room.answered, room.hasAnswered(1), room.hasAnswered(3)]).toEqual([2, true, false]);
    expect(room.choices()).toEqual([
      { id: 'a', count: 1 },
      { id: 'b', count: 1 },
    ]);
    expect(room.stageCounters()).toEqual({ people: 3, answered: 2, names: [] });
  });

  it('leave out who was kicked, also when the answer comes off the disk later, and count them again on return', () => {
    const room = aHall(3);
    room.noteAnswered(1, A);
    room.noteAnswered(2, A);
    kick(room, 2);
    kick(room, 3);
    room.noteAnswered(3, B);
    expect([room.answered, ...room.choices()]).toEqual([1, { id: 'a', count: 1 }, { id: 'b', count: 0 }]);
    room.noteRemoved(2);
    expect(room.choices()).toEqual([
      { id: 'a', count: 1 },
      { id: 'b', count: 0 },
    ]);
    room.noteName(2, '#2');
    room.noteConnected(2);
    room.noteConnected(3);
    expect([room.answered, ...room.choices()]).toEqual([3, { id: 'a', count: 2 }, { id: 'b', count: 1 }]);
  });

  it('start anew with a new question, and stay with a new version of the same', () => {
    const room = aHall(2);
    room.noteAnswered(1, A);
    room.renew(rowsOf(1, { version: 9 }));
    expect([room.answered, room.loaded.row.version]).toEqual([1, 9]);
    room.renew(rowsOf(2));
    expect([room.answered, room.hasAnswered(1), ...room.choices().map(({ count }) => count)]).toEqual([0, false, 0, 0]);
  });

  it('are marked for sending by every change', () => {
    const room = aHall(2);
    const changes = [
      () => room.noteAnswered(1, A),
      () => room.noteConnected(1),
      () => room.noteDisconnected(1, NINE),
      () => room.noteRemoved(2),
      () => room.noteName(1, '张三'),
      () => room.renew(rowsOf(2)),
    ];
    for (const change of changes) {
      room.areCountersDirty = false;
      change();
      expect(room.areCountersDirty).toBe(true);
    }
  });
});

describe('names on the stage', () => {
  const namesIn = (room: LiveRoom) => room.stageCounters().names.map(({ name }) => name);

  it('flow in newest first, at most forty, and only in the lobby', () => {
    const room = new LiveRoom(rowsOf(0));
    for (let seatNo = 1; seatNo <= 50; seatNo += 1) room.noteJoined(seatNo, `n${seatNo}`, NINE);
    expect(namesIn(room)).toHaveLength(40);
    expect(namesIn(room).slice(0, 2)).toEqual(['n50', 'n49']);
    room.renew(rowsOf(1));
    expect(namesIn(room)).toEqual([]);
  });

  it('change in their place, and go with who is kicked', () => {
    const room = new LiveRoom(rowsOf(0));
    [1, 2, 3].forEach((seatNo) => room.noteJoined(seatNo, `n${seatNo}`, NINE));
    room.noteName(2, '#2');
    expect(namesIn(room)).toEqual(['n3', '#2', 'n1']);
    room.noteRemoved(3);
    expect(namesIn(room)).toEqual(['#2', 'n1']);
  });
});

describe('the alarm of a join flood', () => {
  it('rises above 1,200 joins within a minute and falls with them', () => {
    const room = new LiveRoom(rowsOf(0));
    for (let seatNo = 1; seatNo <= 1_200; seatNo += 1) room.noteJoined(seatNo, '', NINE + seatNo);
    expect(room.isJoinFlood(NINE + 1_200)).toBe(false);
    room.noteJoined(1_201, '', NINE + 1_201);
    expect(room.isJoinFlood(NINE + 1_201)).toBe(true);
    expect(room.isJoinFlood(NINE + 60_002)).toBe(false);
  });

  it('still knows the last minute after thousands', () => {
    const room = new LiveRoom(rowsOf(0));
    for (let seatNo = 1; seatNo <= 5_000; seatNo += 1) room.noteJoined(seatNo, '', NINE + seatNo * 1_000);
    expect(room.isJoinFlood(NINE + 5_000_000)).toBe(false);
    expect(room.people).toBe(5_000);
  });
});

describe('drafts', () => {
  const draft = (answerId: string) => ({ answerId, choice: A });

  it('are kept per seat, the newest counts, and none is left when it was taken back', () => {
    const room = aHall(2);
    room.setDraft(1, draft('x'));
    room.setDraft(1, draft('y'));
    room.setDraft(2, draft('z'));
    room.setDraft(2, null);
    expect(room.drafts()).toEqual([[1, draft('y')]]);
  });

  it('end with the answer, and none is taken after it', () => {
    const room = aHall(1);
    room.setDraft(1, draft('x'));
    room.noteAnswered(1, B);
    room.setDraft(1, draft('y'));
    expect(room.drafts()).toEqual([]);
  });

  it('are forgotten with their question', () => {
    const room = aHall(1);
    room.setDraft(1, draft('x'));
    room.renew(rowsOf(2));
    expect(room.drafts()).toEqual([]);
  });
});
