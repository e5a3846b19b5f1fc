import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { isConnectionLost } from './database-errors.js';
import type { DatabaseConfig } from '../config/config.js';
import { errorCode } from '../errors/error-code.js';
import { StartRefusal } from '../errors/start-refusal.js';
import { openSqlite } from './open-sqlite.js';
import type { Schema } from './schema.js';
import type { UnitOfWork } from './unit-of-work.js';

/** Connects, brings the tables up to date, and hands out the door to them. `jitter` gives 0–1. */
export async function openDatabase(config: DatabaseConfig, schema: Schema, jitter: () => number): Promise<UnitOfWork> {
  if (config.engine === 'mysql') {
    // Loaded only here: its driver is many files.
    const { openMysql } = await import('./open-mysql.js');
    try {
      return await openMysql(config.url, schema, jitter);
    } catch (error) {
      throw refusalOfMysql(error, config.url);
    }
  }
  await mkdir(path.dirname(config.file), { recursive: true });
  return openSqlite(config.file, schema);
}

/** Mistakes that an operator can mend; the password is not repeated. */
export function refusalOfMysql(error: unknown, url: string): unknown {
  const { host, pathname, username } = new URL(url);
  const code = errorCode(error);
  if (isConnectionLost(error) || code === 'ENOTFOUND' || code === 'EHOSTUNREACH') {
    return new StartRefusal(
      `连接不上数据库 ${host}（${code}）。请检查数据库是否已启动，以及 DATABASE_URL 是否正确。`,
      `The database at ${host} does not answer (${code}). Check that it runs and that DATABASE_URL is right.`,
    );
  }
  if (code === 'ER_ACCESS_DENIED_ERROR' || code === 'ER_DBACCESS_DENIED_ERROR' || code === 'ER_BAD_DB_ERROR') {
    return new StartRefusal(
      `数据库 ${host} 拒绝用户 ${username} 使用 ${pathname.slice(1)}（${code}）。请检查 DATABASE_URL。`,
      `The database at ${host} does not let ${username} use ${pathname.slice(1)} (${code}). Check DATABASE_URL.`,
    );
  }
  return error;
}
