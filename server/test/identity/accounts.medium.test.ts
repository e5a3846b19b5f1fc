import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { SetupService } from '../../src/features/identity/setup.service.js';
import type { Browser } from '../support/browser.js';
import { ADMIN, startTestServer, type TestServer } from '../support/start-server.js';

describe('setting up', () => {
  let server: TestServer;

  beforeEach(async () => {
    server = await startTestServer();
  });

  afterEach(async () => server.remove());

  it('is needed until there is an admin, who is signed in at once', async () => {
    expect((await server.browser().get('/api/setup')).body).toEqual({ isNeeded: true });
    const admin = await server.setUpAdmin();
    expect((await admin.get('/api/session')).body).toMatchObject({ account: { name: ADMIN.name, role: 'admin' } });
    expect((await server.browser().get('/api/setup')).body).toEqual({ isNeeded: false });
  });

  it('refuses a wrong token', async () => {
    const { status, body } = await server.browser().post('/api/setup', { ...ADMIN, token: 'guess' });
    expect([status, body]).toEqual([403, { ok: false, code: 'setup_link_invalid' }]);
  });

  it('works once, also for two who come at the same time', async () => {
    const request = { ...ADMIN, token: server.setupToken };
    const answers = await Promise.all([
      server.browser().post('/api/setup', request),
      server.browser().post('/api/setup', { ...request, name: 'another' }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const late = await server.browser().post('/api/setup', request);
    expect(late.body).toEqual({ ok: false, code: 'setup_closed' });
  });

  it('leaves the link good when the name or password was not', async () => {
    const refused = await server
      .browser()
      .post('/api/setup', { ...ADMIN, token: server.setupToken, password: 'short' });
    expect(refused.body).toMatchObject({ code: 'invalid_input', details: { path: 'body.password' } });
    expect((await (await server.setUpAdmin()).get('/api/session')).body).toMatchObject({
      account: { name: ADMIN.name },
    });
  });

  it('has no second link once there is an admin', async () => {
    await server.setUpAdmin();
    expect(await server.app.get(SetupService).issueToken()).toBeNull();
  });
});

describe('accounts', () => {
  let server: TestServer;
  let admin: Browser;

  beforeEach(async () => {
    server = await startTestServer();
    admin = await server.setUpAdmin();
  });

  afterEach(async () => server.remove());

  const LI = { name: '李组织', password: 'long enough', role: 'organiser' };
  const create = async (account: object = LI) => (await admin.post('/api/accounts', account)).body as { id: string };
  const signIn = async (name: string, password: string) => {
    const browser = server.browser();
    return { browser, answer: await browser.post('/api/session', { name, password }) };
  };

  it('are made by an admin and seen without their hashes', async () => {
    await create();
    const { body } = await admin.get('/api/accounts');
    expect(body).toMatchObject({
      accounts: [{ name: ADMIN.name }, { name: LI.name, isDisabled: false, lastSignInAt: null }],
    });
    expect(JSON.stringify(body)).not.toContain('argon2');
  });

  it('are none of an organiser’s or a stranger’s business', async () => {
    await create();
    const { browser } = await signIn(LI.name, LI.password);
    expect((await browser.get('/api/accounts')).body).toEqual({ ok: false, code: 'forbidden' });
    expect((await browser.post('/api/accounts', { ...LI, name: 'x2' })).status).toBe(403);
    expect((await server.browser().get('/api/accounts')).body).toEqual({ ok: false, code: 'not_signed_in' });
  });

  it('have names that differ in more than case and width', async () => {
    await create({ ...LI, name: 'Anna' });
    const { status, body } = await admin.post('/api/accounts', { ...LI, name: ' ＡＮＮＡ ' });
    expect([status, body]).toEqual([409, { ok: false, code: 'account_name_taken' }]);
  });

  it('are out at once when disabled, are told so only with the right password, and come back when enabled', async () => {
    const { id } = await create();
    const { browser } = await signIn(LI.name, LI.password);
    await admin.patch(`/api/accounts/${id}`, { isDisabled: true });
    expect((await browser.get('/api/session')).body).toMatchObject({ account: null });
    expect((await signIn(LI.name, LI.password)).answer.body).toEqual({ ok: false, code: 'account_disabled' });
    expect((await signIn(LI.name, 'wrong')).answer.body).toEqual({ ok: false, code: 'wrong_credentials' });
    await admin.patch(`/api/accounts/${id}`, { isDisabled: false });
    expect((await signIn(LI.name, LI.password)).answer.status).toBe(200);
  });

  it('get a new password from an admin, which ends their sessions', async () => {
    const { id } = await create();
    const { browser } = await signIn(LI.name, LI.password);
    await admin.patch(`/api/accounts/${id}`, { password: 'given by the admin' });
    expect((await browser.get('/api/session')).body).toMatchObject({ account: null });
    expect((await signIn(LI.name, 'given by the admin')).answer.status).toBe(200);
  });

  it('keep the last enabled admin, also when two disable each other at once', async () => {
    const me = (await admin.get('/api/session')).body as { account: { id: string } };
    const alone = await admin.patch(`/api/accounts/${me.account.id}`, { isDisabled: true });
    expect(alone.body).toEqual({ ok: false, code: 'last_admin' });
    const other = await create({ ...LI, role: 'admin' });
    const { browser } = await signIn(LI.name, LI.password);
    const answers = await Promise.all([
      admin.patch(`/api/accounts/${other.id}`, { isDisabled: true }),
      browser.patch(`/api/accounts/${me.account.id}`, { isDisabled: true }),
    ]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  it('that do not exist are not found', async () => {
    const { status } = await admin.patch('/api/accounts/01900000-0000-7000-8000-000000000001', { isDisabled: true });
    expect(status).toBe(404);
  });
});
