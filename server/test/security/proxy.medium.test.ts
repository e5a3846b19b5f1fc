import { afterEach, describe, expect, it } from '@jest/globals';
import { identityRoutes } from '@anquanli/contract/identity';
import { startTestServer, type TestServer } from '../support/start-server.js';

const { count = 0 } = identityRoutes.signIn.policy.limit ?? {};

describe('the limit of an address', () => {
  let server: TestServer;
  afterEach(() => server.remove());

  /** As many sign-ins as one address may try, and one more; each tells another tale of where it is from. */
  async function statuses(headersOf: (index: number) => Record<string, string>): Promise<number[]> {
    const all: number[] = [];
    for (let index = 0; index <= count; index += 1) {
      const account = { name: `谁${index}`, password: 'not-a-password' };
      all.push((await server.browser().post('/api/session', account, headersOf(index))).status);
    }
    return all;
  }
  const refused = Array.from({ length: count }, () => 401);

  it('counts who is connected where no proxy is trusted, whatever headers say', async () => {
    server = await startTestServer();
    expect(
      await statuses((index) => ({
        'x-forwarded-for': `10.0.0.${index}`,
        'x-real-ip': `10.0.1.${index}`,
        forwarded: `for=10.0.2.${index}`,
      })),
    ).toEqual([...refused, 429]);
  });

  it('counts whom the trusted proxy saw', async () => {
    server = await startTestServer({ config: { trustedProxies: ['loopback'] } });
    expect(await statuses((index) => ({ 'x-forwarded-for': `10.0.0.${index}` }))).toEqual([...refused, 401]);
  });

  it('counts whom the trusted proxy saw, not what that one had written before', async () => {
    server = await startTestServer({ config: { trustedProxies: ['loopback'] } });
    expect(await statuses((index) => ({ 'x-forwarded-for': `10.0.0.${index}, 192.0.2.7` }))).toEqual([...refused, 429]);
  });

  it('believes a proxy of another network nothing', async () => {
    server = await startTestServer({ config: { trustedProxies: ['10.0.0.0/8'] } });
    expect(await statuses((index) => ({ 'x-forwarded-for': `192.0.2.${index}` }))).toEqual([...refused, 429]);
  });
});
