import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SCHEMA } from '../../src/app.module.js';
import { openDatabase } from '../../src/platform/database/open-database.js';
import type { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { AccountEntity } from '../../src/features/identity/entities/account.entity.js';
import { anAccount } from '../support/an-account.js';
import { hasMariadb, type Mariadb, startMariadb } from '../support/mariadb.js';
import { until } from '../support/until.js';

(hasMariadb() ? describe : describe.skip)('a database server that goes away', () => {
  let mariadb: Mariadb;
  let unitOfWork: UnitOfWork;
  const insert = (nameKey: string) => unitOfWork.run((tx) => tx.insert(AccountEntity, anAccount({ nameKey })));

  beforeAll(async () => {
    mariadb = await startMariadb();
    const url = await mariadb.createDatabase();
    unitOfWork = await openDatabase({ engine: 'mysql', url }, SCHEMA, Math.random);
  }, 120_000);

  afterAll(async () => {
    await unitOfWork.close();
    await mariadb.remove();
  });

  it('is told as unhealthy, and served again by itself when it returns', async () => {
    await Promise.all(['a', 'b', 'c'].map(insert));

    await mariadb.kill();
    await expect(insert('lost')).rejects.toThrow();
    expect(await unitOfWork.isHealthy(1_000)).toBe(false);

    await mariadb.start();
    await until(() => unitOfWork.isHealthy(1_000));
    await Promise.all(['d', 'e', 'f'].map(insert));
    expect(await unitOfWork.read((manager) => manager.count(AccountEntity))).toBe(6);
  }, 120_000);
});
