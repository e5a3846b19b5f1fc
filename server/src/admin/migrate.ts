import { SCHEMA } from '../app.module.js';
import { NodeLocks } from '../platform/cluster/node-locks.js';
import { lockDataDir } from '../platform/config/data-dir-lock.js';
import type { Config } from '../platform/config/config.js';
import { openDatabase } from '../platform/database/open-database.js';
import { createLog } from '../platform/logging/log.js';

/** Brings the tables up to date and ends; servers do the same at their start. The exit status. */
export async function migrateCommand({ database, dataDir }: Config): Promise<number> {
  const migrate = async (): Promise<void> => (await openDatabase(database, SCHEMA, () => 0.5)).close();
  if (database.engine === 'mysql') {
    await NodeLocks.whileNoneStarts(database.url, createLog('warn'), migrate);
  } else {
    const unlock = await lockDataDir(dataDir, () => process.exit(1));
    await migrate().finally(unlock);
  }
  process.stdout.write('数据库已是最新 · The database is up to date\n');
  return 0;
}
