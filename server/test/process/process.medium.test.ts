import { createServer } from 'node:net';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Browser } from '../support/browser.js';
import { freePort } from '../support/free-port.js';
import { aQuestionSet, writeReleases } from '../support/releases.js';
import { buildServer, runToEnd, type ServerProcess, startServerProcess } from '../support/server-process.js';
import { tempDir } from '../support/temp-dir.js';

const PASSWORD = 'gas-test-before-entry';

describe('the server process', () => {
  let dir: string;
  let remove: () => Promise<void>;
  let env: Record<string, string>;
  const running: ServerProcess[] = [];

  beforeAll(() => buildServer(), 300_000);

  beforeEach(async () => {
    ({ dir, remove } = await tempDir());
    env = { DATA_DIR: path.join(dir, 'data'), ANQUANLI_RELEASES_DIR: path.join(dir, 'releases') };
    await writeReleases(path.join(dir, 'releases'), [aQuestionSet()]);
  });

  afterEach(async () => {
    await Promise.all(running.splice(0).map((server) => server.end('SIGKILL')));
    await remove();
  });

  async function start(extra: Record<string, string> = {}): Promise<ServerProcess> {
    const server = await startServerProcess({ ...env, ...extra });
    running.push(server);
    return server;
  }

  async function setUp(server: ServerProcess, token = server.setupToken()): Promise<Browser> {
    const browser = new Browser(server.origin);
    await browser.post('/api/setup', { token, name: '王安全', password: PASSWORD });
    return browser;
  }

  it('stops on SIGTERM with status 0 and leaves the folder free', async () => {
    const first = await start();
    expect(await first.end('SIGTERM')).toBe(0);
    expect((await start()).setupToken()).not.toBeNull();
  });

  it('refuses a second process on the same data folder with a sentence, and the first goes on', async () => {
    const first = await start();
    const second = await runToEnd('main.js', [], { ...env, HOST: '127.0.0.1', PORT: String(await freePort()) });
    expect(second.status).toBe(1);
    expect(second.output).toContain(`in use by another process`);
    expect(second.output).toContain(`pid ${first.pid}`);
    expect(second.output).not.toContain('    at ');
    expect((await fetch(`${first.origin}/api/health/ready`)).status).toBe(200);
  });

  it('is back within ten seconds after kill -9, with sessions and accounts as they were', async () => {
    const first = await start();
    const admin = await setUp(first);
    await first.end('SIGKILL');
    const startedAt = performance.now();
    const second = await start({ PORT: String(first.port) });
    expect(performance.now() - startedAt).toBeLessThan(10_000);
    expect((await admin.get('/api/session')).body).toMatchObject({ account: { name: '王安全' } });
    expect(second.setupToken()).toBeNull();
  });

  it('waits out the lock of a holder it cannot ask, such as one killed in another container', async () => {
    await mkdir(path.join(env['DATA_DIR'] ?? '', '.lock'), { recursive: true });
    await writeFile(path.join(env['DATA_DIR'] ?? '', '.lock-owner.json'), JSON.stringify({ pid: 1, host: 'gone' }));
    const startedAt = performance.now();
    await start();
    expect(performance.now() - startedAt).toBeLessThan(10_000);
  });

  it('says which port is taken and how to choose another', async () => {
    const port = await freePort();
    const other = createServer().listen(port, '127.0.0.1');
    const { status, output } = await runToEnd('main.js', [], { ...env, HOST: '127.0.0.1', PORT: String(port) });
    other.close();
    expect(status).toBe(1);
    expect(output).toContain(`Port ${port} is taken`);
    expect(output).toContain(`PORT=${port + 1}`);
    expect(output).not.toContain('    at ');
  });

  it('tells all mistakes of the configuration at once and starts nothing', async () => {
    const wrong = { PORT: 'eighty', ANQUANLI_RELASES_DIR: 'x', DATABASE_URL: 'postgres://a/b', TLS_CERT: 'only.pem' };
    const { status, output } = await runToEnd('main.js', [], { ...env, ...wrong });
    expect(status).toBe(1);
    for (const name of Object.keys(wrong)) {
      expect(output).toContain(name);
    }
    expect(output).not.toContain('    at ');
  });

  it('does not start when a database does not answer, and does not repeat the password', async () => {
    const url = `mysql://root:top-secret@127.0.0.1:${await freePort()}/quiz`;
    const { status, output } = await runToEnd('main.js', [], { ...env, DATABASE_URL: url });
    expect(status).toBe(1);
    expect(output).toContain('does not answer (ECONNREFUSED)');
    expect(output).not.toContain('top-secret');
  });

  it('gives an account a new password from the command line while the server runs', async () => {
    const server = await start();
    const admin = await setUp(server);
    const { status, output } = await runToEnd('admin.js', ['reset-password'], env);
    expect(status).toBe(0);
    const password = /[A-Z2-9]{4}(?:-[A-Z2-9]{4}){3}/.exec(output)?.[0];
    expect((await admin.get('/api/session')).body).toMatchObject({ account: null });
    const again = await new Browser(server.origin).post('/api/session', { name: '王安全', password });
    expect(again.status).toBe(200);
    const unknown = await runToEnd('admin.js', ['reset-password', '--name', '李四'], env);
    expect(unknown).toMatchObject({ status: 1, output: expect.stringContaining('王安全') });
  });

  it('writes log lines without names, passwords or tokens', async () => {
    const server = await start({ LOG_LEVEL: 'trace' });
    const token = server.setupToken();
    const admin = await setUp(server, token);
    await admin.post('/api/session', { name: '王安全', password: 'wrong password' });
    await server.end('SIGTERM');
    const lines = server
      .output()
      .split('\n')
      .filter((line) => line.startsWith('{'));
    expect(lines.some((line) => line.includes('"route":"/api/session"'))).toBe(true);
    for (const secret of ['王安全', PASSWORD, 'wrong password', token ?? '', (admin.cookie ?? '').slice(-64)]) {
      expect(lines.some((line) => line.includes(secret))).toBe(false);
    }
  });
});
