import { describe, expect, it } from '@jest/globals';
import type { RateLimiter } from '../../src/platform/rate-limit/rate-limiter.js';

interface Subject {
  readonly limiter: RateLimiter;
  /** Moves the limiter's time. */
  advance(ms: number): void;
}

/** What every rate limiter promises. */
export function rateLimiterContract(name: string, make: () => Subject | Promise<Subject>): void {
  describe(`rate limiter: ${name}`, () => {
    const rule = { count: 3, windowMs: 1_000 };

    it('lets as many pass as the rule says, then tells when to come again', async () => {
      const { limiter, advance } = await make();
      for (let attempt = 0; attempt < 3; attempt += 1) {
        expect(await limiter.take('a', rule)).toEqual({ ok: true });
      }
      advance(400);
      expect(await limiter.take('a', rule)).toEqual({ ok: false, retryAfterMs: 600 });
    });

    it('begins anew when the window is over, refused attempts not counting', async () => {
      const { limiter, advance } = await make();
      for (let attempt = 0; attempt < 9; attempt += 1) {
        await limiter.take('a', rule);
      }
      advance(1_000);
      expect(await limiter.take('a', rule)).toEqual({ ok: true });
    });

    it('counts every key by itself', async () => {
      const { limiter } = await make();
      for (let attempt = 0; attempt < 3; attempt += 1) {
        await limiter.take('a', rule);
      }
      expect(await limiter.take('b', rule)).toEqual({ ok: true });
    });

    it('looks without counting', async () => {
      const { limiter } = await make();
      for (let look = 0; look < 9; look += 1) {
        expect(await limiter.peek('a', rule)).toEqual({ ok: true });
      }
      await Promise.all([limiter.take('a', rule), limiter.take('a', rule), limiter.take('a', rule)]);
      expect(await limiter.peek('a', rule)).toMatchObject({ ok: false });
    });

    it('forgets what was counted when told', async () => {
      const { limiter } = await make();
      await Promise.all([limiter.take('a', rule), limiter.take('a', rule), limiter.take('a', rule)]);
      await limiter.clear('a');
      expect(await limiter.take('a', rule)).toEqual({ ok: true });
    });
  });
}
