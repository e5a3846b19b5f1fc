import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SCHEMA } from '../../src/app.module.js';
import { AccountEntity } from '../../src/features/identity/entities/account.entity.js';
import { isDiskFull } from '../../src/platform/database/database-errors.js';
import { openDatabase } from '../../src/platform/database/open-database.js';
import type { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { unitOfWorkContract } from '../contracts/unit-of-work.contract.js';
import { anAccount } from '../support/an-account.js';
import { hasMariadb, startMariadb } from '../support/mariadb.js';
import { tempDir } from '../support/temp-dir.js';

unitOfWorkContract('SQLite', async () => {
  const { dir, remove } = await tempDir();
  const unitOfWork = await openDatabase({ engine: 'sqlite', file: `${dir}/a.sqlite` }, SCHEMA, () => 0.5);
  return {
    unitOfWork,
    close: async () => {
      await unitOfWork.close();
      await remove();
    },
  };
});

describe('a SQLite file without room to grow', () => {
  let unitOfWork: UnitOfWork;
  let remove: () => Promise<void>;

  beforeAll(async () => {
    const made = await tempDir();
    remove = made.remove;
    unitOfWork = await openDatabase({ engine: 'sqlite', file: `${made.dir}/a.sqlite` }, SCHEMA, () => 0.5);
  });
  afterAll(async () => {
    await unitOfWork.close();
    await remove();
  });

  const insert = (nameKey?: string) =>
    unitOfWork.run((tx) => tx.insert(AccountEntity, anAccount(nameKey ? { nameKey } : {})));
  const allowPages = (pages: number) => unitOfWork.run((tx) => tx.query(`PRAGMA max_page_count = ${pages}`));

  it('takes nothing, and what it takes later is committed, also after another transaction was taken back', async () => {
    await allowPages(1);
    const filling = async () => {
      for (let row = 0; row < 1_000; row += 1) await insert();
    };
    const error: unknown = await filling().then(
      () => null,
      (reason: unknown) => reason,
    );
    expect(isDiskFull(error)).toBe(true);
    await expect(insert()).rejects.toThrow('full');
    await allowPages(100_000);
    await expect(unitOfWork.run(() => Promise.reject(new Error('changed my mind')))).rejects.toThrow('changed my mind');
    await insert('afterwards');
    expect(
      await unitOfWork.read((manager) => manager.findOneBy(AccountEntity, { nameKey: 'afterwards' })),
    ).not.toBeNull();
  });
});

(hasMariadb() ? describe : describe.skip)('MariaDB', () => {
  for (const isolation of ['REPEATABLE-READ', 'READ-COMMITTED'] as const) {
    unitOfWorkContract(`MariaDB at ${isolation}`, async () => {
      const mariadb = await startMariadb({ isolation });
      const url = await mariadb.createDatabase();
      const unitOfWork = await openDatabase({ engine: 'mysql', url }, SCHEMA, Math.random);
      return {
        unitOfWork,
        close: async () => {
          await unitOfWork.close();
          await mariadb.remove();
        },
      };
    });
  }
});
