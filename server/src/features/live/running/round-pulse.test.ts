import { describe, expect, it } from '@jest/globals';
import { RoundPulse } from './round-pulse.js';

const NINE = Date.UTC(2026, 5, 16, 1);

/** Commits at these seconds after nine. */
function pulseAfter(...seconds: number[]): RoundPulse {
  const pulse = new RoundPulse(NINE);
  for (const second of seconds) pulse.noteCommitted(NINE + second * 1_000);
  return pulse;
}

describe('the pulse of a round', () => {
  it('owes nothing while commits follow each other', () => {
    const pulse = pulseAfter(1, 2, 3, 5.4);
    expect(pulse.isInterrupted(NINE + 6_000)).toBe(false);
    expect(pulse.lostSince(NINE + 6_000)).toBe(NINE + 6_000);
  });

  it('is interrupted as soon as nothing was committed for two and a half seconds, and owes from the last commit on', () => {
    const pulse = pulseAfter(1);
    expect(pulse.isInterrupted(NINE + 3_499)).toBe(false);
    expect(pulse.isInterrupted(NINE + 3_500)).toBe(true);
    expect(pulse.lostSince(NINE + 4_000)).toBe(NINE + 1_000);
  });

  it('knows a silence also after it is over: a commit that was long on its way was no sign of life', () => {
    const pulse = pulseAfter(1, 6);
    expect(pulse.isInterrupted(NINE + 6_001)).toBe(true);
    expect(pulse.lostSince(NINE + 6_500)).toBe(NINE + 1_000);
  });

  it('takes a slow heartbeat for no outage while answers were committed', () => {
    const pulse = pulseAfter(1, 2, 3.5, 5, 6.2);
    expect(pulse.isInterrupted(NINE + 6_300)).toBe(false);
  });

  it('gives no time twice, whoever gave it', () => {
    const pulse = pulseAfter(1, 6);
    pulse.noteGiven(NINE + 5_000);
    expect(pulse.lostSince(NINE + 6_500)).toBe(NINE + 5_000);
    pulse.settle();
    expect(pulse.isInterrupted(NINE + 6_500)).toBe(false);
  });

  it('owes from the earliest of several', () => {
    const pulse = pulseAfter(1);
    pulse.owe(NINE + 900);
    pulse.owe(NINE + 1_200);
    expect(pulse.lostSince(NINE + 1_500)).toBe(NINE + 900);
  });

  it('keeps the newest heartbeat, whichever was read last', () => {
    const pulse = new RoundPulse(NINE + 5_000);
    pulse.noteAlive(NINE + 1_000);
    expect(pulse.isInterrupted(NINE + 7_000)).toBe(false);
  });
});
