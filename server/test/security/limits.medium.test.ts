import { ALL_ROUTES } from '@anquanli/contract/all-routes';
import type { Route } from '@anquanli/contract/exchange';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { nameOf } from '../edges/hall-of-routes.js';
import { rowsOf } from '../edges/rows.js';
import { FakeClock } from '../support/fake-clock.js';
import type { Browser } from '../support/browser.js';
import { startTestServer, type TestServer } from '../support/start-server.js';

/** A hall that registers behind one address is let through by the thousand: too many to try here. */
const TRIED = 1_000;
const AT_ONCE = 50;

const limited = ALL_ROUTES.filter(({ policy }) => (policy.limit?.count ?? Infinity) <= TRIED);

describe('the limit that a route declares', () => {
  // Time stands still: no window ends.
  const clock = new FakeClock();
  let server: TestServer;
  let admin: Browser;

  beforeAll(async () => {
    server = await startTestServer({ clock, config: { trustedProxies: ['loopback'] } });
    admin = await server.setUpAdmin();
  });
  afterAll(() => server.remove());

  /** Sends what is no request of the route: it counts all the same, and costs nobody a password hash. */
  async function knock(
    { method, path }: Route,
    address: string,
  ): Promise<{ status: number; retryAfter: string | null }> {
    const response = await fetch(`${server.origin}${path.replace(/:\w+/g, 'x')}`, {
      method,
      headers: {
        ...{ origin: server.origin, cookie: admin.cookie ?? '', 'x-forwarded-for': address },
        ...(method !== 'GET' && { 'content-type': 'application/json' }),
      },
      ...(method !== 'GET' && { body: '{"not":"this"}' }),
    });
    await response.text();
    return { status: response.status, retryAfter: response.headers.get('retry-after') };
  }

  it('is kept by what guesses passwords, codes and secrets', () => {
    expect(limited.map(nameOf)).toEqual(
      expect.arrayContaining([
        'POST /api/setup',
        'POST /api/session',
        'POST /api/account/password',
        'POST /api/play/seat-claims',
        'POST /api/remote/take',
        'POST /api/registration/recovery',
        'POST /api/registration/claims',
        'GET /api/certificates/:number',
      ]),
    );
  });

  it.each(limited.map((route) => [nameOf(route), route] as const))('holds: %s', async (_, route) => {
    const { count = 0, per } = route.policy.limit ?? {};
    const before = await rowsOf(server);
    for (let done = 0; done < count; done += AT_ONCE) {
      const batch = Array.from({ length: Math.min(AT_ONCE, count - done) }, () => knock(route, '192.0.2.1'));
      for (const { status } of await Promise.all(batch)) expect(status).not.toBe(429);
    }
    const { status, retryAfter } = await knock(route, '192.0.2.1');
    expect(status).toBe(429);
    expect(Number(retryAfter)).toBeGreaterThan(0);
    expect((await knock(route, '192.0.2.2')).status === 429).toBe(per === 'identity');
    expect(await rowsOf(server)).toBe(before);
  });
});
