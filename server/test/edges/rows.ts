import { sha256 } from '@anquanli/question-bank/content-hash.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import type { RunningServer } from '../../src/server.js';

/** Written by the clock, whatever people send. */
const HEARTBEATS = new Set(['alive_at', 'last_seen_at']);

/** What was read last from a server, and the version of its data then: SQLite counts it for a connection that only reads. */
const lastRead = new WeakMap<object, { readonly version: string; readonly rows: string }>();

/** Everything the database holds, as one text that changes with any row. SQLite only. Not read again while nobody has written. */
export function rowsOf({ app }: Pick<RunningServer, 'app'>): Promise<string> {
  return app.get(UnitOfWork).read(async (manager) => {
    const version = JSON.stringify(await manager.query('PRAGMA data_version'));
    const known = lastRead.get(app);
    if (known?.version === version) return known.rows;
    const tables: { name: string }[] = await manager.query(
      `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`,
    );
    const lines: string[] = [];
    for (const { name } of tables) {
      const rows: Record<string, unknown>[] = await manager.query(`SELECT * FROM ${name}`);
      for (const row of rows) lines.push(JSON.stringify(mapped(row)));
      lines.push(`${name} ${rows.length}`);
    }
    const rows = lines.join('\n');
    lastRead.set(app, { version, rows });
    return rows;
  });
}

function mapped(row: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const entries = Object.entries(row).map(([key, value]): [string, unknown] => {
    if (HEARTBEATS.has(key)) return [key, 0];
    return [key, Buffer.isBuffer(value) ? sha256(value) : value];
  });
  return Object.fromEntries(entries);
}
