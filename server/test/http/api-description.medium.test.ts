import { ALL_ROUTES } from '@anquanli/contract/all-routes';
import { systemRoutes } from '@anquanli/contract/system';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as z from 'zod/mini';
import { startTestServer, type TestServer } from '../support/start-server.js';

describe('the description of the API', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startTestServer();
  });

  afterAll(async () => server.remove());

  it('is there for anyone, as an OpenAPI document in JSON', async () => {
    const { status, headers, body } = await server.browser().get('/api/docs');
    expect([status, headers.get('content-type')]).toEqual([200, 'application/json; charset=utf-8']);
    expect(body).toMatchObject({ openapi: '3.1.0', info: { title: '安全力' } });
    expect(z.safeParse(systemRoutes.describe.reply ?? z.never(), body)).toMatchObject({ success: true });
    expect(Object.keys((body as { paths: object }).paths)).toHaveLength(
      new Set(ALL_ROUTES.map(({ path }) => path)).size,
    );
  });

  it('is the same whenever it is asked for', async () => {
    const [first, second] = [await server.browser().get('/api/docs'), await server.browser().get('/api/docs')];
    expect(second.body).toEqual(first.body);
  });
});
