import { describe } from '@jest/globals';
import { SCHEMA } from '../../src/app.module.js';
import { openDatabase } from '../../src/platform/database/open-database.js';
import { answerWriterContract } from '../contracts/answer-writer.contract.js';
import { hasMariadb, startMariadb } from '../support/mariadb.js';
import { tempDir } from '../support/temp-dir.js';

answerWriterContract('SQLite', async () => {
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

(hasMariadb() ? describe : describe.skip)('MariaDB', () => {
  for (const isolation of ['REPEATABLE-READ', 'READ-COMMITTED'] as const) {
    answerWriterContract(`MariaDB at ${isolation}`, async () => {
      const mariadb = await startMariadb({ isolation });
      const unitOfWork = await openDatabase(
        { engine: 'mysql', url: await mariadb.createDatabase() },
        SCHEMA,
        Math.random,
      );
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
