import { createHash } from 'node:crypto';
import type { Clock } from '../clock/clock.js';
import type { Config } from '../config/config.js';
import { refusalOfMysql } from '../database/open-database.js';
import { HotState } from '../hot-state/hot-state.js';
import type { Log } from '../logging/log.js';
import type { Random } from '../random/random.js';
import { MemoryRateLimiter } from '../rate-limit/memory-rate-limiter.js';
import type { RateLimiter } from '../rate-limit/rate-limiter.js';
import { RedisRateLimiter } from '../rate-limit/redis-rate-limiter.js';
import type { Bus } from './bus.js';
import { Duty, OwnDuty } from './duty.js';
import { LocalBus } from './local-bus.js';
import type { NodeLocks } from './node-locks.js';
import { RedisBus } from './redis-bus.js';
import { RedisConnection } from './redis-connection.js';

/** What this process shares with the others that are one system with it; alone, it shares nothing. */
export interface System {
  readonly bus: Bus;
  readonly duty: Duty;
  readonly limiter: RateLimiter;
  /** Null when alone. */
  readonly hotState: HotState | null;
  /** The tables are up to date and the port is open: the next process may start. */
  started(): Promise<void>;
  close(): Promise<void>;
}

interface Parts {
  readonly config: Config;
  readonly log: Log;
  readonly clock: Clock;
  readonly random: Random;
  /** Another process has taken this one's place while the database was away. */
  readonly onLost: () => void;
}

/** Before the database is migrated: takes the place of this process among the others. Throws StartRefusal. */
export async function joinSystem({ config, log, clock, random, onLost }: Parts): Promise<System> {
  const { database, redisUrl } = config;
  const memory = new MemoryRateLimiter(clock);
  const alone = { bus: new LocalBus(), limiter: memory, hotState: null };
  if (database.engine === 'sqlite') return { ...alone, duty: new OwnDuty(), started: nothing, close: nothing };
  // The drivers of MySQL and Redis are many files: a server that needs neither does not load them.
  const { NodeLocks: Locks } = await import('./node-locks.js');
  const redis = redisUrl === null ? null : await RedisConnection.open(redisUrl, log);
  try {
    const company = redis === null ? 'alone' : 'together';
    const locks = await Locks.take(database.url, company, log, onLost).catch((error: unknown) => {
      throw refusalOfMysql(error, database.url);
    });
    const rest = { duty: new LockedDuty(locks), started: () => locks.started() };
    if (redis === null) return { ...alone, ...rest, close: () => locks.close() };
    const system = nameOf(database.url);
    const bus = await RedisBus.open(redis, { nodeId: random.hex(8), system }, log);
    const close = async (): Promise<void> => {
      await bus.close();
      await locks.close();
      await redis.close();
    };
    const shared = {
      limiter: new RedisRateLimiter(redis, system, clock, memory),
      hotState: new HotState(redis, system),
    };
    return { bus, ...shared, ...rest, close };
  } catch (error) {
    await redis?.close();
    throw error;
  }
}

class LockedDuty extends Duty {
  constructor(private readonly locks: NodeLocks) {
    super();
  }

  get isMine(): boolean {
    return this.locks.isOnDuty;
  }
}

/** The same for all who use one database, whatever password they use: several systems may share one Redis. */
function nameOf(url: string): string {
  const { host, pathname } = new URL(url);
  return `anquanli:${createHash('sha256').update(`${host}${pathname}`).digest('hex').slice(0, 12)}`;
}

function nothing(): Promise<void> {
  return Promise.resolve();
}
