import { createConnection } from 'mysql2/promise';
import { monotonicMs } from '../measure/monotonic.js';
import type { Fault } from './fault.js';
import { pause } from './pause.js';

const STALLED_MS = 5_000;

/** As a disk does that hangs: what is read comes from memory, what is written waits. */
export const databaseStalled: Fault = {
  name: 'database-stalled',
  what: 'database reads but does not write for 5 s while people answer',
  targets: ['mysql', 'cluster'],
  strikes: { at: 'open', afterMs: 2_000 },
  promises: { backWithinMs: 5_000, isTimeGivenBack: true, told: { code: 'server_busy', isSure: true } },
  async strike({ server: { parts }, roundId }) {
    if (parts.database === null) throw new Error('there is no database server');
    const connection = await createConnection({ uri: parts.database.url });
    try {
      await connection.beginTransaction();
      await connection.query('SELECT id FROM live_round WHERE id = ? FOR UPDATE', [roundId]);
      const from = monotonicMs();
      await pause(STALLED_MS);
      const to = monotonicMs();
      await connection.rollback();
      return { from, to };
    } finally {
      await connection.end();
    }
  },
};
