import type { Fault } from './fault.js';
import { killedFor } from './killed-for.js';

const DOWN_MS = 3_000;

export const serverKilledOpen: Fault = {
  name: 'server-killed-open',
  what: 'server killed during an open question, up again after 3 s',
  targets: ['embedded', 'mysql'],
  strikes: { at: 'open', afterMs: 2_000 },
  promises: { backWithinMs: 15_000, isTimeGivenBack: true, told: null },
  strike: ({ server }) => killedFor(DOWN_MS, server.parts.nodes[0]),
};
