import { existsSync } from 'node:fs';
import { copyFile, mkdir, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import { StartRefusal } from '../../errors/start-refusal.js';
import { type Dump, ROWS_A_PIECE, type TablePiece } from './dump.js';

/** Files of one SQLite database. */
const PARTS = ['', '-wal', '-shm'];

/** Copies the state of one instant, while a server goes on writing. */
export async function backUpSqlite(from: string, to: string): Promise<void> {
  const unfinished = `${to}.unfinished`;
  await rm(unfinished, { force: true });
  const database = new Sqlite(from, { readonly: true, fileMustExist: true });
  try {
    database.prepare('VACUUM INTO ?').run(unfinished);
  } finally {
    database.close();
  }
  await settle(unfinished);
  await rename(unfinished, to);
}

/**
 * Puts a backup in the place of the database. What was there is moved into a folder beside it, whose path is given back; null where there was nothing.
 * The data folder must be this process's own. Throws StartRefusal where `from` is no sound database of the product.
 */
export async function restoreSqlite(from: string, to: string, folderForOld: string): Promise<string | null> {
  sqliteDump(from);
  const arriving = `${to}.arriving`;
  await mkdir(path.dirname(to), { recursive: true });
  await copyFile(from, arriving);
  await settle(arriving);
  const old = PARTS.map((part) => `${to}${part}`).filter(existsSync);
  if (old.length > 0) await mkdir(folderForOld, { recursive: true });
  for (const file of old) await rename(file, path.join(folderForOld, path.basename(file)));
  await rename(arriving, to);
  return old.length > 0 ? folderForOld : null;
}

/** The rows of a database file that nobody writes. Throws StartRefusal where it is no sound database of the product. */
export function sqliteDump(file: string): Dump {
  return { migrations: migrationsOf(file), pieces: () => pieces(file) };
}

function migrationsOf(file: string): string[] {
  let database: Sqlite.Database | null = null;
  try {
    database = new Sqlite(file, { readonly: true, fileMustExist: true });
    const health = database.pragma('integrity_check', { simple: true });
    if (health !== 'ok') throw new Error(String(health));
    const rows = database.prepare<[], { name: string }>('SELECT name FROM migrations ORDER BY id').all();
    if (rows.length === 0) throw new Error('it has no tables of the product');
    return rows.map(({ name }) => name);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new StartRefusal(
      `${file} 不是完好的安全力数据库备份（${why}）。没有改动任何数据。`,
      `${file} is not a sound backup of this product (${why}). Nothing was changed.`,
    );
  } finally {
    database?.close();
  }
}

async function* pieces(file: string): AsyncGenerator<TablePiece> {
  const database = new Sqlite(file, { readonly: true, fileMustExist: true });
  try {
    const tables = database
      .prepare<[], { name: string }>(
        `SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'migrations' AND name NOT LIKE 'sqlite_%' ORDER BY name`,
      )
      .all();
    for (const { name: table } of tables) {
      const statement = database.prepare<[], unknown[]>(`SELECT * FROM "${table}"`).raw();
      const columns = statement.columns().map(({ name }) => name);
      let rows: unknown[][] = [];
      for (const row of statement.iterate()) {
        rows.push(row);
        if (rows.length < ROWS_A_PIECE) continue;
        yield { table, columns, rows };
        rows = [];
      }
      if (rows.length > 0) yield { table, columns, rows };
    }
  } finally {
    database.close();
  }
}

async function settle(file: string): Promise<void> {
  const handle = await open(file, 'r');
  await handle.sync();
  await handle.close();
}
