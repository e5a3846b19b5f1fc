import { monotonicMs } from '../measure/monotonic.js';
import type { Fault } from './fault.js';
import { pause } from './pause.js';

const DOWN_MS = 3_000;
const UNTIL_FLUSH_MS = 1_000;

/** Rows are the truth, Redis is a hint: without it answers are taken as before. */
export const redisLost: Fault = {
  name: 'redis-lost',
  what: 'Redis killed while people answer, up again after 3 s, then flushed',
  targets: ['cluster'],
  strikes: { at: 'open', afterMs: 1_000 },
  promises: { backWithinMs: 2_000, isTimeGivenBack: false, told: null },
  async strike({ server: { parts } }) {
    await parts.redis?.kill();
    await pause(DOWN_MS);
    await parts.redis?.start();
    await pause(UNTIL_FLUSH_MS);
    await parts.redis?.flush();
    const at = monotonicMs();
    return { from: at, to: at };
  },
};
