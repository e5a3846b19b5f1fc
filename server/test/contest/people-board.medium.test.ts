import { describe } from '@jest/globals';
import { SCHEMA } from '../../src/app.module.js';
import { SqlPeopleBoard } from '../../src/features/contest/boards/sql-people-board.js';
import { ContestScoreEntity } from '../../src/features/contest/entities/contest-score.entity.js';
import { openDatabase } from '../../src/platform/database/open-database.js';
import type { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { peopleBoardContract, type BoardPerson } from '../contracts/people-board.contract.js';
import { hasMariadb, startMariadb } from '../support/mariadb.js';
import { tempDir } from '../support/temp-dir.js';

function subjectOn(unitOfWork: UnitOfWork, remove: () => Promise<void>) {
  return {
    board: new SqlPeopleBoard(unitOfWork),
    async put(contestId: string, { personId, unitId, points, timeMs, isRanked }: BoardPerson) {
      const row = { contestId, personId, unitId, points, timeMs, isRanked, attempts: Number(isRanked) };
      const rest = { changes: 1, bestRight: 0, bestAsked: 0, updatedAt: 0 };
      await unitOfWork.run((tx) => tx.upsert(ContestScoreEntity, { ...row, ...rest }, ['contestId', 'personId']));
    },
    async close() {
      await unitOfWork.close();
      await remove();
    },
  };
}

peopleBoardContract('rows of SQLite', async () => {
  const { dir, remove } = await tempDir();
  return subjectOn(await openDatabase({ engine: 'sqlite', file: `${dir}/a.sqlite` }, SCHEMA, () => 0.5), remove);
});

(hasMariadb() ? describe : describe.skip)('MariaDB', () => {
  peopleBoardContract('rows of MariaDB', async () => {
    const mariadb = await startMariadb();
    const url = await mariadb.createDatabase();
    return subjectOn(await openDatabase({ engine: 'mysql', url }, SCHEMA, Math.random), () => mariadb.remove());
  });
});
