import { ALL_ROUTES } from '@anquanli/contract/all-routes';
import { CONTRACT_VERSION } from '@anquanli/contract/version';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { io } from 'socket.io-client';
import { furnish, nameOf, type Example } from '../edges/hall-of-routes.js';
import { rowsOf } from '../edges/rows.js';
import type { Browser } from '../support/browser.js';
import { Hall } from '../support/play.js';
import { startTestServer, type TestServer } from '../support/start-server.js';

const EVIL = 'http://evil.example';

describe('a foreign page with the admin’s cookie', () => {
  let server: TestServer;
  let admin: Browser;
  let hall: Hall;
  let examples: readonly Example[];

  beforeAll(async () => {
    server = await startTestServer();
    admin = await server.setUpAdmin();
    examples = await furnish(server, admin);
    hall = await Hall.open(server.origin, admin);
  }, 60_000);
  afterAll(() => server.remove());

  const writes = ALL_ROUTES.filter(({ method }) => method !== 'GET');

  it.each(writes.map((route) => [nameOf(route), route] as const))('can do nothing: %s', async (name, route) => {
    const before = await rowsOf(server);
    const { params, body } = examples.find((example) => nameOf(example.route) === name)?.input ?? {};
    const address = route.path.replace(/:(\w+)/g, (_, key: string) => params?.[key] ?? '');
    const provenances: Record<string, string>[] = [
      { origin: EVIL },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
    ];
    for (const provenance of provenances) {
      const response = await fetch(`${server.origin}${address}`, {
        method: route.method,
        headers: { ...provenance, cookie: admin.cookie ?? '', 'content-type': 'application/json' },
        body: JSON.stringify(body ?? {}),
      });
      expect(await response.json()).toEqual({ ok: false, code: 'origin_refused' });
    }
    expect(await rowsOf(server)).toBe(before);
  });

  it.each(['websocket', 'polling'] as const)(
    'opens no console by %s, and a page of this server does',
    async (transport) => {
      const knock = (origin: string) =>
        new Promise<string>((resolve) => {
          const socket = io(server.origin, {
            auth: { as: 'host', contractVersion: CONTRACT_VERSION, roundId: hall.round.id },
            ...{ transports: [transport], reconnection: false, forceNew: true },
            extraHeaders: { cookie: admin.cookie ?? '', origin },
          });
          socket.on('connect', () => (socket.disconnect(), resolve('open')));
          socket.on('connect_error', () => (socket.disconnect(), resolve('closed')));
        });
      expect([await knock(EVIL), await knock('null'), await knock(server.origin)]).toEqual([
        'closed',
        'closed',
        'open',
      ]);
    },
  );

  it('is asked by no route to read what changes something', () => {
    const verbs = /\/(publication|merger|retirement|erasure|submission|commit|withdraw|confirmation|import)$/;
    expect(ALL_ROUTES.filter(({ method, path }) => method === 'GET' && verbs.test(path)).map(nameOf)).toEqual([]);
  });
});
