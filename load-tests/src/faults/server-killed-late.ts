import type { Fault } from './fault.js';
import { killedFor } from './killed-for.js';

const DOWN_MS = 3_000;

/** Everybody has until the close: whoever has not answered yet comes back to a question that is still open, however late the own phone is. */
export const serverKilledLate: Fault = {
  name: 'server-killed-late',
  what: 'server killed a second before an open question closes, up again after 3 s',
  targets: ['embedded', 'mysql'],
  hall: { seconds: 6, answerWithinMs: 5_900 },
  strikes: { at: 'open', afterMs: 5_000 },
  promises: { backWithinMs: 15_000, isTimeGivenBack: true, told: null },
  strike: ({ server }) => killedFor(DOWN_MS, server.parts.nodes[0]),
};
