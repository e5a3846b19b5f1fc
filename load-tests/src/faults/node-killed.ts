import { monotonicMs } from '../measure/monotonic.js';
import type { Fault } from './fault.js';

/** It stays away. The host is at the first node, half of the phones at the second. */
export const nodeKilled: Fault = {
  name: 'node-killed',
  what: 'one of two nodes killed while people answer: its phones move over',
  targets: ['cluster'],
  // Long enough that people still answer when the other node has noticed: once everybody has answered nobody needs time back.
  hall: { seconds: 12, answerWithinMs: 9_000 },
  strikes: { at: 'open', afterMs: 2_000 },
  promises: { backWithinMs: 5_000, isTimeGivenBack: true, told: { code: 'server_busy', isSure: false } },
  async strike({ server: { parts } }) {
    const at = monotonicMs();
    await parts.nodes.at(-1)?.kill();
    return { from: at, to: at };
  },
};
