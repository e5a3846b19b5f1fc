import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { IdentityApi } from '../../src/features/identity/identity.api.js';
import { IDLE_MS, LONGEST_MS, REMOTE_MS } from '../../src/features/identity/session.service.js';
import type { Browser } from '../support/browser.js';
import { FakeClock } from '../support/fake-clock.js';
import { ADMIN, startTestServer, type TestServer } from '../support/start-server.js';

describe('sessions', () => {
  let clock: FakeClock;
  let server: TestServer;
  let admin: Browser;

  beforeEach(async () => {
    clock = new FakeClock();
    server = await startTestServer({ clock });
    admin = await server.setUpAdmin();
  });

  afterEach(async () => server.remove());

  const me = async (browser: Browser) => (await browser.get('/api/session')).body;
  const signIn = async (name = ADMIN.name, password = ADMIN.password, browser = server.browser()) => {
    const answer = await browser.post('/api/session', { name, password });
    return { browser, answer };
  };

  it('signs in with a cookie that scripts and foreign pages cannot use, and without Secure on plain http', async () => {
    const { answer } = await signIn();
    expect(answer.status).toBe(200);
    expect(answer.headers.get('set-cookie')).toMatch(
      /^anquanli_session=[0-9a-f]{64}; Path=\/; Max-Age=2592000; HttpOnly; SameSite=Lax$/,
    );
  });

  it('finds the account whatever the case and width the name was typed in', async () => {
    await admin.post('/api/accounts', { name: 'Li Lei', password: 'long enough', role: 'organiser' });
    expect((await signIn('ＬＩ lei', 'long enough')).answer.body).toMatchObject({ account: { name: 'Li Lei' } });
  });

  it('tells an unknown name and a wrong password apart by nothing', async () => {
    const wrong = (await signIn(ADMIN.name, 'not the password')).answer;
    const unknown = (await signIn('nobody', 'not the password')).answer;
    expect([wrong.status, wrong.body]).toEqual([401, { ok: false, code: 'wrong_credentials' }]);
    expect([unknown.status, unknown.body]).toEqual([wrong.status, wrong.body]);
  });

  it('gives a new session id at every sign-in and ends the one the browser came with', async () => {
    const { browser } = await signIn();
    const before = browser.cookie;
    await signIn(ADMIN.name, ADMIN.password, browser);
    expect(browser.cookie).not.toBe(before);
    browser.cookie = before;
    expect(await me(browser)).toEqual({ account: null, remoteRoundId: null });
  });

  it('never takes over an id that somebody planted in the browser', async () => {
    const planted = `anquanli_session=${'ab'.repeat(32)}`;
    const victim = server.browser();
    victim.cookie = planted;
    await signIn(ADMIN.name, ADMIN.password, victim);
    expect(victim.cookie).not.toBe(planted);
    const attacker = server.browser();
    attacker.cookie = planted;
    expect(await me(attacker)).toMatchObject({ account: null });
  });

  it('ends after a week without use', async () => {
    clock.advance(IDLE_MS - 1);
    expect(await me(admin)).toMatchObject({ account: { name: ADMIN.name } });
    clock.advance(IDLE_MS);
    expect(await me(admin)).toMatchObject({ account: null });
  });

  it('ends after 30 days even when used every day', async () => {
    const day = 24 * 3_600_000;
    for (let days = 1; days < LONGEST_MS / day; days += 1) {
      clock.advance(day);
      expect(await me(admin)).toMatchObject({ account: { name: ADMIN.name } });
    }
    clock.advance(day);
    expect(await me(admin)).toMatchObject({ account: null });
  });

  it('signs out of this browser only', async () => {
    const { browser } = await signIn();
    await browser.delete('/api/session');
    expect(browser.cookie).toBeNull();
    expect(await me(admin)).toMatchObject({ account: { name: ADMIN.name } });
  });

  it('signs out everywhere, and says so to whoever keeps sockets', async () => {
    const ended: string[] = [];
    server.app.get(IdentityApi).onSessionsEnded(({ accountId }) => ended.push(accountId));
    const { browser, answer } = await signIn();
    await browser.delete('/api/sessions');
    expect(await me(admin)).toMatchObject({ account: null });
    expect(answer.body).toMatchObject({ account: { id: ended[0] } });
    expect(ended).toHaveLength(1);
  });

  it('changes the password for the current one only, and ends the other sessions', async () => {
    const { browser } = await signIn();
    const wrong = await browser.post('/api/account/password', { current: 'guess', next: 'a new password' });
    expect(wrong.body).toMatchObject({ code: 'wrong_password' });
    await browser.post('/api/account/password', { current: ADMIN.password, next: 'a new password' });
    expect(await me(browser)).toMatchObject({ account: { name: ADMIN.name } });
    expect(await me(admin)).toMatchObject({ account: null });
    expect((await signIn()).answer.status).toBe(401);
    expect((await signIn(ADMIN.name, 'a new password')).answer.status).toBe(200);
  });

  it('locks a name after ten wrong passwords, from wherever they come, until five minutes are over', async () => {
    for (let attempt = 0; attempt < 10; attempt += 1) {
      expect((await signIn(ADMIN.name, 'wrong')).answer.status).toBe(401);
    }
    const locked = (await signIn()).answer;
    expect(locked.body).toMatchObject({ code: 'too_many_requests', details: { retryAfterMs: 300_000 } });
    expect(locked.headers.get('retry-after')).toBe('300');
    clock.advance(300_000);
    expect((await signIn()).answer.status).toBe(200);
  });

  it('counts sign-ins of one address over all names', async () => {
    for (let attempt = 0; attempt < 20; attempt += 1) {
      await signIn(`nobody-${attempt}`, 'wrong');
    }
    expect((await signIn('nobody-at-all', 'wrong')).answer.status).toBe(429);
  });

  it('lets a remote control drive its round and nothing else, for one evening', async () => {
    const { account } = (await me(admin)) as { account: { id: string } };
    const api = server.app.get(IdentityApi);
    const roundId = '01900000-0000-7000-8000-000000000001';
    const { cookie } = await api.createRemoteSession(account.id, roundId);
    const phone = server.browser();
    phone.cookie = cookie.split(';')[0] ?? '';
    expect(await me(phone)).toMatchObject({ remoteRoundId: roundId });
    expect(await api.actorOfCookie(phone.cookie)).toEqual({
      kind: 'remote',
      accountId: account.id,
      role: 'admin',
      unitId: null,
      roundId,
    });
    expect((await phone.get('/api/accounts')).status).toBe(403);
    expect((await phone.get('/api/question-sets')).status).toBe(403);
    expect((await phone.delete('/api/sessions')).status).toBe(403);
    clock.advance(REMOTE_MS);
    expect(await me(phone)).toMatchObject({ account: null });
  });

  it('ends the remote controls of a round, and the account itself stays signed in', async () => {
    const { account } = (await me(admin)) as { account: { id: string } };
    const api = server.app.get(IdentityApi);
    const roundId = '01900000-0000-7000-8000-000000000001';
    const { cookie } = await api.createRemoteSession(account.id, roundId);
    await api.endRemoteSessions(roundId);
    expect(await api.actorOfCookie(cookie)).toBeNull();
    expect(await me(admin)).toMatchObject({ account: { name: ADMIN.name } });
  });
});
