import BetterSqlite3 from 'better-sqlite3';
import { DataSource, type DataSourceOptions } from 'typeorm';
import type { Schema } from './schema.js';
import { SnakeNaming } from './snake-naming.js';
import { SqliteUnitOfWork } from './sqlite-unit-of-work.js';

type SqliteOptions = Extract<DataSourceOptions, { type: 'better-sqlite3' }>;

/** How long a statement waits for another process (the admin command); this one waits for itself in the gate. */
const BUSY_MS = 5_000;

/** Opens the file (made if missing), migrates it, and adds the read-only connection. */
export async function openSqlite(file: string, schema: Schema): Promise<SqliteUnitOfWork> {
  const opened: BetterSqlite3.Database[] = [];
  const writer = new DataSource({
    ...sharedOptions(file, schema),
    migrations: [...schema.migrations],
    migrationsTransactionMode: 'each',
    enableWAL: true,
    prepareDatabase: (db: BetterSqlite3.Database) => {
      // An acknowledged answer is on disk: NORMAL would lose the last commits when the power goes.
      db.pragma('synchronous = FULL');
      opened.push(db);
    },
  });
  await writer.initialize();
  await writer.runMigrations();
  const reader = await new DataSource({ ...sharedOptions(file, schema), readonly: true }).initialize();
  const raw = opened[0];
  if (raw === undefined) {
    throw new Error('The SQLite driver did not hand out its connection');
  }
  return new SqliteUnitOfWork({ writer, reader, raw });
}

function sharedOptions(file: string, schema: Schema): SqliteOptions {
  return {
    type: 'better-sqlite3',
    database: file,
    driver: BetterSqlite3,
    timeout: BUSY_MS,
    // All that the program says: a statement is prepared once.
    statementCacheSize: 1_000,
    entities: [...schema.entities],
    namingStrategy: new SnakeNaming(),
    logging: false,
  };
}
