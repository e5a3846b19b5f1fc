import Database from 'better-sqlite3';
import { monotonicMs } from '../measure/monotonic.js';
import { type ProductServer, sqliteFileOf } from '../server/product-server.js';
import type { Fault } from './fault.js';
import { pause } from './pause.js';

const FULL_MS = 5_000;

/** Nothing can be kept, so nothing is taken: whoever answers is told so at once. */
export const diskFull: Fault = {
  name: 'disk-full',
  what: 'disk full for 5 s while people answer, on SQLite',
  targets: ['embedded'],
  needs: { isOnSmallDisk: true },
  strikes: { at: 'open', afterMs: 1_500 },
  promises: { backWithinMs: 5_000, isTimeGivenBack: true, told: { code: 'server_busy', isSure: true } },
  async strike({ server }) {
    await fill(server);
    const from = monotonicMs();
    await pause(FULL_MS);
    const to = monotonicMs();
    await server.parts.disk?.free();
    return { from, to };
  },
};

/** No byte is left, neither on the disk nor inside the files that the database has already. */
async function fill({ parts }: ProductServer): Promise<void> {
  const [node] = parts.nodes;
  if (node === undefined) throw new Error('there is no server');
  const database = new Database(sqliteFileOf(node));
  try {
    database.pragma('wal_checkpoint(TRUNCATE)');
    await parts.disk?.fill();
  } finally {
    database.close();
  }
}
