import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { EntityManager, TableColumn } from 'typeorm';
import { SCHEMA } from '../../src/app.module.js';
import type { DatabaseConfig } from '../../src/platform/config/config.js';
import { MIGRATIONS } from '../../src/platform/database/migrations/migrations.js';
import { openDatabase } from '../../src/platform/database/open-database.js';
import { tablesOf } from '../support/all-rows.js';
import { ENGINES, type Place } from '../support/engines.js';
import { tempDir } from '../support/temp-dir.js';

/** Every step that tables have taken, from each state of before to the newest. */
const STEPS = MIGRATIONS.slice(0, -1).map((_, index) => ({
  name: MIGRATIONS[index]?.name ?? '',
  before: MIGRATIONS.slice(0, index + 1),
}));

interface Rows {
  readonly table: string;
  readonly columns: readonly string[];
  readonly rows: readonly unknown[];
}

/** 7 is a number, a text, and JSON. */
function valueFor({ type }: TableColumn): unknown {
  return /blob|binary/i.test(type) ? Buffer.from('7') : '7';
}

/** Puts a row into every table that has none, and tells what is in all of them. */
async function fill(tx: EntityManager): Promise<Rows[]> {
  const found: Rows[] = [];
  // A row may point at one of a table further down.
  const isSqlite = tx.dataSource.options.type === 'better-sqlite3';
  await tx.query(isSqlite ? 'PRAGMA defer_foreign_keys = ON' : 'SET foreign_key_checks = 0');
  for (const { name, columns } of await tablesOf(tx)) {
    const names = columns.map((column) => column.name);
    const [{ n } = { n: 0 }] = await tx.query<{ n: number | string }[]>(`SELECT COUNT(*) AS n FROM ${name}`);
    if (Number(n) === 0)
      await tx.query(
        `INSERT INTO ${name} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
        columns.map(valueFor),
      );
    found.push({ table: name, columns: names, rows: await tx.query(`SELECT ${names.join(', ')} FROM ${name}`) });
  }
  if (!isSqlite) await tx.query('SET foreign_key_checks = 1');
  return found;
}

describe.each(ENGINES)('a database of before on $engine', ({ place }) => {
  let found: Place;
  let folder: Awaited<ReturnType<typeof tempDir>>;
  let config: DatabaseConfig;

  beforeEach(async () => {
    found = await place();
    folder = await tempDir();
    config = found.database ?? { engine: 'sqlite', file: `${folder.dir}/a.sqlite` };
  }, 120_000);

  afterEach(async () => {
    await folder.remove();
    await found.remove();
  });

  const opened = (migrations = MIGRATIONS) => openDatabase(config, { ...SCHEMA, migrations }, () => 0.5);

  it.each(STEPS)('keeps every row of every table on the way from $name to the newest', async ({ before }) => {
    const old = await opened(before);
    const was = await old.run(fill);
    await old.close();

    const now = await opened();
    for (const { table, columns, rows } of was) {
      const kept = await now.read((manager) => manager.query(`SELECT ${columns.join(', ')} FROM ${table}`));
      expect({ table, rows: kept }).toEqual({ table, rows });
    }
    await now.close();
    expect(was.every(({ rows }) => rows.length > 0)).toBe(true);
  });
});
