import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { loadReleases } from '@anquanli/question-bank/load-release.js';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { MediaRepository } from '../../src/features/questions/media/media.repository.js';
import { ReleaseLoader } from '../../src/features/questions/release-loader.service.js';
import { QuestionsApi } from '../../src/features/questions/questions.api.js';
import { aSetOfAllKinds } from '../support/all-kinds.js';
import { ENGINES, type Place } from '../support/engines.js';
import { writeReleases } from '../support/releases.js';
import { startTestServer, type TestServer } from '../support/start-server.js';
import { tempDir } from '../support/temp-dir.js';

const { set, files } = aSetOfAllKinds();
const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
const DRAWING = files['media/store-room.svg'] ?? Buffer.alloc(0);

describe.each(ENGINES)('pictures on $engine', ({ place }) => {
  let found: Place;
  let server: TestServer;

  beforeAll(async () => {
    found = await place();
    server = await startTestServer({
      config: found.database ? { database: found.database } : {},
      prepare: ({ releasesDir }) => writeReleases(releasesDir, [set], files),
    });
  }, 120_000);

  afterAll(async () => {
    await server.remove();
    await found.remove();
  });

  const get = (hash: string, headers: Record<string, string> = {}) =>
    fetch(`${server.origin}/api/media/${hash}`, { headers });

  it('are served to anybody, byte for byte, to be kept for ever', async () => {
    const response = await get(hashOf(DRAWING));
    expect(response.status).toBe(200);
    expect(Buffer.from(await response.arrayBuffer()).equals(DRAWING)).toBe(true);
    expect(response.headers.get('content-type')).toBe('image/svg+xml');
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('that are drawings may do nothing but be looked at', async () => {
    const { headers } = await get(hashOf(DRAWING));
    expect(headers.get('content-security-policy')).toBe("sandbox; default-src 'none'; style-src 'unsafe-inline'");
  });

  it('are not sent again to whoever has them', async () => {
    const { headers } = await get(hashOf(DRAWING));
    const again = await get(hashOf(DRAWING), { 'if-none-match': headers.get('etag') ?? '' });
    expect([again.status, await again.text()]).toEqual([304, '']);
  });

  it('that are not there are refused with a code, and nobody keeps that', async () => {
    const response = await get('0'.repeat(64));
    expect([response.status, await response.json()]).toEqual([404, { ok: false, code: 'not_found' }]);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect((await get('..%2F..%2Fetc')).status).toBe(400);
  });

  it('are there for a whole hall that asks at once from behind one address', async () => {
    const answers = await Promise.all(Array.from({ length: 500 }, () => get(hashOf(DRAWING))));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    await Promise.all(answers.map((answer) => answer.arrayBuffer()));
  });

  it('may be as large as the bank allows', async () => {
    const bytes = Buffer.alloc(5_242_880, 'ÿ');
    const repository = server.app.get(MediaRepository);
    const medium = { sha256: hashOf(bytes), mime: 'image/png', bytes, width: 1, height: 1, createdAt: 1 };
    await repository.keep(medium);
    await repository.keep(medium);
    const answer = await get(hashOf(bytes));
    expect(Buffer.from(await answer.arrayBuffer()).equals(bytes)).toBe(true);
  });

  it('know how large they are, measured where the set does not say', async () => {
    const questions = await server.app.get(QuestionsApi).questionsOf('all-kinds', '1.0.0');
    const [single, , boolean] = questions;
    expect(boolean?.media).toMatchObject([{ sha256: hashOf(DRAWING), width: 1_200, height: 800 }]);
    expect(single).toMatchObject({ options: [{ media: { width: 240, height: 200, alt: '黄色三角形' } }, {}] });
  });

  it('are not read again with a version that is known', async () => {
    const known = await server.app.get(QuestionsApi).findVersion('all-kinds', '1.0.0');
    const read = () => Promise.reject(new Error('read again'));
    await server.app
      .get(ReleaseLoader)
      .load([{ ...set, status: 'released', contentHash: known?.contentHash ?? '' }], read);
    // A new version with the same pictures has them already.
    const next = { ...set, version: '1.1.0', status: 'released' as const, contentHash: `sha256:${'1'.repeat(64)}` };
    await server.app.get(ReleaseLoader).load([next], read);
    expect(await server.app.get(QuestionsApi).questionsOf('all-kinds', '1.1.0')).toHaveLength(set.questions.length);
  });
});

describe('a picture of a new version', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(async () => server.remove());

  /** The set with other bytes for the green sign, of which it does not say how large it is. */
  const withSign = (version: string, bytes: Buffer, mime: 'image/jpeg' | 'image/svg+xml') => {
    const other = { mime, sha256: `sha256:${hashOf(bytes)}`, bytes: bytes.length };
    const media = set.media.map((each) => (each.id === 'sign-green' ? { ...each, ...other } : each));
    return { ...set, version, media, status: 'released' as const, contentHash: `sha256:${hashOf(bytes)}` };
  };
  const load = (version: string, bytes: Buffer, mime: 'image/jpeg' | 'image/svg+xml') =>
    server.app
      .get(ReleaseLoader)
      .load([withSign(version, bytes, mime)], (_, { id, path: name }) =>
        Promise.resolve(id === 'sign-green' ? bytes : (files[name] ?? Buffer.alloc(0))),
      );

  it('stops the start, saying which, when it is none', async () => {
    await expect(load('2.0.0', Buffer.from('no picture'), 'image/svg+xml')).rejects.toThrow(
      'media/sign-green.svg of question set all-kinds 2.0.0 cannot be read',
    );
    expect(await server.app.get(QuestionsApi).findVersion('all-kinds', '2.0.0')).toBeNull();
  });

  it('is measured upright, as browsers show it', async () => {
    const blank = { width: 40, height: 30, channels: 3, background: '#888' } as const;
    const photo = await sharp({ create: blank }).jpeg().withMetadata({ orientation: 6 }).toBuffer();
    await load('3.0.0', photo, 'image/jpeg');
    const [single] = await server.app.get(QuestionsApi).questionsOf('all-kinds', '3.0.0');
    expect(single).toMatchObject({ options: [{}, { media: { width: 30, height: 40 } }] });
  });

  it('that is missing or another one makes the released set unusable', async () => {
    const { dir, remove } = await tempDir();
    await writeReleases(dir, [set], files);
    expect(await loadReleases(dir)).toHaveLength(1);
    await rm(path.join(dir, set.id, 'media/sign-green.svg'));
    await expect(loadReleases(dir)).rejects.toThrow('media/sign-green.svg is missing or not the released file');
    await remove();
  });
});
