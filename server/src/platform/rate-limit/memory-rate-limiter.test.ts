import { rateLimiterContract } from '../../../test/contracts/rate-limiter.contract.js';
import { describe, expect, it } from '@jest/globals';
import { FakeClock } from '../../../test/support/fake-clock.js';
import { MemoryRateLimiter } from './memory-rate-limiter.js';

rateLimiterContract('memory', () => {
  const clock = new FakeClock();
  return { limiter: new MemoryRateLimiter(clock), advance: (ms) => clock.advance(ms) };
});

describe('memory rate limiter', () => {
  it('stays within its capacity however many addresses come, and forgets the oldest first', async () => {
    const limiter = new MemoryRateLimiter(new FakeClock());
    const rule = { count: 1, windowMs: 60_000 };
    for (let index = 0; index <= MemoryRateLimiter.capacity; index += 1) {
      await limiter.take(`address-${index}`, rule);
    }
    expect(limiter.size).toBeLessThanOrEqual(MemoryRateLimiter.capacity);
    expect(await limiter.peek('address-0', rule)).toEqual({ ok: true });
    expect(await limiter.peek(`address-${MemoryRateLimiter.capacity}`, rule)).toMatchObject({ ok: false });
  });
});
