import type { Fault } from './fault.js';
import { killedFor } from './killed-for.js';

const DOWN_MS = 3_000;

/** At the instant at which the host sees the reveal: most phones have not. */
export const serverKilledRevealed: Fault = {
  name: 'server-killed-revealed',
  what: 'server killed between reveal and leaderboard, up again after 3 s',
  targets: ['embedded', 'mysql'],
  strikes: { at: 'reveal' },
  promises: { backWithinMs: 15_000, isTimeGivenBack: false, told: null },
  strike: ({ server }) => killedFor(DOWN_MS, server.parts.nodes[0]),
};
