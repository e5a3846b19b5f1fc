import { monotonicMs } from '../measure/monotonic.js';
import type { Fault } from './fault.js';
import { pause } from './pause.js';

const PAUSED_MS = 5_000;

/** Nobody hangs up: whoever asks waits. */
export const databasePaused: Fault = {
  name: 'database-paused',
  what: 'database stopped for 5 s while people answer',
  targets: ['mysql', 'cluster'],
  strikes: { at: 'open', afterMs: 2_000 },
  promises: { backWithinMs: 5_000, isTimeGivenBack: true, told: { code: 'server_busy', isSure: false } },
  async strike({ server: { parts } }) {
    await parts.database?.pause();
    const from = monotonicMs();
    await pause(PAUSED_MS);
    const to = monotonicMs();
    await parts.database?.resume();
    return { from, to };
  },
};
