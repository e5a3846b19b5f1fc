import { describe, expect, it } from '@jest/globals';
import { SCHEMA } from '../../src/app.module.js';
import { openDatabase } from '../../src/platform/database/open-database.js';
import type { DatabaseConfig } from '../../src/platform/config/config.js';
import { hasMariadb, startMariadb } from '../support/mariadb.js';
import { tempDir } from '../support/temp-dir.js';

/** The statements that would be needed to make the migrated tables fit the entities. */
async function drift(config: DatabaseConfig): Promise<string[]> {
  const unitOfWork = await openDatabase(config, SCHEMA, () => 0.5);
  try {
    const { upQueries } = await unitOfWork.run((tx) => tx.dataSource.driver.createSchemaBuilder().log());
    return upQueries.map(({ query }) => query);
  } finally {
    await unitOfWork.close();
  }
}

describe('migrations and entities', () => {
  it('say the same on SQLite', async () => {
    const { dir, remove } = await tempDir();
    expect(await drift({ engine: 'sqlite', file: `${dir}/a.sqlite` })).toEqual([]);
    await remove();
  });

  (hasMariadb() ? it : it.skip)(
    'say the same on MariaDB, and every text is compared by its characters',
    async () => {
      const mariadb = await startMariadb();
      const url = await mariadb.createDatabase();
      expect(await drift({ engine: 'mysql', url })).toEqual([]);
      const unitOfWork = await openDatabase({ engine: 'mysql', url }, SCHEMA, () => 0.5);
      const loose: unknown = await unitOfWork.read((manager) =>
        manager.query(
          `SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = DATABASE()
             AND collation_name <> 'utf8mb4_bin' AND table_name <> 'migrations'`,
        ),
      );
      expect(loose).toEqual([]);
      await unitOfWork.close();
      await mariadb.remove();
    },
    120_000,
  );
});
