import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { DatabaseConfig } from '../config/config.js';
import { openMysql } from './open-mysql.js';
import { openSqlite } from './open-sqlite.js';
import type { Schema } from './schema.js';
import type { UnitOfWork } from './unit-of-work.js';

/** Connects, brings the tables up to date, and hands out the door to them. `jitter` gives 0–1. */
export async function openDatabase(config: DatabaseConfig, schema: Schema, jitter: () => number): Promise<UnitOfWork> {
  if (config.engine === 'mysql') {
    return openMysql(config.url, schema, jitter);
  }
  await mkdir(path.dirname(config.file), { recursive: true });
  return openSqlite(config.file, schema);
}
