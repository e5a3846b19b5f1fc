import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { LiveSocket } from '../../lib/live-socket';
import { resetServerClock } from '../../lib/server-clock';
import { createAnswerSender, type AnswerSender } from './answer-sender';
import { draftSlot, storeAnswer, storedAnswers } from './answer-store';
import { anEntry } from './model/play-fixtures';

const seat = { roundId: 'r', seatNo: 33 };
const onSurprise = jest.fn();
let acks: unknown[];
let sent: { answerId: string }[];
let sender: AnswerSender;

/** Answers each sending with the next of the prepared acks; the last one stays. */
const ask = ((_exchange: unknown, request: { answerId: string }) => {
  sent.push(request);
  return Promise.resolve(acks.length > 1 ? acks.shift() : acks[0]);
}) as unknown as LiveSocket['ask'];

const KEPT = { ok: true, value: { answerId: 'a'.repeat(32), questionNo: 3, receivedAt: 0, elapsedMs: 4_000 } };
const fate = () => storedAnswers()[0]?.fate;

beforeEach(() => {
  jest.useFakeTimers({ now: 1_000_000 });
  window.localStorage.clear();
  resetServerClock();
  onSurprise.mockClear();
  acks = [KEPT];
  sent = [];
  sender = createAnswerSender({ seat, ask, onSurprise });
  storeAnswer(anEntry());
});
afterEach(() => {
  sender.stop();
  jest.useRealTimers();
});

describe('an answer on its way', () => {
  it('is kept once the server has said so, and sent no more', async () => {
    sender.flush();
    await jest.advanceTimersByTimeAsync(10_000);
    sender.flush();
    await jest.advanceTimersByTimeAsync(10_000);
    expect(fate()).toEqual({ state: 'kept', elapsedMs: 4_000 });
    expect(sent).toHaveLength(1);
  });

  it('is sent again with the same id until the network is back', async () => {
    acks = [{ ok: false, code: 'offline' }, { ok: false, code: 'offline' }, KEPT];
    sender.flush();
    await jest.advanceTimersByTimeAsync(10_000);
    expect(sent.map(({ answerId }) => answerId)).toEqual(Array(3).fill('a'.repeat(32)));
    expect(fate()).toMatchObject({ state: 'kept' });
  });

  it('is not sent twice at once', async () => {
    sender.flush();
    sender.flush();
    await jest.advanceTimersByTimeAsync(100);
    expect(sent).toHaveLength(1);
  });

  it('that came too early is sent again at the opening', async () => {
    acks = [{ ok: false, code: 'not_open_yet', details: { opensAt: 1_002_000 } }, KEPT];
    sender.flush();
    await jest.advanceTimersByTimeAsync(1_900);
    expect(sent).toHaveLength(1);
    await jest.advanceTimersByTimeAsync(200);
    expect(sent).toHaveLength(2);
    expect(fate()).toMatchObject({ state: 'kept' });
  });

  it('waits as long as the server asks', async () => {
    acks = [{ ok: false, code: 'too_many_requests', details: { retryAfterMs: 4_000 } }, KEPT];
    sender.flush();
    await jest.advanceTimersByTimeAsync(3_900);
    expect(sent).toHaveLength(1);
    await jest.advanceTimersByTimeAsync(1_000);
    expect(sent).toHaveLength(2);
  });

  it('is done when it was late, and says by how much', async () => {
    acks = [{ ok: false, code: 'answer_late', details: { lateMs: 412 } }];
    sender.flush();
    await jest.advanceTimersByTimeAsync(10_000);
    expect(fate()).toEqual({ state: 'refused', code: 'answer_late', lateMs: 412 });
    expect(sent).toHaveLength(1);
    expect(onSurprise).toHaveBeenCalledTimes(1);
  });

  it('to options that have changed is forgotten, so that it can be chosen anew', async () => {
    draftSlot.write({ ...seat, questionNo: 3, answerId: 'a'.repeat(32), selection: { by: 'options', options: ['b'] } });
    acks = [{ ok: false, code: 'choice_invalid' }];
    sender.flush();
    await jest.advanceTimersByTimeAsync(100);
    expect(storedAnswers()).toEqual([]);
    expect(draftSlot.read()).toBeNull();
  });

  it('of another seat is left alone', async () => {
    const other = createAnswerSender({ seat: { roundId: 'r', seatNo: 1 }, ask, onSurprise });
    other.flush();
    await jest.advanceTimersByTimeAsync(100);
    expect(sent).toHaveLength(0);
    other.stop();
  });
});
