import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { hasMariadb, type Mariadb, startMariadb } from '../support/mariadb.js';
import { ADMIN, startTestServer, type TestServer } from '../support/start-server.js';

(hasMariadb() ? describe : describe.skip)('the whole server on MariaDB', () => {
  let mariadb: Mariadb;
  let server: TestServer;

  beforeAll(async () => {
    mariadb = await startMariadb();
    server = await startTestServer({ config: { database: { engine: 'mysql', url: await mariadb.createDatabase() } } });
  }, 120_000);

  afterAll(async () => {
    await server.remove();
    await mariadb.remove();
  });

  it('sets up, signs in, refuses a name taken, keeps the last admin, and shows the sets', async () => {
    const admin = await server.setUpAdmin();
    const { account } = (await admin.get('/api/session')).body as { account: { id: string } };
    expect(account).toMatchObject({ name: ADMIN.name, createdAt: expect.any(Number), isDisabled: false });
    const taken = await admin.post('/api/accounts', { ...ADMIN, role: 'organiser' });
    expect(taken.body).toEqual({ ok: false, code: 'account_name_taken' });
    expect((await admin.patch(`/api/accounts/${account.id}`, { isDisabled: true })).body).toMatchObject({
      code: 'last_admin',
    });
    expect((await admin.get('/api/question-sets')).body).toMatchObject({
      sets: [{ setId: 'test-set', questionCount: 3 }],
    });
  });

  it('lets one of two admins win who disable each other at the same time', async () => {
    const first = server.browser();
    await first.post('/api/session', ADMIN);
    const made = await first.post('/api/accounts', { name: '第二位', password: ADMIN.password, role: 'admin' });
    const { account } = (await first.get('/api/session')).body as { account: { id: string } };
    const second = server.browser();
    await second.post('/api/session', { name: '第二位', password: ADMIN.password });
    const answers = await Promise.all([
      first.patch(`/api/accounts/${(made.body as { id: string }).id}`, { isDisabled: true }),
      second.patch(`/api/accounts/${account.id}`, { isDisabled: true }),
    ]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  it('turns unready without its database and ready again with it', async () => {
    const browser = server.browser();
    await mariadb.kill();
    expect(await browser.get('/api/health/ready')).toMatchObject({ status: 503, body: { status: 'database_down' } });
    const failed = await browser.get('/api/setup');
    expect(failed).toMatchObject({
      status: 503,
      body: { code: 'server_busy', ref: expect.stringMatching(/^[0-9a-f]{12}$/) },
    });
    await mariadb.start();
    expect((await browser.get('/api/health/ready')).body).toEqual({ status: 'ok' });
  }, 120_000);
});
