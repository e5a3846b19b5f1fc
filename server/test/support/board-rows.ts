import { SCHEMA } from '../../src/app.module.js';
import type { Clock } from '../../src/platform/clock/clock.js';
import { CopiedPeopleBoard } from '../../src/features/contest/boards/copied-people-board.js';
import type { BoardCopies } from '../../src/features/contest/boards/board-copies.js';
import { MemoryBoards } from '../../src/features/contest/boards/memory-boards.js';
import { PeopleBoard } from '../../src/features/contest/boards/people-board.js';
import { RedisBoards } from '../../src/features/contest/boards/redis-boards.js';
import { ScoreRows } from '../../src/features/contest/boards/score-rows.service.js';
import { ContestScoreEntity } from '../../src/features/contest/entities/contest-score.entity.js';
import type { RedisConnection } from '../../src/platform/cluster/redis-connection.js';
import { openDatabase } from '../../src/platform/database/open-database.js';
import type { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { HotState } from '../../src/platform/hot-state/hot-state.js';
import { Lifecycle } from '../../src/platform/lifecycle/lifecycle.js';
import { createLog } from '../../src/platform/logging/log.js';
import { Metrics } from '../../src/platform/metrics/metrics.js';
import { Random } from '../../src/platform/random/random.js';
import type { BoardPerson } from '../contracts/people-board.contract.js';
import { aConfig } from './a-config.js';
import { tempDir } from './temp-dir.js';

const log = createLog('silent');

/** A database with scores in it, that boards are made of. */
export interface BoardRows {
  readonly unitOfWork: UnitOfWork;
  /** Writes a score as the score keeper does: each time with one change more. */
  put(contestId: string, person: BoardPerson): Promise<void>;
  remove(): Promise<void>;
}

export async function boardRowsOn(
  unitOfWork: UnitOfWork,
  clock: Clock,
  remove: () => Promise<void>,
): Promise<BoardRows> {
  let changes = 0;
  return {
    unitOfWork,
    async put(contestId, { personId, unitId, points, timeMs, isRanked }) {
      changes += 1;
      const row = { contestId, personId, unitId, points, timeMs, isRanked, attempts: Number(isRanked), changes };
      const rest = { bestRight: 0, bestAsked: 0, updatedAt: clock.now() };
      await unitOfWork.run((tx) => tx.upsert(ContestScoreEntity, { ...row, ...rest }, ['contestId', 'personId']));
    },
    async remove() {
      await unitOfWork.close();
      await remove();
    },
  };
}

export async function boardRowsOnSqlite(clock: Clock): Promise<BoardRows> {
  const { dir, remove } = await tempDir();
  const unitOfWork = await openDatabase({ engine: 'sqlite', file: `${dir}/a.sqlite` }, SCHEMA, () => 0.5);
  return boardRowsOn(unitOfWork, clock, remove);
}

/** A process's board, with what a test wants to turn by hand. */
export interface TestBoard<Copies extends BoardCopies> {
  readonly board: CopiedPeopleBoard;
  readonly copies: Copies;
  readonly metrics: Metrics;
  stop(): Promise<void>;
}

export function memoryBoard({ unitOfWork }: BoardRows, clock: Clock, rows: PeopleBoard): TestBoard<MemoryBoards> {
  const lifecycle = new Lifecycle(log);
  const copies = new MemoryBoards({ rows: new ScoreRows(unitOfWork), clock, lifecycle, log });
  return testBoard(copies, lifecycle, rows);
}

export function redisBoard(
  { unitOfWork }: BoardRows,
  clock: Clock,
  { redis, system, rows }: { redis: RedisConnection; system: string; rows: PeopleBoard },
): TestBoard<RedisBoards> {
  const lifecycle = new Lifecycle(log);
  const hotState = new HotState(redis, system);
  const random = new Random(clock);
  const copies = new RedisBoards({ hotState, rows: new ScoreRows(unitOfWork), clock, random, lifecycle, log });
  return testBoard(copies, lifecycle, rows);
}

function testBoard<Copies extends BoardCopies>(copies: Copies, lifecycle: Lifecycle, rows: PeopleBoard) {
  const metrics = new Metrics(aConfig(''));
  const board = new CopiedPeopleBoard({ copies, rows, metrics, log });
  return { board, copies, metrics, stop: () => lifecycle.stop() };
}

/** Rows that nobody may fall back on. */
export class NoRows extends PeopleBoard {
  async changed(): Promise<void> {
    // heard and forgotten
  }

  async forget(): Promise<void> {
    // nothing is kept
  }

  size = refuse;
  placeOf = refuse;
  page = refuse;
}

function refuse(): Promise<never> {
  throw new Error('the copy did not answer');
}
