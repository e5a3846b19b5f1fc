import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SCHEMA } from '../../src/app.module.js';
import { openDatabase } from '../../src/platform/database/open-database.js';
import type { DatabaseConfig } from '../../src/platform/config/config.js';
import { hasMariadb, type Mariadb, startMariadb } from '../support/mariadb.js';
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

/** Columns whose texts are not compared character by character, TypeORM's own table aside. */
const LOOSE = `SELECT table_name, column_name FROM information_schema.columns
  WHERE table_schema = DATABASE() AND collation_name <> 'utf8mb4_bin' AND table_name <> 'migrations'`;

describe('migrations and entities', () => {
  it('say the same on SQLite', async () => {
    const { dir, remove } = await tempDir();
    const found = await drift({ engine: 'sqlite', file: `${dir}/a.sqlite` });
    await remove();
    expect(found).toEqual([]);
  });
});

(hasMariadb() ? describe : describe.skip)('migrations and entities on MariaDB', () => {
  let mariadb: Mariadb;
  let config: DatabaseConfig;

  beforeAll(async () => {
    mariadb = await startMariadb();
    config = { engine: 'mysql', url: await mariadb.createDatabase() };
  }, 120_000);

  afterAll(async () => mariadb.remove());

  it('say the same', async () => {
    expect(await drift(config)).toEqual([]);
  });

  it('compare every text by its characters', async () => {
    const unitOfWork = await openDatabase(config, SCHEMA, () => 0.5);
    const loose: unknown = await unitOfWork.read((manager) => manager.query(LOOSE));
    await unitOfWork.close();
    expect(loose).toEqual([]);
  });
});
