import { sha256 } from '@anquanli/question-bank/content-hash.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import type { RunningServer } from '../../src/server.js';

/** Written by the clock, whatever people send. */
const HEARTBEATS = new Set(['alive_at', 'last_seen_at']);

/** Everything the database holds, as one text that changes with any row. SQLite only. */
export function rowsOf(server: Pick<RunningServer, 'app'>): Promise<string> {
  return server.app.get(UnitOfWork).read(async (manager) => {
    const tables: { name: string }[] = await manager.query(
      `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`,
    );
    const lines: string[] = [];
    for (const { name } of tables) {
      const rows: Record<string, unknown>[] = await manager.query(`SELECT * FROM ${name}`);
      for (const row of rows) lines.push(JSON.stringify(mapped(row)));
      lines.push(`${name} ${rows.length}`);
    }
    return lines.join('\n');
  });
}

function mapped(row: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const entries = Object.entries(row).map(([key, value]): [string, unknown] => {
    if (HEARTBEATS.has(key)) return [key, 0];
    return [key, Buffer.isBuffer(value) ? sha256(value) : value];
  });
  return Object.fromEntries(entries);
}
