import { describe, expect, it } from '@jest/globals';
import { sampleOf, UNKNOWN_CLOCK, withSample } from './clock-offset';

describe('the offset of the clock', () => {
  it('assumes that the server answered in the middle of the way', () => {
    expect(sampleOf(1_000, 5_050, 1_100)).toEqual({ offsetMs: 4_000, rttMs: 100 });
  });

  it('trusts the measurement with the shortest way', () => {
    const slow = { offsetMs: 4_180, rttMs: 400 };
    const quick = { offsetMs: 4_010, rttMs: 20 };
    const state = [slow, quick, { offsetMs: 4_100, rttMs: 300 }].reduce(withSample, UNKNOWN_CLOCK);
    expect(state.best).toEqual(quick);
  });

  it('forgets everything when the local clock has jumped', () => {
    const before = withSample(UNKNOWN_CLOCK, { offsetMs: 4_000, rttMs: 20 });
    const jumped = { offsetMs: -56_000, rttMs: 250 };
    expect(withSample(before, jumped)).toEqual({ best: jumped, recent: [jumped] });
  });

  it('lets an old measurement go after eight newer ones', () => {
    const quick = { offsetMs: 4_000, rttMs: 2 };
    const drifting = Array.from({ length: 8 }, () => ({ offsetMs: 4_020, rttMs: 40 }));
    expect([quick, ...drifting].reduce(withSample, UNKNOWN_CLOCK).best?.offsetMs).toBe(4_020);
  });
});
