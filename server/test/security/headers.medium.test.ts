import { mkdir, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { connect } from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aQuestionSet, writeReleases } from '../support/releases.js';
import { startTestServer, type TestServer } from '../support/start-server.js';

/** One of each kind of reply that a browser may be made to open. */
const REPLIES: readonly (readonly [what: string, address: string, status: number])[] = [
  ['the page', '/', 200],
  ['a file of the client', '/assets/app-1a2b.js', 200],
  ['a file that is not there', '/assets/gone.js', 404],
  ['a reply of the API', '/api/session', 200],
  ['a refusal', '/api/accounts', 401],
  ['an unknown route', '/api/unknown', 404],
  ['the description of the API', '/api/docs', 200],
  ['a picture that is not there', `/api/media/${'0'.repeat(64)}`, 404],
  ['the figures', '/metrics', 401],
  ['an address that is none', '/%E0%A4', 400],
  ['a socket that polls', '/socket.io/?EIO=4&transport=polling', 200],
  ['a socket that is none', '/socket.io/?EIO=9', 400],
];

describe('every reply', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startTestServer({
      config: { metricsToken: 'of-the-header-tests' },
      prepare: async ({ clientDir, releasesDir }) => {
        await writeReleases(releasesDir, [aQuestionSet()]);
        await mkdir(path.join(clientDir, 'assets'), { recursive: true });
        await writeFile(path.join(clientDir, 'index.html'), '<!doctype html>安全力');
        await writeFile(path.join(clientDir, 'assets', 'app-1a2b.js'), 'console.log(1)');
      },
    });
  });
  afterAll(() => server.remove());

  const open = (address: string) => fetch(`${server.origin}${address}`, { headers: { accept: 'text/html,*/*' } });

  it.each(REPLIES)(
    'has its policy and its type, and runs no script of anybody else: %s',
    async (_, address, status) => {
      const { headers, ...reply } = await open(address).then(async (got) => ({
        ...{ headers: got.headers, status: got.status, text: await got.text() },
      }));
      expect(reply.status).toBe(status);
      const policy = new Map(
        (headers.get('content-security-policy') ?? '').split(';').map((directive) => {
          const [name = '', ...sources] = directive.trim().split(' ');
          return [name, sources];
        }),
      );
      expect(policy.get('script-src')).toEqual(["'self'"]);
      expect(policy.get('default-src')).toEqual(["'self'"]);
      expect(policy.get('object-src')).toEqual(["'none'"]);
      expect(policy.get('base-uri')).toEqual(["'none'"]);
      expect(policy.get('frame-ancestors')).toEqual(["'self'"]);
      expect([...policy.values()].flat()).not.toContain("'unsafe-eval'");
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('same-origin');
      expect(headers.get('content-type')).toMatch(/^[a-z]+\/[a-z-]+(; ?charset=utf-8)?$/i);
    },
  );

  it.each(REPLIES.map(([what, address]) => [what, address] as const))(
    'lets no other origin read it, and says nothing of what made it: %s',
    async (_, address) => {
      const { headers } = await fetch(`${server.origin}${address}`, { headers: { origin: 'http://evil.example' } });
      for (const name of ['access-control-allow-origin', 'access-control-allow-credentials', 'x-powered-by', 'server'])
        expect([name, headers.get(name)]).toEqual([name, null]);
    },
  );

  it.each(['TRACE', 'OPTIONS', 'PROPFIND'])('is none to %s', async (method) => {
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const sent = request(`${server.origin}/api/session`, { method }, (reply) => {
        reply.resume();
        resolve(reply.statusCode);
      });
      sent.on('error', reject).end();
    });
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
  });

  it('is one only to a message whose length is not told twice', async () => {
    const smuggled =
      'POST /api/session HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET / HTTP/1.1\r\n\r\n';
    const text = await new Promise<string>((resolve, reject) => {
      const socket = connect(server.port, '127.0.0.1', () => socket.end(smuggled));
      let got = '';
      socket.on('data', (part) => (got += String(part)));
      socket.on('close', () => resolve(got)).on('error', reject);
    });
    expect(text).toMatch(/^HTTP\/1\.1 400 /);
    expect(text.match(/HTTP\/1\.1/g)).toHaveLength(1);
  });
});
