import { describe, expect, it } from '@jest/globals';
import type { Screen } from '../bots/player.js';
import { monotonicMs } from '../measure/monotonic.js';
import type { RoundField } from '../round/in-round.js';
import type { SharedHostView } from '@anquanli/contract/live-host';
import { lookAround } from './look-around.js';
import { type Truth, wrongOn } from './truth.js';

const TRUTH: Truth = {
  ...{ version: 9, phase: 'question_open', questionNo: 2, opensAt: 1_000, closesAt: 9_000, resultsOf: 1 },
};
const SCREEN: Screen = {
  ...{ seatNo: 1, isConnected: true, version: 9, phase: 'question_open', questionNo: 2, opensAt: 1_000 },
  standingOf: 1,
};

describe('a phone', () => {
  it('that shows what the rows say is right', () => {
    expect(wrongOn(SCREEN, TRUTH)).toBeNull();
  });

  it.each<[string, Partial<Screen>]>([
    ['is offline', { isConnected: false }],
    ['shows version 8', { version: 8 }],
    ['shows question_closed', { phase: 'question_closed' }],
    ['counts from 900', { opensAt: 900 }],
    ['shows the standing after question null', { standingOf: null }],
  ])('that %s is not', (wrong, change) => {
    expect(wrongOn({ ...SCREEN, ...change }, TRUTH)).toContain(wrong);
  });
});

describe('looking around', () => {
  const hallOf = (screens: () => Screen[]) =>
    ({
      roundId: 'r',
      server: { rows: () => Promise.resolve([TRUTH]) },
      swarm: { screens: () => Promise.resolve(screens()) },
    }) as unknown as Pick<RoundField, 'server' | 'swarm' | 'roundId'>;
  const host = (version: number, isConnected = true) => ({ isConnected, view: { version } as SharedHostView });
  const wait = (isOver = () => true) => ({ since: monotonicMs(), mostMs: 120, isOver });

  it('ends when everybody shows what the rows say, and tells how long that took', async () => {
    let looks = 0;
    const hall = hallOf(() => [{ ...SCREEN, version: (looks += 1) < 3 ? 8 : 9 }]);
    const sight = await lookAround(hall, host(9), wait());
    expect(sight.leftBehind).toEqual([]);
    expect(sight.backMs).toBeGreaterThan(90);
  });

  it('names in the end whoever is left behind: phone, console, or the question itself', async () => {
    const behind = hallOf(() => [SCREEN, { ...SCREEN, seatNo: 7, version: 8 }]);
    const phone = await lookAround(behind, host(9), wait());
    expect(phone).toMatchObject({ backMs: null, leftBehind: [expect.stringContaining('the phone of seat 7')] });
    const right = hallOf(() => [SCREEN]);
    expect((await lookAround(right, host(8), wait())).leftBehind).toEqual([expect.stringContaining('version 8')]);
    expect((await lookAround(right, host(9, false), wait())).leftBehind).toEqual(['the console is offline']);
    const owed = await lookAround(
      right,
      host(9),
      wait(() => false),
    );
    expect(owed.leftBehind).toEqual(['the time that was lost is not given back']);
  });
});
