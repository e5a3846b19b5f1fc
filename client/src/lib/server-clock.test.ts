import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import {
  atServerTime,
  countdownAt,
  noteClockSync,
  noteServerNow,
  resetServerClock,
  rttMs,
  serverNow,
} from './server-clock';

beforeEach(() => {
  jest.useFakeTimers({ now: 1_000_000 });
  resetServerClock();
});
afterEach(() => {
  jest.useRealTimers();
});

describe("the server's time", () => {
  it('is the own time until something is known', () => {
    expect(serverNow()).toBe(1_000_000);
    expect(rttMs()).toBeNull();
  });

  it('follows a measurement and reports its way', () => {
    noteClockSync(999_960, 1_500_000, 1_000_000);
    expect(serverNow()).toBe(1_500_020);
    expect(rttMs()).toBe(40);
  });

  it('takes the time of a view only before the first measurement', () => {
    noteServerNow(2_000_000);
    expect(serverNow()).toBe(2_000_000);
    noteClockSync(999_960, 1_500_000, 1_000_000);
    noteServerNow(3_000_000);
    expect(serverNow()).toBe(1_500_020);
  });
});

describe('a countdown', () => {
  it('runs three seconds before the opening and shows whole seconds after it', () => {
    expect(countdownAt(7_000, 10_000, 30_000)).toMatchObject({ stage: 'before', untilOpenMs: 3_000, secondsLeft: 20 });
    expect(countdownAt(10_000, 10_000, 30_000)).toMatchObject({ stage: 'running', secondsLeft: 20 });
    expect(countdownAt(29_001, 10_000, 30_000)).toMatchObject({ stage: 'running', secondsLeft: 1 });
    expect(countdownAt(30_000, 10_000, 30_000)).toMatchObject({ stage: 'over', secondsLeft: 0 });
  });

  it('never ends where the host closes', () => {
    expect(countdownAt(99_000, 10_000, null)).toMatchObject({ stage: 'running', leftMs: null, secondsLeft: null });
  });
});

describe('an action at an instant of the server', () => {
  it('happens then, also when the offset is corrected while it waits', () => {
    const action = jest.fn();
    atServerTime(1_010_000, action);
    jest.advanceTimersByTime(2_000);
    // The server turns out to be five seconds ahead.
    noteClockSync(1_002_000, 1_007_000, 1_002_000);
    jest.advanceTimersByTime(2_900);
    expect(action).not.toHaveBeenCalled();
    jest.advanceTimersByTime(200);
    expect(action).toHaveBeenCalledTimes(1);
  });

  it('happens never once it is called off', () => {
    const action = jest.fn();
    atServerTime(1_001_000, action)();
    jest.advanceTimersByTime(5_000);
    expect(action).not.toHaveBeenCalled();
  });
});
