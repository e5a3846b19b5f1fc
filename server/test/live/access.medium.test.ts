import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { io } from 'socket.io-client';
import { CONTRACT_VERSION } from '@anquanli/contract/version';
import { Browser } from '../support/browser.js';
import { JumpingClock } from '../support/jumping-clock.js';
import { Hall } from '../support/play.js';
import { startTestServer, type TestServer } from '../support/start-server.js';
import { until } from '../support/until.js';

const PASSWORD = 'gas-test-before-entry';

describe('a round belongs to its organiser', () => {
  let server: TestServer;
  let admin: Browser;
  let owner: Browser;
  let other: Browser;
  let hall: Hall;

  beforeAll(async () => {
    server = await startTestServer({ clock: new JumpingClock() });
    admin = await server.setUpAdmin();
    owner = await anOrganiser('张组织');
    other = await anOrganiser('李组织');
    hall = await Hall.open(server.origin, owner);
    await hall.seat('张三');
  });
  afterAll(() => {
    hall.leave();
    return server.remove();
  });

  async function anOrganiser(name: string): Promise<Browser> {
    await admin.post('/api/accounts', { name, password: PASSWORD, role: 'organiser' });
    const browser = new Browser(server.origin);
    await browser.post('/api/session', { name, password: PASSWORD });
    return browser;
  }

  /** The code with which a socket's handshake is refused; null when it is let in. */
  async function refusalOf(auth: object, cookie?: string | null): Promise<string | null> {
    const socket = io(server.origin, {
      auth,
      transports: ['websocket'],
      reconnection: false,
      forceNew: true,
      ...(cookie && { extraHeaders: { cookie, origin: server.origin } }),
    });
    let outcome: string | null | undefined;
    socket.on('connect', () => (outcome = null));
    socket.on(
      'connect_error',
      (error: Error & { data?: { code: string } }) => (outcome = error.data?.code ?? error.message),
    );
    await until(() => outcome !== undefined);
    socket.disconnect();
    return outcome ?? null;
  }

  it('and is not found by another one, whatever is tried', async () => {
    const path = `/api/rounds/${hall.round.id}`;
    for (const reply of [
      await other.get(path),
      await other.put(path, hall.round.settings),
      await other.delete(path),
      await other.post(`${path}/again`),
      await other.post(`${path}/rehearsals`),
      await other.get(`${path}/results`),
      await other.get(`${path}/export?language=zh`),
      await other.post(`${path}/remote-codes`),
    ]) {
      expect(reply).toMatchObject({ status: 404, body: { code: 'not_found' } });
    }
    expect((await other.get('/api/rounds')).body).toEqual({ rounds: [], hasMore: false });
    expect((await owner.get(path)).body).toMatchObject({ people: 1, phase: 'lobby' });
  });

  it('and is not driven by another one over a socket either', async () => {
    const auth = { as: 'host', contractVersion: CONTRACT_VERSION, roundId: hall.round.id };
    expect(await refusalOf(auth, other.cookie)).toBe('not_found');
    expect(await refusalOf(auth, null)).toBe('not_signed_in');
    expect(await refusalOf(auth, `${(owner.cookie ?? '').split('=')[0]}=${'0'.repeat(64)}`)).toBe('not_signed_in');
    expect(await refusalOf({ ...auth, roundId: '0'.repeat(36) }, owner.cookie)).toBe('not_found');
    expect(await refusalOf(auth, owner.cookie)).toBeNull();
  });

  it('while an admin sees and drives all', async () => {
    expect((await admin.get('/api/rounds')).body).toMatchObject({
      rounds: [{ id: hall.round.id, ownerName: '张组织' }],
    });
    const host = await hall.host(admin);
    expect(await host.order({ command: 'lock_lobby', isLocked: true })).toMatchObject({ ok: true });
    expect(await host.order({ command: 'lock_lobby', isLocked: false })).toMatchObject({ ok: true });
  });

  it('and nobody who is not signed in sees it', async () => {
    const anyone = new Browser(server.origin);
    for (const path of [`/api/rounds/${hall.round.id}`, '/api/rounds', `/api/rounds/${hall.round.id}/results`]) {
      expect(await anyone.get(path)).toMatchObject({ status: 401, body: { code: 'not_signed_in' } });
    }
  });

  it('and its stage opens by the stage code alone, which drives nothing', async () => {
    expect(await refusalOf({ as: 'stage', contractVersion: CONTRACT_VERSION, stageCode: 'NOTHING0' })).toBe(
      'stage_code_unknown',
    );
    const stage = await hall.stage();
    const order = { version: 1, order: { command: 'open_next' } };
    expect(await stage.socket.timeout(5_000).emitWithAck('host.command', order)).toMatchObject({
      code: 'invalid_input',
    });
    expect(JSON.stringify(stage.view)).not.toContain('"key"');
  });

  it('and a phone can do nothing of what hosts do', async () => {
    const phone = await hall.phone('李四');
    const order = { version: 1, order: { command: 'open_next' } };
    for (const [name, payload] of [
      ['host.command', order],
      ['seat.order', { seatNo: 1, order: { action: 'kick' } }],
      ['people.list', { filter: 'all', search: '', offset: 0 }],
      ['claims.list', {}],
    ] as const) {
      expect(await phone.socket.timeout(5_000).emitWithAck(name, payload)).toMatchObject({
        ok: false,
        code: 'invalid_input',
      });
    }
    expect((await owner.get(`/api/rounds/${hall.round.id}`)).body).toMatchObject({ phase: 'lobby' });
  });

  it('and old clients and malformed handshakes are refused with a code', async () => {
    const stageCode = hall.round.stageCode;
    expect(await refusalOf({ as: 'stage', contractVersion: CONTRACT_VERSION + 1, stageCode })).toBe('client_outdated');
    expect(await refusalOf({ as: 'king', contractVersion: CONTRACT_VERSION })).toBe('invalid_input');
    expect(await refusalOf({ as: 'stage', contractVersion: CONTRACT_VERSION, stageCode, more: 1 })).toBe(
      'invalid_input',
    );
  });

  it('and its console is closed with the sessions of the account, and does not come back', async () => {
    const leaving = await anOrganiser('王组织');
    const own = await Hall.open(server.origin, leaving);
    const host = await own.host();
    const { cookie } = leaving;
    await leaving.delete('/api/sessions');
    // Cleared by the reply; a console that still had it must not get in.
    leaving.cookie = cookie;
    await until(() => !host.socket.connected);
    await expect(own.host()).rejects.toThrow('not_signed_in');
    own.leave();
  });
});
