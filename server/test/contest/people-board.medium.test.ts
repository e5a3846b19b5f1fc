import { afterAll, beforeAll, describe } from '@jest/globals';
import { SCHEMA } from '../../src/app.module.js';
import type { PeopleBoard } from '../../src/features/contest/boards/people-board.js';
import { SqlPeopleBoard } from '../../src/features/contest/boards/sql-people-board.js';
import { RedisConnection } from '../../src/platform/cluster/redis-connection.js';
import { Clock } from '../../src/platform/clock/clock.js';
import { openDatabase } from '../../src/platform/database/open-database.js';
import { createLog } from '../../src/platform/logging/log.js';
import { peopleBoardContract, type BoardPerson } from '../contracts/people-board.contract.js';
import {
  type BoardRows,
  boardRowsOn,
  boardRowsOnSqlite,
  memoryBoard,
  NoRows,
  redisBoard,
} from '../support/board-rows.js';
import { hasMariadb, type Mariadb, startMariadb } from '../support/mariadb.js';
import { hasRedis, type Redis, startRedis } from '../support/redis.js';

const clock = new Clock();

function subject(rows: BoardRows, board: PeopleBoard, stop: () => Promise<void> = () => Promise.resolve()) {
  return {
    board,
    async put(contestId: string, person: BoardPerson) {
      await rows.put(contestId, person);
      await board.changed(contestId, person.personId);
    },
    async close() {
      await stop();
      await rows.remove();
    },
  };
}

peopleBoardContract('rows of SQLite', async () => {
  const rows = await boardRowsOnSqlite(clock);
  return subject(rows, new SqlPeopleBoard(rows.unitOfWork));
});

peopleBoardContract('memory beside SQLite', async () => {
  const rows = await boardRowsOnSqlite(clock);
  const { board, stop } = memoryBoard(rows, clock, new NoRows());
  return subject(rows, board, stop);
});

(hasMariadb() ? describe : describe.skip)('MariaDB', () => {
  let mariadb: Mariadb;
  let redis: Redis | null = null;
  const database = async () => {
    const url = await mariadb.createDatabase();
    const unitOfWork = await openDatabase({ engine: 'mysql', url }, SCHEMA, Math.random);
    return boardRowsOn(unitOfWork, clock, () => Promise.resolve());
  };

  beforeAll(async () => {
    mariadb = await startMariadb();
    redis = hasRedis() ? await startRedis() : null;
  }, 60_000);

  afterAll(async () => {
    await mariadb.remove();
    await redis?.remove();
  });

  peopleBoardContract('rows of MariaDB', async () => {
    const rows = await database();
    return subject(rows, new SqlPeopleBoard(rows.unitOfWork));
  });

  peopleBoardContract('memory beside MariaDB', async () => {
    const rows = await database();
    const { board, stop } = memoryBoard(rows, clock, new NoRows());
    return subject(rows, board, stop);
  });

  if (!hasRedis()) return;
  peopleBoardContract('Redis beside MariaDB', async () => {
    const rows = await database();
    const connection = await RedisConnection.open(redis?.url ?? '', createLog('silent'));
    const { board, stop } = redisBoard(rows, clock, { redis: connection, system: 'suite', rows: new NoRows() });
    return subject(rows, board, async () => {
      await stop();
      await connection.close();
    });
  });
});
