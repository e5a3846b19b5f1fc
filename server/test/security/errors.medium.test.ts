import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Metrics } from '../../src/platform/metrics/metrics.js';
import { startTestServer, type TestServer } from '../support/start-server.js';

const METRICS_TOKEN = 'of-the-tests-of-errors';

describe('a bug', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startTestServer({ config: { metricsToken: METRICS_TOKEN } });
  });
  afterAll(() => server.remove());

  it('is told as internal with a reference, and nothing of the words, the place or the values of the error', async () => {
    const error = new Error("ER_DUP_ENTRY: INSERT INTO account VALUES ('王安全', '/srv/secret.pem')");
    const broken = jest.spyOn(server.app.get(Metrics), 'text').mockRejectedValueOnce(error);
    const { status, body, headers } = await server
      .browser()
      .get('/metrics', { authorization: `Bearer ${METRICS_TOKEN}` });
    broken.mockRestore();
    expect([status, body]).toEqual([
      500,
      { ok: false, code: 'internal', ref: expect.stringMatching(/^[0-9a-f]{12}$/) },
    ]);
    expect(headers.get('cache-control') ?? 'no-store').toBe('no-store');
  });

  it('takes nothing with it: the next request is answered', async () => {
    const { status } = await server.browser().get('/metrics', { authorization: `Bearer ${METRICS_TOKEN}` });
    expect(status).toBe(200);
  });
});
