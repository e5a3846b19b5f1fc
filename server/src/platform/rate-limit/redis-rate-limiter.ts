import type { RedisConnection } from '../cluster/redis-connection.js';
import type { Clock } from '../clock/clock.js';
import { type LimitRule, type LimitVerdict, RateLimiter } from './rate-limiter.js';

/**
 * One window per key: how often, and until when. The window's end is kept as a value, since time is the system's and not Redis' own; Redis only forgets
 * what is over. Gives 0 for an attempt that passes, else the end of the window.
 */
const TAKE = `
local now, count, window, isTaken = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3]), ARGV[4] == '1'
local taken, endsAt = unpack(redis.call('HMGET', KEYS[1], 'taken', 'endsAt'))
if not taken or tonumber(endsAt) <= now then
  taken, endsAt = 0, now + window
end
if tonumber(taken) >= count then return tostring(endsAt) end
if isTaken then
  redis.call('HSET', KEYS[1], 'taken', taken + 1, 'endsAt', string.format('%.0f', endsAt))
  redis.call('PEXPIRE', KEYS[1], math.max(1, math.ceil(endsAt - now)) + 60000)
end
return '0'`;

/** For several processes. While Redis does not answer each counts for itself: stricter than counting nothing, and the log says that Redis is away. */
export class RedisRateLimiter extends RateLimiter {
  constructor(
    private readonly redis: RedisConnection,
    private readonly system: string,
    private readonly clock: Clock,
    private readonly meanwhile: RateLimiter,
  ) {
    super();
  }

  take(key: string, rule: LimitRule): Promise<LimitVerdict> {
    return this.orMeanwhile(
      () => this.judge(key, rule, true),
      () => this.meanwhile.take(key, rule),
    );
  }

  peek(key: string, rule: LimitRule): Promise<LimitVerdict> {
    return this.orMeanwhile(
      () => this.judge(key, rule, false),
      () => this.meanwhile.peek(key, rule),
    );
  }

  async clear(key: string): Promise<void> {
    await this.meanwhile.clear(key);
    await this.orMeanwhile(
      async () => void (await this.redis.asking.del(this.named(key))),
      () => Promise.resolve(),
    );
  }

  private async judge(key: string, { count, windowMs }: LimitRule, isTaken: boolean): Promise<LimitVerdict> {
    const now = this.clock.now();
    const endsAt = Number(
      await this.redis.asking.eval(TAKE, {
        keys: [this.named(key)],
        arguments: [now, count, windowMs, Number(isTaken)].map(String),
      }),
    );
    return endsAt === 0 ? { ok: true } : { ok: false, retryAfterMs: Math.max(0, endsAt - now) };
  }

  private async orMeanwhile<T>(work: () => Promise<T>, otherwise: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch {
      return otherwise();
    }
  }

  private named(key: string): string {
    return `${this.system}:limit:${key}`;
  }
}
