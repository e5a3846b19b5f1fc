import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { SCHEMA } from '../app.module.js';
import { Clock } from '../platform/clock/clock.js';
import type { Config, DatabaseConfig } from '../platform/config/config.js';
import { lockDataDir } from '../platform/config/data-dir-lock.js';
import { type Dump, refuseNewer } from '../platform/database/backup/dump.js';
import { readDumpFile, writeDumpFile } from '../platform/database/backup/dump-file.js';
import { hasMysqlTables, restoreMysql, withMysqlDump } from '../platform/database/backup/mysql-backup.js';
import { backUpSqlite, restoreSqlite, sqliteDump } from '../platform/database/backup/sqlite-backup.js';
import { StartRefusal } from '../platform/errors/start-refusal.js';

/** What the files of the two engines end in. */
const ENDING = { sqlite: '.sqlite', mysql: '.jsonl.gz' } as const;

/** Writes the whole database into a file while servers run. The exit status. */
export async function backupCommand({ database }: Config, wanted: string | undefined): Promise<number> {
  const file = path.resolve(wanted ?? `anquanli-${stamp()}${ENDING[database.engine]}`);
  if (existsSync(file)) throw taken(file);
  await backUp(database, file);
  const megabytes = (statSync(file).size / 1_048_576).toFixed(1);
  process.stdout.write(`已备份到 · Backed up to ${file} (${megabytes} MB)\n`);
  return 0;
}

/**
 * Puts a backup in the place of the database, whose server is stopped. What is there is kept and only replaced when `isReplacing`. MySQL takes
 * a backup of SQLite too: the way from the embedded server to a large one. The exit status.
 */
export async function restoreCommand(config: Config, file: string, isReplacing: boolean): Promise<number> {
  const from = path.resolve(file);
  const isSqliteFile = from.endsWith(ENDING.sqlite);
  const dump = isSqliteFile ? sqliteDump(from) : await readDumpFile(from);
  refuseNewer(dump, SCHEMA);
  const { database } = config;
  if (database.engine === 'mysql') return intoMysql(database.url, dump, { from, isReplacing });
  if (!isSqliteFile) throw forMysqlOnly(from);
  return intoSqlite(config, database.file, { from, isReplacing });
}

interface Restoring {
  readonly from: string;
  readonly isReplacing: boolean;
}

async function intoSqlite({ dataDir }: Config, to: string, { from, isReplacing }: Restoring): Promise<number> {
  const unlock = await lockDataDir(dataDir, () => process.exit(1));
  try {
    if (existsSync(to) && !isReplacing) throw notEmpty(to);
    return done(from, await restoreSqlite(from, to, path.join(dataDir, `replaced-${stamp()}`)));
  } finally {
    await unlock();
  }
}

async function intoMysql(url: string, dump: Dump, { from, isReplacing }: Restoring): Promise<number> {
  const { host, pathname } = new URL(url);
  const hasTables = await hasMysqlTables(url);
  if (hasTables && !isReplacing) throw notEmpty(`${host}${pathname}`);
  const old = hasTables ? path.resolve(`replaced-${stamp()}${ENDING.mysql}`) : null;
  if (old !== null) await backUp({ engine: 'mysql', url }, old);
  await restoreMysql(url, dump, SCHEMA);
  return done(from, old);
}

async function backUp(database: DatabaseConfig, file: string): Promise<void> {
  if (database.engine === 'mysql') await withMysqlDump(database.url, (dump) => writeDumpFile(file, dump));
  else if (existsSync(database.file)) await backUpSqlite(database.file, file);
  else throw nothingYet(database.file);
}

function done(from: string, old: string | null): number {
  process.stdout.write(`已从备份恢复 · Restored from ${from}\n`);
  if (old !== null) process.stdout.write(`原来的数据保存在 · What was there before is kept in ${old}\n`);
  return 0;
}

/** `2026-11-27T00-12-33`, UTC: fit for a file's name. */
function stamp(): string {
  return new Date(new Clock().now()).toISOString().slice(0, 19).replaceAll(':', '-');
}

const taken = (file: string) =>
  new StartRefusal(`${file} 已存在，请换一个文件名。`, `${file} exists already: choose another name.`);

const nothingYet = (file: string) =>
  new StartRefusal(
    `还没有数据库 ${file}，没有可备份的内容。`,
    `There is no database ${file} yet, so nothing to back up.`,
  );

const notEmpty = (place: string) =>
  new StartRefusal(
    `${place} 里已有数据。若要用备份替换，请加 --replace；原来的数据会另存。`,
    `${place} holds data. To put the backup in its place add --replace; what is there is kept aside.`,
  );

const forMysqlOnly = (file: string) =>
  new StartRefusal(
    `${file} 是 MySQL 的备份，请用 DATABASE_URL 指定要恢复到的数据库。`,
    `${file} is a backup of MySQL: set DATABASE_URL to the database it shall be restored into.`,
  );
