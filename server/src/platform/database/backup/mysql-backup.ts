import { type Connection as Driver, createConnection as open } from 'mysql2';
import { createConnection, type Connection, type RowDataPacket } from 'mysql2/promise';
import { StartRefusal } from '../../errors/start-refusal.js';
import { openMysql } from '../open-mysql.js';
import type { Schema } from '../schema.js';
import { type Dump, ROWS_A_PIECE, type TablePiece } from './dump.js';

/** Below what a server takes in one statement, whatever its settings. */
const STATEMENT_BYTES = 1_000_000;

/** Gives `work` everything as of one instant, while servers go on writing. */
export async function withMysqlDump<T>(url: string, work: (dump: Dump) => Promise<T>): Promise<T> {
  const driver = open({ uri: url });
  const connection = driver.promise();
  try {
    await connection.query('SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ');
    await connection.query('START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY');
    const migrations = await migrationsOf(connection);
    return await work({ migrations, pieces: () => pieces(driver) });
  } finally {
    await connection.end();
  }
}

/** Are there tables in the database? Throws StartRefusal while others are connected: a server that runs would write into what is replaced. */
export async function hasMysqlTables(url: string): Promise<boolean> {
  const connection = await createConnection({ uri: url });
  try {
    const [others] = await connection.query<RowDataPacket[]>(
      'SELECT id FROM information_schema.processlist WHERE db = DATABASE() AND id <> CONNECTION_ID()',
    );
    if (others.length > 0) {
      throw new StartRefusal(
        `还有 ${others.length} 个连接在使用这个数据库。请先停止所有安全力服务，再恢复。没有改动任何数据。`,
        `${others.length} other connections use this database. Stop all servers first. Nothing was changed.`,
      );
    }
    return (await tablesOf(connection)).length > 0;
  } finally {
    await connection.end();
  }
}

/**
 * Replaces everything in the database by the dump, with the tables as they were then; the next start brings them up to date. The migrations are
 * noted last: a restoring that was cut short leaves a database with which no server starts. Gives the number of rows.
 */
export async function restoreMysql(url: string, dump: Dump, { entities, migrations }: Schema): Promise<number> {
  const known = migrations.filter(({ name }) => dump.migrations.includes(name));
  const connection = await createConnection({ uri: url });
  try {
    await connection.query('SET SESSION foreign_key_checks = 0');
    for (const table of [...(await tablesOf(connection)), 'migrations'])
      await connection.query('DROP TABLE IF EXISTS ??', [table]);
    await (await openMysql(url, { entities, migrations: known }, () => 0)).close();
    const [noted] = await connection.query<RowDataPacket[]>({ sql: 'SELECT * FROM migrations', rowsAsArray: true });
    // Migrations write rows of their own.
    for (const table of [...(await tablesOf(connection)), 'migrations'])
      await connection.query('DELETE FROM ??', [table]);
    let rows = 0;
    for await (const piece of dump.pieces()) {
      await insert(connection, piece);
      rows += piece.rows.length;
    }
    await connection.query('INSERT INTO migrations VALUES ?', [noted]);
    return rows;
  } finally {
    await connection.end();
  }
}

async function insert(connection: Connection, { table, columns, rows }: TablePiece): Promise<void> {
  let held: (readonly unknown[])[] = [];
  let bytes = 0;
  const write = async () => {
    if (held.length > 0) await connection.query('INSERT INTO ?? (??) VALUES ?', [table, columns, held]);
    held = [];
    bytes = 0;
  };
  for (const row of rows) {
    held.push(row);
    bytes += row.reduce<number>((sum, value) => sum + sizeOf(value), 0);
    if (bytes >= STATEMENT_BYTES) await write();
  }
  await write();
}

function sizeOf(value: unknown): number {
  return typeof value === 'string' || Buffer.isBuffer(value) ? value.length * 2 : 8;
}

async function* pieces(driver: Driver): AsyncGenerator<TablePiece> {
  const connection = driver.promise();
  for (const table of await tablesOf(connection)) {
    const columns = await columnsOf(connection, table);
    const stream = driver
      .query({ sql: `SELECT ${columns.map((name) => `\`${name}\``).join(', ')} FROM \`${table}\``, rowsAsArray: true })
      .stream({ highWaterMark: ROWS_A_PIECE });
    let rows: unknown[][] = [];
    for await (const row of stream) {
      rows.push(row as unknown[]);
      if (rows.length < ROWS_A_PIECE) continue;
      yield { table, columns, rows };
      rows = [];
    }
    if (rows.length > 0) yield { table, columns, rows };
  }
}

async function tablesOf(connection: Connection): Promise<string[]> {
  const [rows] = await connection.query<RowDataPacket[]>(
    `SELECT table_name AS name FROM information_schema.tables
     WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE' AND table_name <> 'migrations' ORDER BY table_name`,
  );
  return rows.map(({ name }) => String(name));
}

async function columnsOf(connection: Connection, table: string): Promise<string[]> {
  const [rows] = await connection.query<RowDataPacket[]>(
    `SELECT column_name AS name FROM information_schema.columns
     WHERE table_schema = DATABASE() AND table_name = ? ORDER BY ordinal_position`,
    [table],
  );
  return rows.map(({ name }) => String(name));
}

async function migrationsOf(connection: Connection): Promise<string[]> {
  const [rows] = await connection.query<RowDataPacket[]>('SELECT name FROM migrations ORDER BY id');
  return rows.map(({ name }) => String(name));
}
