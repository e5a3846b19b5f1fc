import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as z from 'zod/mini';
import { topic } from '../../src/platform/cluster/bus.js';
import { RedisBus } from '../../src/platform/cluster/redis-bus.js';
import { RedisConnection } from '../../src/platform/cluster/redis-connection.js';
import { createLog } from '../../src/platform/logging/log.js';
import { MemoryRateLimiter } from '../../src/platform/rate-limit/memory-rate-limiter.js';
import { RedisRateLimiter } from '../../src/platform/rate-limit/redis-rate-limiter.js';
import { busContract } from '../contracts/bus.contract.js';
import { rateLimiterContract } from '../contracts/rate-limiter.contract.js';
import { FakeClock } from '../support/fake-clock.js';
import { hasRedis, type Redis, startRedis } from '../support/redis.js';
import { until } from '../support/until.js';

const log = createLog('silent');
const RULE = { count: 2, windowMs: 60_000 };
const drum = topic('test.drum', z.number());

(hasRedis() ? describe : describe.skip)('with Redis', () => {
  let redis: Redis;
  let connection: RedisConnection;
  let systems = 0;

  beforeAll(async () => {
    redis = await startRedis();
    connection = await RedisConnection.open(redis.url, log);
  }, 60_000);

  afterAll(async () => {
    await connection.close();
    await redis.remove();
  });

  /** Two processes of a system of their own. */
  async function twoBuses() {
    systems += 1;
    const system = `test-${systems}`;
    const bus = await RedisBus.open(connection, { nodeId: 'a', system }, log);
    const second = await RedisConnection.open(redis.url, log);
    const other = await RedisBus.open(second, { nodeId: 'b', system }, log);
    const close = async () => {
      await bus.close();
      await other.close();
      await second.close();
    };
    return { bus, other, close };
  }

  busContract('Redis', twoBuses);

  rateLimiterContract('Redis', () => {
    systems += 1;
    const clock = new FakeClock();
    const meanwhile = new MemoryRateLimiter(clock);
    const limiter = new RedisRateLimiter(connection, `test-${systems}`, clock, meanwhile);
    return { limiter, advance: (ms) => clock.advance(ms) };
  });

  it('counts what comes to several processes together', async () => {
    const clock = new FakeClock();
    const [a, b] = ['a', 'b'].map(() => new RedisRateLimiter(connection, 'both', clock, new MemoryRateLimiter(clock)));
    expect([await a?.take('k', RULE), await b?.take('k', RULE)]).toEqual([{ ok: true }, { ok: true }]);
    expect(await a?.take('k', RULE)).toEqual({ ok: false, retryAfterMs: 60_000 });
  });

  it('notices what it has missed while Redis was away, and hears again afterwards', async () => {
    const { bus, other, close } = await twoBuses();
    const heard: number[] = [];
    let gaps = 0;
    other.on(drum, (beat) => heard.push(beat));
    other.onGap(() => (gaps += 1));
    bus.tell(drum, 1);
    await until(() => heard.length === 1 && bus.isOpen && other.isOpen);
    await redis.kill();
    bus.tell(drum, 2);
    await until(() => !bus.isOpen && !other.isOpen);
    await redis.start();
    await until(() => gaps > 0 && bus.isOpen && other.isOpen);
    bus.tell(drum, 3);
    await until(() => heard.includes(3));
    expect(heard).toEqual([1, 3]);
    await close();
  }, 60_000);

  it('takes a Redis that no longer answers for one that is away', async () => {
    const { bus, close } = await twoBuses();
    await until(() => bus.isOpen);
    redis.pause();
    await until(() => !bus.isOpen);
    redis.resume();
    await until(() => bus.isOpen, 20_000);
    await close();
  }, 60_000);

  it('goes on counting attempts by itself while Redis is away', async () => {
    const clock = new FakeClock();
    const limiter = new RedisRateLimiter(connection, 'meanwhile', clock, new MemoryRateLimiter(clock));
    await redis.kill();
    const verdicts = [await limiter.take('k', RULE), await limiter.take('k', RULE), await limiter.take('k', RULE)];
    expect(verdicts.map(({ ok }) => ok)).toEqual([true, true, false]);
    await redis.start();
    await until(async () => (await connection.asking.ping()) === 'PONG');
    expect(await limiter.take('k', RULE)).toEqual({ ok: true });
  }, 60_000);

  it('refuses to begin without Redis, with a sentence that says what to check', async () => {
    await expect(RedisConnection.open('redis://127.0.0.1:1', log)).rejects.toMatchObject({
      english: expect.stringMatching(/127\.0\.0\.1:1.*ECONNREFUSED/),
    });
  });
});
