import { ALL_ROUTES } from '@anquanli/contract/all-routes';
import type { Participant } from '@anquanli/contract/people';
import { CONTRACT_VERSION } from '@anquanli/contract/version';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { io } from 'socket.io-client';
import { askRoute } from '../edges/ask-route.js';
import { furnish, nameOf, type Example } from '../edges/hall-of-routes.js';
import { rowsOf } from '../edges/rows.js';
import type { Browser } from '../support/browser.js';
import { Hall, type Phone as LivePhone } from '../support/play.js';
import { ADMIN, startTestServer, type TestServer } from '../support/start-server.js';
import { aToken, Phone, UnitsDesk } from '../support/units.js';
import { until } from '../support/until.js';

const ofSessions = ALL_ROUTES.filter(({ policy }) => ['signed_in', 'organiser', 'host', 'admin'].includes(policy.who));
const ofPeople = ALL_ROUTES.filter(({ policy }) => policy.who === 'player');
const named = (routes: typeof ALL_ROUTES) => routes.map((route) => [nameOf(route)] as const);

describe('sent again after its end', () => {
  let server: TestServer;
  let admin: Browser;
  let examples: readonly Example[];
  let ended: string;
  let revoked: string;
  let hall: Hall;
  /** Opened before the end, with what was still good then: of the phone that was signed out, and of the one that stays. */
  let open: Record<'lost' | 'kept', LivePhone>;

  beforeAll(async () => {
    server = await startTestServer({ config: { trustedProxies: ['loopback'] } });
    admin = await server.setUpAdmin();
    examples = await furnish(server, admin);
    hall = await Hall.open(server.origin, admin);
    const laptop = server.browser();
    await laptop.post('/api/session', ADMIN);
    ended = laptop.cookie ?? '';
    await laptop.delete('/api/session');
    revoked = await aRevokedToken();
  }, 60_000);
  afterAll(() => {
    hall.leave();
    return server.remove();
  });

  /** Of a phone that was signed out by the person’s other one; it had a seat too. */
  async function aRevokedToken(): Promise<string> {
    const desk = new UnitsDesk(admin);
    const { id } = await desk.add(null, { name: '四平市', kind: 'region' });
    const code = await desk.code(id);
    const lost = new Phone(server.origin);
    const { recoveryCode } = (await lost.register(code, '孙三')).body as { recoveryCode: string };
    const seat = await hall.seat('孙三', lost.personToken);
    const found = new Phone(server.origin);
    await found.recover(code, '孙三', recoveryCode);
    expect((await lost.me()).name).toBe('孙三');
    open = {
      lost: await hall.connect({ ...seat, personToken: lost.personToken }),
      kept: await hall.connect({ ...seat, personToken: found.personToken }),
    };
    const replies = await fetch(`${server.origin}/api/me/devices`, {
      method: 'DELETE',
      headers: { authorization: `Bearer ${found.personToken}` },
    });
    expect(((await replies.json()) as Participant).name).toBe('孙三');
    return lost.personToken;
  }

  const exampleOf = (name: string): Example => {
    const example = examples.find(({ route }) => nameOf(route) === name);
    if (example === undefined) throw new Error(`no example of ${name}`);
    return example;
  };

  it.each(named(ofSessions))('a session opens nothing: %s', async (name) => {
    const before = await rowsOf(server);
    const { status, text } = await askRoute(server, exampleOf(name), ended);
    expect([status, JSON.parse(text)]).toEqual([401, { ok: false, code: 'not_signed_in' }]);
    expect(await rowsOf(server)).toBe(before);
  });

  it.each(named(ofPeople))('a person’s token opens nothing: %s', async (name) => {
    const before = await rowsOf(server);
    const { route, input } = exampleOf(name);
    const { text } = await askRoute(server, { route, input, personToken: revoked }, null);
    expect(JSON.parse(text)).toMatchObject({ ok: false, code: expect.stringMatching(/^not_(registered|seated)$/) });
    expect(await rowsOf(server)).toBe(before);
  });

  it('a person’s token has no connection any more that it had opened; the phone that stays has its own', async () => {
    await until(() => !open.lost.socket.connected);
    expect(open.lost.bye).toBe('seat_moved');
    expect(await open.kept.rename('孙三')).toMatchObject({ ok: true });
  });

  it.each([
    ['a session', () => ({ as: 'host' }), 'not_signed_in'],
    ['a token', () => ({ as: 'player', personToken: revoked }), 'not_seated'],
    ['a token of the right form that nobody was given', () => ({ as: 'player', personToken: aToken() }), 'not_seated'],
  ] as const)('%s opens no socket', async (_, shown, code) => {
    const socket = io(server.origin, {
      auth: { contractVersion: CONTRACT_VERSION, roundId: hall.round.id, ...shown() },
      ...{ transports: ['websocket'], reconnection: false, forceNew: true },
      extraHeaders: { cookie: ended, origin: server.origin },
    });
    const fate = await new Promise<unknown>((resolve) => {
      socket.on('connect', () => resolve('open'));
      socket.on('connect_error', (error: Error & { data?: unknown }) => resolve(error.data));
    });
    socket.disconnect();
    expect(fate).toMatchObject({ ok: false, code });
  });

  it.each([
    ['in another case', (id: string) => id.toUpperCase()],
    ['cut short', (id: string) => id.slice(0, -1)],
    ['with something behind it', (id: string) => `${id}0`],
    ['with its last digit changed', (id: string) => id.slice(0, -1) + (id.endsWith('0') ? '1' : '0')],
    ['as its own hash', () => 'f'.repeat(64)],
  ])('a living session is none %s', async (_, forge) => {
    const [name = '', id = ''] = (admin.cookie ?? '').split('=');
    const { status } = await server.browser().get('/api/accounts', { cookie: `${name}=${forge(id)}` });
    expect(status).toBe(id === forge(id) ? 200 : 401);
    expect(forge(id)).not.toBe(id);
  });
});
