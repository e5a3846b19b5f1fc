import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { connectionWatch, type ConnectionWatch } from './connection-watch';

let states: string[];
let isAlive: boolean;
let probes: number;
let reconnects: number;
let watch: ConnectionWatch;

beforeEach(() => {
  jest.useFakeTimers({ now: 1_000_000 });
  states = [];
  isAlive = true;
  probes = reconnects = 0;
  watch = connectionWatch({
    probe: (timeoutMs) => {
      probes += 1;
      if (isAlive) watch.heard();
      return isAlive
        ? Promise.resolve(true)
        : new Promise((resolve) => {
            setTimeout(() => resolve(false), timeoutMs);
          });
    },
    reconnect: () => {
      reconnects += 1;
      watch.disconnected();
    },
    onState: (state) => states.push(state),
  });
});
afterEach(() => {
  watch.stop();
  jest.useRealTimers();
});

/** Lets time pass with something heard each second. */
async function chatter(seconds: number): Promise<void> {
  for (let passed = 0; passed < seconds; passed++) {
    watch.heard();
    await jest.advanceTimersByTimeAsync(1_000);
  }
}

describe('what is told about the connection', () => {
  it('is online as soon as it stands', () => {
    watch.connected();
    expect(states).toEqual(['online']);
  });

  it('is offline one second after a loss', async () => {
    watch.connected();
    await chatter(1);
    watch.disconnected();
    await jest.advanceTimersByTimeAsync(900);
    expect(states).not.toContain('offline');
    await jest.advanceTimersByTimeAsync(200);
    expect(states[states.length - 1]).toBe('offline');
  });

  it('never says offline when it is back within the second', async () => {
    watch.connected();
    await chatter(1);
    watch.disconnected();
    await jest.advanceTimersByTimeAsync(500);
    watch.connected();
    await chatter(5);
    expect(states).not.toContain('offline');
  });

  it('is offline at once when the device says so', () => {
    watch.connected();
    window.dispatchEvent(new Event('offline'));
    expect(states[states.length - 1]).toBe('offline');
  });

  it('is offline when the first connection does not come about within four seconds', async () => {
    await jest.advanceTimersByTimeAsync(4_100);
    expect(states).toEqual(['offline']);
  });
});

describe('a connection that is dead without knowing', () => {
  it('is found by silence and made anew', async () => {
    watch.connected();
    await chatter(2);
    isAlive = false;
    await jest.advanceTimersByTimeAsync(5_900);
    expect(reconnects).toBe(0);
    await jest.advanceTimersByTimeAsync(2_700);
    expect(reconnects).toBe(1);
    expect(states).toContain('offline');
  });

  it('is found within 1.5 s when the page comes back to sight', async () => {
    watch.connected();
    await chatter(1);
    isAlive = false;
    document.dispatchEvent(new Event('visibilitychange'));
    await jest.advanceTimersByTimeAsync(1_500);
    expect(reconnects).toBe(1);
  });

  it('is left alone while something is heard', async () => {
    watch.connected();
    await chatter(20);
    expect(reconnects).toBe(0);
    // Three measurements of the clock at the start, none since.
    expect(probes).toBe(3);
  });
});
