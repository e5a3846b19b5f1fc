import Database from 'better-sqlite3';
import { createConnection } from 'mysql2/promise';
import type { StoredIn } from './product-server.js';

type Value = string | number | null;

/** Puts rows into the tables of a running server, past it: a million people do not register within an hour. */
export interface RowWriter {
  insert(table: string, columns: readonly string[], rows: readonly (readonly Value[])[]): Promise<void>;
  close(): Promise<void>;
}

const BUSY_MS = 30_000;
const ROWS_A_STATEMENT = 2_000;

export async function rowWriter(stored: StoredIn): Promise<RowWriter> {
  return stored.engine === 'sqlite' ? sqliteWriter(stored.file) : mysqlWriter(stored.url);
}

/** One transaction for each call: the server waits for its end. */
function sqliteWriter(file: string): RowWriter {
  const database = new Database(file, { fileMustExist: true, timeout: BUSY_MS });
  // What is lost with the machine is lost with the run.
  database.pragma('synchronous = OFF');
  return {
    async insert(table, columns, rows) {
      const marks = columns.map(() => '?').join(', ');
      const statement = database.prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${marks})`);
      database.transaction(() => rows.forEach((row) => statement.run(...row))).immediate();
      return Promise.resolve();
    },
    async close() {
      database.close();
      return Promise.resolve();
    },
  };
}

async function mysqlWriter(url: string): Promise<RowWriter> {
  const connection = await createConnection({ uri: url });
  await connection.query('SET SESSION unique_checks = 0, foreign_key_checks = 0');
  return {
    async insert(table, columns, rows) {
      await connection.beginTransaction();
      for (let from = 0; from < rows.length; from += ROWS_A_STATEMENT) {
        const values = rows.slice(from, from + ROWS_A_STATEMENT).map((row) => [...row]);
        await connection.query(`INSERT INTO ${table} (${columns.join(', ')}) VALUES ?`, [values]);
      }
      await connection.commit();
    },
    close: () => connection.end(),
  };
}
