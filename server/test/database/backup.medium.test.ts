import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SCHEMA } from '../../src/app.module.js';
import { backupCommand, restoreCommand } from '../../src/admin/backup.js';
import type { Config, DatabaseConfig } from '../../src/platform/config/config.js';
import { openDatabase } from '../../src/platform/database/open-database.js';
import { StartRefusal } from '../../src/platform/errors/start-refusal.js';
import { aConfig } from '../support/a-config.js';
import { hasMariadb, type Mariadb, startMariadb } from '../support/mariadb.js';
import type { Browser } from '../support/browser.js';
import { Hall } from '../support/play.js';
import { startTestServer, type TestServer } from '../support/start-server.js';
import { allRows } from '../support/all-rows.js';
import { until } from '../support/until.js';

const A = { kind: 'single', option: 'a' } as const;

interface Engine {
  readonly engine: string;
  readonly ending: string;
  readonly mariadb: boolean;
}

const ENGINES: readonly Engine[] = [
  { engine: 'SQLite', ending: '.sqlite', mariadb: false },
  ...(hasMariadb() ? [{ engine: 'MariaDB', ending: '.jsonl.gz', mariadb: true }] : []),
];

describe.each(ENGINES)('a backup of $engine', ({ ending, mariadb }) => {
  let folder: string;
  let database: Mariadb | null;
  let server: TestServer;
  let backup: string;
  let admin: Browser;

  /** A place without any rows. */
  async function emptyPlace(name: string): Promise<Config> {
    const config = aConfig(path.join(folder, name));
    return database === null ? config : { ...config, database: await mysqlPlace(database) };
  }

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'anquanli-backup-'));
    backup = path.join(folder, `of-${mariadb ? 'mariadb' : 'sqlite'}${ending}`);
    database = mariadb ? await startMariadb() : null;
    server = await startTestServer(database === null ? {} : { config: { database: await mysqlPlace(database) } });
    admin = await server.setUpAdmin();
    const hall = await Hall.open(server.origin, admin);
    const host = await hall.host();
    const phones = await hall.phones(['张三', "李四 '; \\ \u{1F600}"]);
    await host.order({ command: 'open_next' });
    await phones[0]?.answer(1, A);
    // A round that runs writes its heartbeat.
    await host.order({ command: 'abort' });
    hall.leave();
  }, 120_000);

  afterAll(async () => {
    await server.remove();
    await database?.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  const rowsAt = async (place: DatabaseConfig) => {
    const unitOfWork = await openDatabase(place, SCHEMA, () => 0.5);
    try {
      return await unitOfWork.read(allRows);
    } finally {
      await unitOfWork.close();
    }
  };

  it('is made while people come in, and holds one instant: as many seats as the round has given out', async () => {
    const hall = await Hall.open(server.origin, admin);
    let isComing = true;
    let came = 0;
    const coming = (async () => {
      for (; isComing; came += 1) await hall.seat(`工人${came}`);
    })();
    await until(() => Promise.resolve(came > 3));
    const during = path.join(folder, `during${ending}`);
    expect(await backupCommand(server.config, during)).toBe(0);
    const cameBefore = came;
    await until(() => Promise.resolve(came > cameBefore + 3));
    isComing = false;
    await coming;
    const place = await emptyPlace('during');
    expect(await restoreCommand(place, during, false)).toBe(0);
    const rows = await rowsAt(place.database);
    const seats = rowsOf(rows, 'live_seat').filter((seat) => seat['round_id'] === hall.round.id);
    const round = rowsOf(rows, 'live_round').find(({ id }) => id === hall.round.id);
    expect(seats.length).toBeGreaterThan(3);
    expect(seats.length).toBeLessThan(came);
    expect(round?.['seats_taken']).toBe(seats.length);
  });

  it('holds each row as it was, and a server goes on with it', async () => {
    expect(await backupCommand(server.config, backup)).toBe(0);
    const before = await rowsAt(server.config.database);
    const place = await emptyPlace('again');
    await restoreCommand(place, backup, false);
    expect(await rowsAt(place.database)).toEqual(before);
    const again = await startTestServer({ config: { database: place.database } });
    const browser = again.browser();
    const { status } = await browser.post('/api/session', { name: '王安全', password: 'gas-test-before-entry' });
    expect(status).toBe(200);
    await again.remove();
  });

  it('is never written over a file that is there', async () => {
    await expect(backupCommand(server.config, backup)).rejects.toThrow('exists already');
  });

  it('takes the place of data only when told, and keeps what was there', async () => {
    const place = await emptyPlace('taken');
    await restoreCommand(place, backup, false);
    const before = await rowsAt(place.database);
    await expect(restoreCommand(place, backup, false)).rejects.toThrow('add --replace');
    const here = process.cwd();
    const kept = mkdtempSync(path.join(folder, 'kept-'));
    process.chdir(kept);
    try {
      await restoreCommand(place, backup, true);
    } finally {
      process.chdir(here);
    }
    expect(await rowsAt(place.database)).toEqual(before);
    const aside = mariadb ? kept : place.dataDir;
    const old = readdirSync(aside).find((name) => name.startsWith('replaced-')) ?? '';
    const oldFile = mariadb ? path.join(aside, old) : path.join(aside, old, 'anquanli.sqlite');
    const third = await emptyPlace('third');
    await restoreCommand(third, oldFile, false);
    expect(await rowsAt(third.database)).toEqual(before);
  });

  it('that was cut short or is something else is refused, and nothing changes', async () => {
    const place = await emptyPlace('damaged');
    const bytes = readFileSync(backup);
    const damaged = path.join(folder, `damaged${ending}`);
    for (const content of [bytes.subarray(0, bytes.length / 2), Buffer.from('hello'), Buffer.alloc(0)]) {
      writeFileSync(damaged, content);
      await expect(restoreCommand(place, damaged, false)).rejects.toThrow(StartRefusal);
    }
    await expect(restoreCommand(place, path.join(folder, `none${ending}`), false)).rejects.toThrow(StartRefusal);
    truncateSync(damaged);
    await restoreCommand(place, backup, false);
  });
});

(hasMariadb() ? describe : describe.skip)('moving to MariaDB', () => {
  it('takes a backup of the embedded database, refuses while a server runs there, and a newer one', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'anquanli-move-'));
    const mariadb = await startMariadb();
    const server = await startTestServer();
    await server.setUpAdmin();
    const file = path.join(folder, 'small.sqlite');
    await backupCommand(server.config, file);
    const url = await mysqlPlace(mariadb);
    const config = aConfig(folder, { database: url });
    await restoreCommand(config, file, false);
    const large = await startTestServer({ config: { database: url } });
    const status = await large.browser().post('/api/session', { name: '王安全', password: 'gas-test-before-entry' });
    expect(status.status).toBe(200);
    await expect(restoreCommand(config, file, true)).rejects.toThrow('other connections');
    const dump = path.join(folder, 'large.jsonl.gz');
    await backupCommand(config, dump);
    await large.remove();

    const newer = path.join(folder, 'newer.jsonl.gz');
    const text = gunzipSync(readFileSync(dump)).toString();
    writeFileSync(newer, gzipSync(text.replace('"migrations":[', '"migrations":["Tomorrow1999999999999",')));
    await expect(restoreCommand(config, newer, true)).rejects.toThrow('newer version');
    await expect(restoreCommand(aConfig(path.join(folder, 'own')), dump, false)).rejects.toThrow('DATABASE_URL');

    await server.remove();
    await mariadb.remove();
    rmSync(folder, { recursive: true, force: true });
  }, 120_000);
});

const rowsOf = (rows: ReadonlyMap<string, readonly string[]>, table: string) =>
  (rows.get(table) ?? []).map((row) => JSON.parse(row) as Record<string, unknown>);

async function mysqlPlace(mariadb: Mariadb): Promise<DatabaseConfig> {
  return { engine: 'mysql', url: await mariadb.createDatabase() };
}
