import type { Fault } from './fault.js';
import { killedFor } from './killed-for.js';

const DOWN_MS = 4_000;

export const databaseKilled: Fault = {
  name: 'database-killed',
  what: 'database killed while people answer, up again after 4 s',
  targets: ['mysql', 'cluster'],
  strikes: { at: 'open', afterMs: 2_000 },
  promises: { backWithinMs: 5_000, isTimeGivenBack: true, told: { code: 'server_busy', isSure: true } },
  strike: ({ server }) => killedFor(DOWN_MS, server.parts.database),
};
