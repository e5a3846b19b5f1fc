import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aClosedState, anOpenState, aState, NINE } from '../../../test/support/a-round.js';
import { admitAnswer } from './answer.js';

const CLOSES = NINE + 20_000;
const accepted = (elapsedMs: number) => ({ ok: true, value: { elapsedMs } });
const late = (lateMs: number) => ({ ok: false, code: 'answer_late', details: { lateMs } });

describe('an answer to an open question', () => {
  it.each([
    ['one millisecond before the opening is too early, and the phone learns when to send again', NINE - 1, null],
    ['at the opening counts with no time at all', NINE, 0],
    ['one millisecond later counts with one', NINE + 1, 1],
    ['at the closing instant counts in full', CLOSES, 20_000],
    ['within the grace counts, its time capped at the limit', CLOSES + 1, 20_000],
    ['at the end of the grace still counts', CLOSES + 700, 20_000],
  ])('%s', (_, at, elapsedMs) => {
    expect(admitAnswer(anOpenState(), 1, at)).toEqual(
      elapsedMs === null ? { ok: false, code: 'not_open_yet', details: { opensAt: NINE } } : accepted(elapsedMs),
    );
  });

  it('is late one millisecond after the grace, and says by how much', () => {
    expect(admitAnswer(anOpenState(), 1, CLOSES + 701)).toEqual(late(701));
  });

  it('counts against the limit of the score, not against added time', () => {
    const longer = anOpenState({ closesAt: CLOSES + 10_000 });
    expect(admitAnswer(longer, 1, CLOSES + 6_000)).toEqual(accepted(20_000));
    expect(admitAnswer(longer, 1, CLOSES + 10_700)).toEqual(accepted(20_000));
    expect(admitAnswer(longer, 1, CLOSES + 10_701)).toEqual(late(701));
  });

  it('is never late while the host closes by hand', () => {
    const untimed = anOpenState({ closesAt: null, limitMs: null });
    expect(admitAnswer(untimed, 1, NINE + 3_600_000)).toEqual(accepted(3_600_000));
    expect(admitAnswer(untimed, 1, NINE - 1)).toMatchObject({ code: 'not_open_yet' });
  });
});

describe('an answer to a closed question', () => {
  it('counts until the end of the grace', () => {
    expect(admitAnswer(aClosedState(), 1, CLOSES + 700)).toEqual(accepted(20_000));
    expect(admitAnswer(aClosedState(), 1, CLOSES + 701)).toEqual(late(701));
  });

  it('that the host closed early counts with the time up to the closing', () => {
    const early = aClosedState({ closesAt: NINE + 4_000, acceptsUntil: NINE + 4_700 });
    expect(admitAnswer(early, 1, NINE + 4_400)).toEqual(accepted(4_000));
    expect(admitAnswer(early, 1, NINE + 3_100)).toEqual(accepted(3_100));
    expect(admitAnswer(early, 1, NINE + 4_701)).toEqual(late(701));
  });

  it('that admits answers again after an outage counts them with the time up to the closing', () => {
    const returned = aClosedState({ acceptsUntil: CLOSES + 65_000 });
    expect(admitAnswer(returned, 1, CLOSES + 65_000)).toEqual(accepted(20_000));
    expect(admitAnswer(returned, 1, CLOSES + 65_001)).toEqual(late(65_001));
  });

  it('that admits none any more is late', () => {
    expect(admitAnswer(aClosedState({ acceptsUntil: null }), 1, CLOSES)).toEqual(late(0));
  });
});

describe('an answer out of turn', () => {
  it.each(['reveal', 'leaderboard', 'finished', 'aborted'] as const)('is late in %s', (phase) => {
    expect(admitAnswer(aClosedState({ phase }), 1, CLOSES + 5_000)).toEqual(late(5_000));
  });

  it('to a question before the present one is late, by how much nobody knows', () => {
    expect(admitAnswer(anOpenState({ questionNo: 2 }), 1, NINE)).toEqual({ ok: false, code: 'answer_late' });
  });

  it('to a question that has not come is refused, in the lobby too', () => {
    const refusal = { ok: false, code: 'question_not_open' };
    expect(admitAnswer(anOpenState(), 2, NINE)).toEqual(refusal);
    expect(admitAnswer(aState(), 1, NINE)).toEqual(refusal);
    expect(admitAnswer(aState(), 0, NINE)).toEqual(refusal);
  });
});

describe('every admitted answer', () => {
  it('has a time between nothing and the limit, whenever it came and however the question was closed', () => {
    const at = fc.integer({ min: NINE - 10_000, max: NINE + 400_000 });
    const limit = fc.integer({ min: 5_000, max: 240_000 });
    fc.assert(
      fc.property(
        at,
        limit,
        fc.boolean(),
        fc.integer({ min: 0, max: 240_000 }),
        (receivedAt, limitMs, isClosed, cut) => {
          const closesAt = NINE + Math.min(limitMs, cut);
          const open = anOpenState({ limitMs, closesAt });
          const state = isClosed ? { ...open, phase: 'question_closed' as const, acceptsUntil: closesAt + 700 } : open;
          const admission = admitAnswer(state, 1, receivedAt);
          if (!admission.ok) return;
          expect(admission.value.elapsedMs).toBeGreaterThanOrEqual(0);
          expect(admission.value.elapsedMs).toBeLessThanOrEqual(limitMs);
          expect(receivedAt).toBeLessThanOrEqual(closesAt + 700);
        },
      ),
    );
  });
});
