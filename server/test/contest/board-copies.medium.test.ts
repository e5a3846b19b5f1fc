import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { RedisBoard } from '../../src/features/contest/boards/redis-board.js';
import type { RedisBoards } from '../../src/features/contest/boards/redis-boards.js';
import { SqlPeopleBoard } from '../../src/features/contest/boards/sql-people-board.js';
import { RedisConnection } from '../../src/platform/cluster/redis-connection.js';
import { HotState } from '../../src/platform/hot-state/hot-state.js';
import { createLog } from '../../src/platform/logging/log.js';
import {
  type BoardRows,
  boardRowsOnSqlite,
  memoryBoard,
  NoRows,
  redisBoard,
  type TestBoard,
} from '../support/board-rows.js';
import { FakeClock } from '../support/fake-clock.js';
import { hasRedis, type Redis, startRedis } from '../support/redis.js';
import { until } from '../support/until.js';

const CONTEST = 'contest-1';
const ALL = { contestId: CONTEST, unitIds: null };
const person = (personId: string, points: number, unitId = 'gas') => ({
  ...{ personId, unitId, points, timeMs: 100, isRanked: true },
});

describe('copies of the board of people', () => {
  let clock: FakeClock;
  let rows: BoardRows;
  const shown = async ({ board }: Pick<TestBoard<RedisBoards>, 'board'>) =>
    (await board.page(ALL, 0, 10)).map(({ personId, points }) => `${personId}${points}`);

  beforeEach(async () => {
    clock = new FakeClock();
    rows = await boardRowsOnSqlite(clock);
    await rows.put(CONTEST, person('a', 5));
    await rows.put(CONTEST, person('b', 7));
  });

  afterEach(() => rows.remove());

  describe('in memory', () => {
    it('are made anew from rows after a start', async () => {
      for (const expected of [
        ['b7', 'a5'],
        ['a9', 'b7'],
      ]) {
        const one = memoryBoard(rows, clock, new NoRows());
        expect(await shown({ board: one.board })).toEqual(expected);
        await one.stop();
        await rows.put(CONTEST, person('a', 9));
      }
    });

    it('find what was committed and never told', async () => {
      const { board, copies, stop } = memoryBoard(rows, clock, new NoRows());
      expect(await board.size(ALL)).toBe(2);
      clock.advance(60_000);
      await copies.sweep();
      await rows.put(CONTEST, person('c', 9));
      expect(await shown({ board })).toEqual(['b7', 'a5']);
      clock.advance(5_000);
      await copies.sweep();
      expect(await shown({ board })).toEqual(['c9', 'b7', 'a5']);
      await stop();
    });

    it('show everybody who asks at once what all of them have just done', async () => {
      const { board, stop } = memoryBoard(rows, clock, new NoRows());
      await board.size(ALL);
      await rows.put(CONTEST, person('c', 9));
      await board.changed(CONTEST, 'c');
      const sizes = await Promise.all([1, 2, 3].map(() => board.size(ALL)));
      expect(sizes).toEqual([3, 3, 3]);
      await stop();
    });

    it('are let go of when nobody asks, and made anew when somebody does', async () => {
      const { board, copies, stop } = memoryBoard(rows, clock, new NoRows());
      await board.size(ALL);
      clock.advance(2 * 3_600_000);
      await copies.sweep();
      await rows.put(CONTEST, person('c', 9));
      expect(await board.size(ALL)).toBe(3);
      await stop();
    });
  });

  (hasRedis() ? describe : describe.skip)('in Redis', () => {
    let redis: Redis;
    let connections: RedisConnection[];
    let systems = 0;
    let system: string;
    const nodes: TestBoard<RedisBoards>[] = [];

    /** One more process of the system. */
    async function node(fallback = true): Promise<TestBoard<RedisBoards>> {
      const connection = await RedisConnection.open(redis.url, createLog('silent'));
      connections.push(connection);
      const sql = fallback ? new SqlPeopleBoard(rows.unitOfWork) : new NoRows();
      const made = redisBoard(rows, clock, { redis: connection, system, rows: sql });
      nodes.push(made);
      return made;
    }
    const keys = async () => {
      const [connection] = connections;
      return ((await connection?.asking.keys(`${system}:*`)) ?? []).sort();
    };
    /** A board that somebody has begun to make, with one person in it. */
    const beingMade = async () => {
      await node();
      const [connection] = connections;
      if (connection === undefined) throw new Error('no connection');
      const board = new RedisBoard(new HotState(connection, system), CONTEST);
      const lease = await board.claim('maker');
      if (lease === null) throw new Error('somebody else makes it');
      await board.putAs(lease.token, lease.token, [{ ...person('a', 5), changes: 1 }]);
      return { board, lease, connection };
    };
    const answersFrom = async (board: TestBoard<RedisBoards>, from: string) => {
      const line = (await board.metrics.text()).split('\n').find((each) => each.includes(`from="${from}"`));
      return Number(line?.split(' ').at(-1) ?? 0);
    };
    const answersFromRedis = async (board: TestBoard<RedisBoards>) => {
      const before = await answersFrom(board, 'redis');
      await board.board.size(ALL);
      return (await answersFrom(board, 'redis')) > before;
    };

    beforeAll(async () => {
      redis = await startRedis();
    }, 60_000);

    afterAll(() => redis.remove());

    beforeEach(() => {
      systems += 1;
      system = `copies-${systems}`;
      connections = [];
    });

    afterEach(async () => {
      for (const each of nodes.splice(0)) await each.stop();
      for (const each of connections) await each.close();
    });

    it('are one board for several processes: what is told to one is known to the other', async () => {
      const [one, two] = [await node(false), await node(false)];
      expect(await shown(one)).toEqual(['b7', 'a5']);
      await rows.put(CONTEST, person('c', 9));
      await one.board.changed(CONTEST, 'c');
      await until(async () => (await two.board.size(ALL)) === 3);
      expect(await shown(two)).toEqual(['c9', 'b7', 'a5']);
    });

    it('are made by one process, however many ask at once', async () => {
      const two = [await node(), await node()];
      await Promise.all(two.flatMap(({ board }) => [1, 2, 3].map(() => board.size(ALL))));
      await until(async () => answersFromRedis(two[1] ?? (await node())));
      expect((await keys()).filter((key) => key.endsWith(':all'))).toHaveLength(1);
    });

    it('are made by another process when the one that was at it has died', async () => {
      const one = await node();
      await connections[0]?.asking.set(`${system}:board:${CONTEST}:lease`, 'somebody', { PX: 700 });
      expect(await shown(one)).toEqual(['b7', 'a5']);
      expect(await answersFrom(one, 'rows')).toBe(1);
      await until(() => answersFromRedis(one));
    });

    it('are right when Redis has forgotten everything', async () => {
      const one = await node(false);
      await one.board.size(ALL);
      await redis.flush();
      await rows.put(CONTEST, person('c', 9));
      expect(await shown(one)).toEqual(['c9', 'b7', 'a5']);
    });

    it('give way to rows while Redis is dead, and answer again when it is back, empty', async () => {
      const one = await node();
      await one.board.size(ALL);
      await redis.kill();
      await rows.put(CONTEST, person('c', 9));
      await one.board.changed(CONTEST, 'c');
      expect(await shown(one)).toEqual(['c9', 'b7', 'a5']);
      expect(await answersFrom(one, 'rows')).toBe(1);
      await redis.start();
      await until(() => answersFromRedis(one), 20_000);
      expect(await shown(one)).toEqual(['c9', 'b7', 'a5']);
    }, 60_000);

    it('keep nobody waiting for a Redis that hangs', async () => {
      const one = await node();
      await one.board.size(ALL);
      redis.pause();
      const startedAt = performance.now();
      const sizes: number[] = [];
      for (let time = 0; time < 20; time += 1) sizes.push(await one.board.size(ALL));
      const waitedMs = performance.now() - startedAt;
      redis.resume();
      expect(new Set(sizes)).toEqual(new Set([2]));
      // One waits for a second; the others are told at once.
      expect(waitedMs).toBeLessThan(3_000);
      await until(() => answersFromRedis(one), 20_000);
    }, 60_000);

    it('find what was committed by a process that died before it told anybody', async () => {
      const one = await node(false);
      await one.board.size(ALL);
      await rows.put(CONTEST, person('c', 9));
      expect(await one.board.size(ALL)).toBe(2);
      clock.advance(5_000);
      await one.copies.sweep();
      expect(await shown(one)).toEqual(['c9', 'b7', 'a5']);
    });

    it('are not believed when nobody has compared them for long, but compared first', async () => {
      const one = await node(false);
      await one.board.size(ALL);
      clock.advance(300_000);
      await rows.put(CONTEST, person('c', 9));
      clock.advance(300_000);
      expect(await shown(one)).toEqual(['c9', 'b7', 'a5']);
    });

    it('do not take an older word for news', async () => {
      const one = await node(false);
      await rows.put(CONTEST, person('a', 8));
      await one.board.size(ALL);
      const [connection] = connections;
      if (connection === undefined) throw new Error('no connection');
      const late = { ...person('a', 5), changes: 1 };
      await new RedisBoard(new HotState(connection, system), CONTEST).put([late]);
      expect(await shown(one)).toEqual(['a8', 'b7']);
    });

    it('are made anew when Redis has evicted a part of them', async () => {
      const one = await node(false);
      await one.board.size(ALL);
      const part = (await keys()).find((key) => key.endsWith(':u:gas')) ?? '';
      await connections[0]?.asking.del(part);
      expect(await one.board.size({ ...ALL, unitIds: ['gas'] })).toBe(0);
      clock.advance(5_000);
      await one.copies.sweep();
      expect(await one.board.size({ ...ALL, unitIds: ['gas'] })).toBe(2);
    });

    it('are made anew when Redis has evicted who stands where, before anybody stands twice', async () => {
      const one = await node(false);
      await one.board.size(ALL);
      const part = (await keys()).find((key) => key.endsWith(':people')) ?? '';
      await connections[0]?.asking.del(part);
      clock.advance(5_000);
      await one.copies.sweep();
      await rows.put(CONTEST, person('a', 9));
      await one.board.changed(CONTEST, 'a');
      expect(await shown(one)).toEqual(['a9', 'b7']);
      expect(await one.board.size({ ...ALL, unitIds: ['gas'] })).toBe(2);
    });

    it('are gone before their people are, when nobody asks any more', async () => {
      const one = await node(false);
      await one.board.size(ALL);
      const [connection] = connections;
      const left = async (key: string) => (await connection?.asking.pTTL(key)) ?? 0;
      const base = `${system}:board:${CONTEST}`;
      const parts = (await keys()).filter((key) => key.startsWith(`${base}:`));
      expect(parts.length).toBeGreaterThan(3);
      for (const part of parts) expect(await left(part)).toBeGreaterThan((await left(base)) + 20 * 60_000);
    });

    it('hold what was told while they were being made', async () => {
      const { board, lease } = await beingMade();
      await board.put([{ ...person('c', 9), changes: 1 }]);
      expect(await board.tend(lease.token)).toBe(true);
      expect(await board.done(lease, lease.token, clock.now())).toBe(true);
      expect((await board.size(null))?.value).toBe(2);
    });

    it('are not begun with a part that was evicted while they were being made', async () => {
      const { board, lease, connection } = await beingMade();
      await connection.asking.del((await keys()).find((key) => key.endsWith(':u:gas')) ?? '');
      expect(await board.tend(lease.token)).toBe(false);
    });

    it('leave nothing behind when a contest is forgotten', async () => {
      const one = await node(false);
      await one.board.size(ALL);
      expect((await keys()).length).toBeGreaterThan(3);
      await one.board.forget(CONTEST);
      expect(await keys()).toEqual([]);
    });

    it('page through the people of many units as the rows do', async () => {
      const units = Array.from({ length: 12 }, (_, no) => `u${no}`);
      for (let no = 0; no < 300; no += 1)
        await rows.put(CONTEST, { ...person(`p${no}`, (no * 7) % 11, `u${(no * 5) % 13}`), timeMs: (no * 3) % 17 });
      const one = await node(false);
      const sql = new SqlPeopleBoard(rows.unitOfWork);
      const scope = { contestId: CONTEST, unitIds: units };
      const size = await sql.size(scope);
      for (const offset of [0, 1, 40, size - 4, size, size + 9])
        expect(await one.board.page(scope, offset, 10)).toEqual(await sql.page(scope, offset, 10));
    }, 30_000);
  });
});
