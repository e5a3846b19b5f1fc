import { afterEach, describe, expect, it } from '@jest/globals';
import { ADMIN, startTestServer, type TestServer } from '../support/start-server.js';

describe('behind a proxy that ends https', () => {
  let server: TestServer;

  afterEach(async () => server.remove());

  const signIn = async (trustedProxies: string[]) => {
    server = await startTestServer({ config: { trustedProxies } });
    await server.setUpAdmin();
    const forwarded = { 'x-forwarded-proto': 'https', 'x-forwarded-for': '203.0.113.9' };
    return (await server.browser().post('/api/session', ADMIN, forwarded)).headers.get('set-cookie');
  };

  it('marks the session cookie Secure', async () => {
    expect(await signIn(['loopback'])).toMatch(/SameSite=Lax; Secure$/);
  });

  it('does not believe a proxy that nobody trusts', async () => {
    expect(await signIn([])).toMatch(/SameSite=Lax$/);
  });
});
