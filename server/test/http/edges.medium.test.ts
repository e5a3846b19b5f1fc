import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Browser } from '../support/browser.js';
import { aQuestionSet, writeReleases } from '../support/releases.js';
import { startTestServer, type TestServer } from '../support/start-server.js';

describe('the edge towards browsers', () => {
  let server: TestServer;
  let admin: Browser;

  beforeAll(async () => {
    server = await startTestServer({
      prepare: async ({ clientDir, releasesDir }) => {
        await writeReleases(releasesDir, [aQuestionSet()]);
        await mkdir(path.join(clientDir, 'assets'), { recursive: true });
        await writeFile(path.join(clientDir, 'index.html'), '<!doctype html>安全力');
        await writeFile(path.join(clientDir, 'assets', 'app-1a2b.js'), 'console.log(1)');
        await writeFile(path.join(clientDir, 'assets', 'app-1a2b.js.br'), 'packed');
        await writeFile(path.join(clientDir, 'favicon.svg'), '<svg/>');
      },
    });
    admin = await server.setUpAdmin();
  });

  afterAll(async () => server.remove());

  const html = { accept: 'text/html,application/xhtml+xml' };

  describe('the client', () => {
    it('is cached for a year where the name has a hash', async () => {
      const { status, headers } = await admin.get('/assets/app-1a2b.js', { 'accept-encoding': 'identity' });
      expect(status).toBe(200);
      expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
      expect(headers.get('content-type')).toBe('text/javascript; charset=utf-8');
      expect(headers.get('content-encoding')).toBeNull();
    });

    it('goes out packed to those who can unpack', async () => {
      const response = await fetch(`${server.origin}/assets/app-1a2b.js`, {
        method: 'HEAD',
        headers: { 'accept-encoding': 'gzip, br' },
      });
      expect(response.headers.get('content-encoding')).toBe('br');
      expect(response.headers.get('vary')).toBe('accept-encoding');
    });

    it.each(['/', '/index.html', '/j/k3v9d2m4q8x1z7w5', '/host/rounds'])(
      'gives the page at %s, never from a cache unasked',
      async (address) => {
        const { status, headers, body } = await admin.get(address, html);
        expect([status, headers.get('cache-control'), body]).toEqual([200, 'no-cache', '<!doctype html>安全力']);
      },
    );

    it('answers 304 to a browser that has the page already', async () => {
      const etag = (await admin.get('/', html)).headers.get('etag') ?? '';
      expect((await admin.get('/', { ...html, 'if-none-match': etag })).status).toBe(304);
    });

    it('answers a part of a file, as Safari asks of a video', async () => {
      const { status, headers, body } = await admin.get('/favicon.svg', { range: 'bytes=1-3' });
      expect([status, headers.get('content-range'), body]).toEqual([206, 'bytes 1-3/6', 'svg']);
    });

    it.each(['/assets/gone.js', '/api/unknown', '/nothing.js', '/..%2fanquanli.sqlite'])(
      'has nothing at %s',
      async (address) => {
        expect((await admin.get(address, { accept: '*/*' })).status).toBe(404);
      },
    );

    it('refuses an address that is not one', async () => {
      expect((await admin.get('/%E0%A4')).body).toEqual({ ok: false, code: 'invalid_input' });
    });

    it('gives unknown addresses of the API as a refusal, not as the page', async () => {
      const { status, body } = await admin.get('/api/unknown', html);
      expect([status, body]).toEqual([404, { ok: false, code: 'not_found' }]);
    });
  });

  describe('headers', () => {
    it('forbid foreign scripts and frames, and nothing upgrades plain http', async () => {
      const { headers } = await admin.get('/', html);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain("script-src 'self';");
      expect(policy).toContain("frame-ancestors 'self'");
      expect(policy).toContain(`ws://127.0.0.1:${server.port}`);
      expect(policy).not.toContain('upgrade-insecure-requests');
      expect(headers.get('strict-transport-security')).toBeNull();
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('same-origin');
    });

    it('keep replies of the API out of every cache', async () => {
      expect((await admin.get('/api/session')).headers.get('cache-control')).toBe('no-store');
    });
  });

  describe('origin of writes', () => {
    const signOut = (browser: Browser, headers: Record<string, string> = {}) =>
      browser.post('/api/account/password', { current: 'x', next: 'a new password' }, headers);

    it.each([
      ['a foreign page', { origin: 'http://evil.example' }],
      ['another port', { origin: 'http://127.0.0.1:1' }],
      ['a page without origin', { origin: 'null' }],
    ])('is refused from %s', async (_, headers) => {
      expect((await signOut(admin, headers)).body).toEqual({ ok: false, code: 'origin_refused' });
    });

    it('is refused when a cookie comes without any origin', async () => {
      const bare = new Browser(server.origin, null);
      bare.cookie = admin.cookie;
      expect((await signOut(bare, { 'sec-fetch-site': 'cross-site' })).body).toMatchObject({ code: 'origin_refused' });
    });

    it('lets programs pass that have neither cookie nor origin', async () => {
      const program = new Browser(server.origin, null);
      const { status } = await program.post(
        '/api/session',
        { name: 'nobody', password: 'x' },
        { 'sec-fetch-site': 'none' },
      );
      expect(status).toBe(401);
    });
  });

  describe('bodies', () => {
    const raw = (body: string, type = 'application/json') =>
      fetch(`${server.origin}/api/session`, {
        method: 'POST',
        body,
        headers: { 'content-type': type, origin: server.origin },
      }).then(async (response) => [response.status, await response.json()]);

    it('that are not JSON are refused', async () => {
      const refusal = [400, { ok: false, code: 'invalid_input', details: { path: 'body' } }];
      expect(await raw('{')).toEqual(refusal);
      expect(await raw('{"__proto__":{}}')).toEqual(refusal);
    });

    it('of forms and plain text, as a foreign page could send them, are refused', async () => {
      expect(await raw('name=a', 'application/x-www-form-urlencoded')).toEqual([
        400,
        { ok: false, code: 'invalid_input' },
      ]);
      expect(await raw('{}', 'text/plain')).toEqual([400, { ok: false, code: 'invalid_input' }]);
    });

    it('above 256 kB are refused', async () => {
      expect(await raw(JSON.stringify({ name: 'x'.repeat(300_000) }))).toEqual([
        413,
        { ok: false, code: 'payload_too_large' },
      ]);
    });

    it('with wrong or unknown fields are refused, naming the field', async () => {
      const name = (await admin.post('/api/session', { name: 'x', password: 'y' })).body;
      expect(name).toEqual({ ok: false, code: 'invalid_input', details: { path: 'body.name' } });
      const unknown = (await admin.post('/api/session', { name: 'xx', password: 'y', admin: true })).body;
      expect(unknown).toEqual({ ok: false, code: 'invalid_input', details: { path: 'body.admin' } });
    });

    it('have no place where the route has none', async () => {
      expect((await admin.get('/api/question-sets/test-set/versions/1.0.0?all=1')).body).toMatchObject({
        details: { path: 'query' },
      });
    });
  });

  describe('health', () => {
    it('is alive and ready', async () => {
      expect((await admin.get('/api/health/live')).body).toEqual({ status: 'ok' });
      expect((await admin.get('/api/health/ready')).body).toEqual({ status: 'ok' });
    });
  });
});
