import { PHASES } from '@anquanli/contract/vocabulary';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aClosedState, anOpenState, aState, NINE } from '../../../test/support/a-round.js';
import { admitAnswer } from './answer.js';
import { takeUp } from './outage.js';

const CLOSES = NINE + 20_000;

describe('an open question after an outage', () => {
  it('moves as a whole, so that the time lost is nobody’s', () => {
    const before = anOpenState();
    expect(takeUp(before, NINE + 5_000, NINE + 35_000)).toEqual({
      ...before,
      opensAt: NINE + 30_000,
      closesAt: CLOSES + 30_000,
    });
  });

  it('has its remaining time again, also when the outage swallowed the closing instant', () => {
    const taken = takeUp(anOpenState(), NINE + 12_000, NINE + 120_000);
    expect((taken?.closesAt ?? 0) - (NINE + 120_000)).toBe(8_000);
  });

  it('that was about to close stays open until phones had seven seconds to return, and the score knows nothing of that', () => {
    const now = NINE + 120_000;
    const taken = takeUp(anOpenState(), NINE + 19_000, now);
    expect([taken?.opensAt, taken?.closesAt]).toEqual([NINE + 101_000, now + 7_000]);
    expect(admitAnswer(taken ?? aState(), 1, now + 7_000)).toEqual({ ok: true, value: { elapsedMs: 20_000 } });
  });

  it('counts an answer with the time its owner really had', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 19_999 }), fc.integer({ min: 2_500, max: 600_000 }), (before, lost) => {
        const taken = takeUp(anOpenState(), NINE + before, NINE + before + lost);
        if (!taken) throw new Error('nothing was given back');
        expect(admitAnswer(taken, 1, NINE + before + lost)).toEqual({ ok: true, value: { elapsedMs: before } });
      }),
    );
  });

  it('gets at most ten minutes back', () => {
    const taken = takeUp(anOpenState(), NINE, NINE + 3_600_000);
    expect([taken?.opensAt, taken?.closesAt]).toEqual([NINE + 600_000, CLOSES + 600_000]);
  });

  it('without a limit stays without one', () => {
    expect(takeUp(anOpenState({ closesAt: null, limitMs: null }), NINE, NINE + 9_000)).toMatchObject({
      opensAt: NINE + 9_000,
      closesAt: null,
      limitMs: null,
    });
  });

  it('is left alone when the gap is shorter than two and a half seconds', () => {
    expect(takeUp(anOpenState(), NINE, NINE + 2_499)).toBeNull();
    expect(takeUp(anOpenState(), NINE, NINE + 2_500)).not.toBeNull();
  });
});

describe('a closed question after an outage', () => {
  it('that was in its grace admits answers again until phones had seven seconds to return', () => {
    const now = CLOSES + 60_000;
    const taken = takeUp(aClosedState(), CLOSES + 300, now);
    expect(taken).toEqual(aClosedState({ acceptsUntil: now + 7_000, autopilotFrom: now }));
    expect(admitAnswer(taken ?? aState(), 1, now + 7_000)).toEqual({ ok: true, value: { elapsedMs: 20_000 } });
  });

  it('that had been closed for long stays closed', () => {
    expect(takeUp(aClosedState(), CLOSES + 1_400, CLOSES + 60_000)).toBeNull();
    expect(takeUp(aClosedState(), CLOSES + 1_399, CLOSES + 60_000)).not.toBeNull();
  });

  it('that never admitted answers after its closing does not begin to', () => {
    expect(takeUp(aClosedState({ acceptsUntil: null }), CLOSES, CLOSES + 60_000)).toBeNull();
  });
});

it.each(PHASES.filter((phase) => !phase.startsWith('question_')))('nothing is given back in %s', (phase) => {
  expect(takeUp(aClosedState({ phase }), NINE, NINE + 60_000)).toBeNull();
});

it('nothing is given back where no question has opened', () => {
  expect(takeUp(anOpenState({ opensAt: null }), NINE, NINE + 60_000)).toBeNull();
});
