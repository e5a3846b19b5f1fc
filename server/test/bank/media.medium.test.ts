import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { BANK_LIMITS, type BankMedia } from '@anquanli/contract/bank.js';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import sharp, { type Sharp } from 'sharp';
import { rowsOf } from '../edges/rows.js';
import type { Browser } from '../support/browser.js';
import { aContent, Desk } from '../support/desk.js';
import { startTestServer, type TestServer } from '../support/start-server.js';

describe('pictures of the desk', () => {
  let server: TestServer;
  let admin: Browser;
  let desk: Desk;

  beforeAll(async () => {
    server = await startTestServer();
    admin = await server.setUpAdmin();
    desk = await Desk.open(admin);
  });

  afterAll(async () => server.remove());

  const bring = (file: Uint8Array, more: object = {}) => {
    const content = Buffer.from(file).toString('base64');
    return admin.post(desk.path('/media'), { alt: '一处工地', content, ...more });
  };
  const brought = async (file: Uint8Array, more: object = {}) => {
    const { status, body } = await bring(file, more);
    expect(status).toBe(200);
    return body as BankMedia;
  };
  const list = async () => ((await admin.get(desk.path('/media'))).body as { media: BankMedia[] }).media;
  const served = async (sha256: string, headers: Record<string, string> = {}) =>
    fetch(`${server.origin}/api/media/${sha256}`, { headers });
  const bytesOf = async ({ sha256 }: BankMedia) => Buffer.from(await (await served(sha256)).arrayBuffer());

  describe('are told by their bytes', () => {
    it.each(['png', 'jpeg', 'webp', 'gif'] as const)('%s is taken', async (format) => {
      const file = await aPicture(40, 30).toFormat(format).toBuffer();
      const medium = await brought(file);
      expect(medium).toMatchObject({ mime: 'image/webp', width: 40, height: 30, alt: '一处工地', usedBy: 0 });
      expect(medium.path).toBe(`media/${medium.sha256.slice(0, 16)}.webp`);
      expect((await sharp(await bytesOf(medium)).metadata()).format).toBe('webp');
    });

    it.each(notPictures())('%s is refused, and nothing is kept of it', async (_, file) => {
      const before = await rowsOf(server);
      const started = performance.now();
      expect(await bring(await file())).toMatchObject({
        status: 400,
        body: { ok: false, code: 'picture_unreadable', details: { path: 'content' } },
      });
      expect(performance.now() - started).toBeLessThan(5_000);
      expect(await rowsOf(server)).toBe(before);
    });

    it('a moving GIF is taken for its first frame', async () => {
      const frames = [aColour('#d2322d'), aColour('#2e8b57')];
      const file = await sharp(await Promise.all(frames.map((frame) => frame.png().toBuffer())), {
        join: { animated: true },
      })
        .gif({ delay: [100, 100] })
        .toBuffer();
      const kept = await sharp(await bytesOf(await brought(file))).metadata();
      expect([kept.width, kept.height, kept.pages ?? 1]).toEqual([20, 20, 1]);
    });
  });

  describe('are encoded anew', () => {
    it('without the notes on place and camera', async () => {
      const file = await aPicture(60, 40)
        .jpeg()
        .withExif({
          IFD0: { Make: 'Spy', Artist: '张三' },
          IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '39/1 54/1 0/1', GPSLongitude: '116/1 23/1 0/1' },
        })
        .withIccProfile('p3')
        .toBuffer();
      expect((await sharp(file).metadata()).exif).toBeDefined();
      const bytes = await bytesOf(await brought(file));
      const { exif, xmp, iptc } = await sharp(bytes).metadata();
      expect([exif, xmp, iptc]).toEqual([undefined, undefined, undefined]);
      expect(bytes.includes('Spy') || bytes.includes('张三')).toBe(false);
    });

    it('without what hangs on behind the picture', async () => {
      const script = '<script>alert(1)</script>';
      const file = Buffer.concat([await aPicture(50, 50).png().toBuffer(), Buffer.from(script)]);
      expect((await bytesOf(await brought(file))).includes(script)).toBe(false);
    });

    it('upright, as the camera was held', async () => {
      const file = await aPicture(80, 30).jpeg().withMetadata({ orientation: 6 }).toBuffer();
      const medium = await brought(file);
      expect([medium.width, medium.height]).toEqual([30, 80]);
      expect((await sharp(await bytesOf(medium)).metadata()).orientation).toBeUndefined();
    });

    it('no larger than any screen shows, in the same proportion, and small ones as they are', async () => {
      const wide = await brought(await aPicture(4_000, 2_000).jpeg().toBuffer());
      expect([wide.width, wide.height]).toEqual([1_920, 960]);
      const tall = await brought(await aPicture(500, 3_840).png().toBuffer());
      expect([tall.width, tall.height]).toEqual([250, 1_920]);
      const small = await brought(await aPicture(7, 5).png().toBuffer());
      expect([small.width, small.height]).toEqual([7, 5]);
    });
  });

  it('are one entry however often they are brought, and keep their description', async () => {
    const file = await aPicture(33, 44).png().toBuffer();
    const first = await brought(file, { alt: '第一次的说明' });
    const count = (await list()).length;
    const again = await Promise.all([brought(file, { alt: '另一个说明' }), brought(file)]);
    expect(again).toEqual([first, first]);
    expect(await list()).toHaveLength(count);
  });

  it('are entries of their own in each set, with the same bytes', async () => {
    const file = await aPicture(21, 22).png().toBuffer();
    const here = await brought(file);
    const other = await Desk.open(admin, 'other-set');
    const { body } = await admin.post(other.path('/media'), {
      alt: '别处的说明',
      content: file.toString('base64'),
    });
    expect(body).toEqual({ ...here, alt: '别处的说明' });
    expect((await list()).find(({ id }) => id === here.id)?.alt).toBe('一处工地');
  });

  it('are never without a description', async () => {
    const file = await aPicture(9, 9).png().toBuffer();
    const count = (await list()).length;
    for (const alt of ['', '   ', undefined, null, 7, '长'.repeat(301)]) {
      const { status, body } = await bring(file, { alt });
      expect({ alt, status, body }).toEqual({
        ...{ alt, status: 400 },
        body: { ok: false, code: 'invalid_input', details: { path: 'body.alt' } },
      });
    }
    expect(await list()).toHaveLength(count);
    const { id } = await brought(file, { alt: ' 一处工地，\n门口积水 ' });
    const put = (alt: string) => admin.put(desk.path(`/media/${id}`), { alt });
    expect(await put(' ')).toMatchObject({ status: 400, body: { code: 'invalid_input' } });
    expect(await put('门口积水')).toMatchObject({ status: 200, body: { id, alt: '门口积水' } });
    expect(await admin.put(desk.path('/media/no-picture'), { alt: '没有' })).toMatchObject({
      ...{ status: 400, body: { code: 'media_unknown' } },
    });
  });

  it('count the questions that show them', async () => {
    const { id } = await brought(await aPicture(12, 13).png().toBuffer());
    await desk.write(aContent({ media: [id] }));
    expect((await list()).find((one) => one.id === id)?.usedBy).toBe(1);
  });

  describe('that are too large are told so', () => {
    const MEGABYTE = 1_024 * 1_024;
    it.each([
      ['nine million bytes', 9_000_000, { details: { maximum: BANK_LIMITS.mediaBytes } }],
      ['one byte more than is taken', BANK_LIMITS.mediaBytes + 1, { details: { maximum: BANK_LIMITS.mediaBytes } }],
      ['more than any body may have', 9 * MEGABYTE, {}],
    ])('%s', async (_, size, details) => {
      const before = await rowsOf(server);
      const { status, body } = await bring(Buffer.alloc(size, 1));
      expect({ status, body }).toEqual({ status: 413, body: { ok: false, code: 'payload_too_large', ...details } });
      expect(await rowsOf(server)).toBe(before);
    });

    it('but as many bytes as are allowed are read', async () => {
      const file = Buffer.concat([await aPicture(15, 16).png().toBuffer(), Buffer.alloc(BANK_LIMITS.mediaBytes)]);
      expect((await brought(file.subarray(0, BANK_LIMITS.mediaBytes))).width).toBe(15);
    });
  });

  it.each(['', '====', 'a b c d', 'data:image/png;base64,aaaa', '图片图片'])(
    'are not read from %j, which is no base64',
    async (content) => {
      const { status, body } = await bring(Buffer.alloc(0), { content });
      expect({ status, body }).toMatchObject({ status: 400, body: { code: 'invalid_input' } });
    },
  );

  describe('at their address', () => {
    it('are for anybody, for ever, and can do nothing but be looked at', async () => {
      const medium = await brought(await aPicture(24, 25).png().toBuffer());
      const response = await served(medium.sha256);
      expect(response.status).toBe(200);
      const bytes = Buffer.from(await response.arrayBuffer());
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(medium.sha256);
      expect(bytes.byteLength).toBe(medium.bytes);
      const { headers } = response;
      expect(headers.get('content-type')).toBe('image/webp');
      expect(headers.get('content-length')).toBe(String(medium.bytes));
      expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
      expect(headers.get('etag')).toBe(`"${medium.sha256}"`);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(headers.get('set-cookie')).toBeNull();
    });

    it('are not sent again to who has them', async () => {
      const { sha256 } = await brought(await aPicture(26, 27).png().toBuffer());
      const response = await served(sha256, { 'if-none-match': `"${sha256}"` });
      expect([response.status, await response.text()]).toEqual([304, '']);
    });

    it('are not there when nobody brought them', async () => {
      const response = await served('0'.repeat(64));
      expect([response.status, await response.json()]).toEqual([404, { ok: false, code: 'not_found' }]);
      expect(response.headers.get('cache-control')).toBe('no-store');
    });
  });
});

/** One colour, made from the size: no two sizes give the same bytes. */
function aPicture(width: number, height: number): Sharp {
  return sharp({ create: { width, height, channels: 3, background: { r: width % 256, g: height % 256, b: 80 } } });
}

function aColour(background: string): Sharp {
  return sharp({ create: { width: 20, height: 20, channels: 3, background } });
}

function notPictures(): [string, () => Uint8Array | Promise<Uint8Array>][] {
  const text = (words: string) => () => Buffer.from(words);
  const cut = async (format: 'png' | 'jpeg' | 'webp' | 'gif', share: number) => {
    const raw = { width: 200, height: 200, channels: 3 } as const;
    const noise = await sharp(aNoise(200, 200), { raw }).toFormat(format).toBuffer();
    return noise.subarray(0, Math.floor(noise.byteLength * share));
  };
  return [
    ['a drawing', text('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>')],
    ['a drawing behind an XML head', text('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['a page', text('<!doctype html><img src=x onerror=alert(1)>')],
    ['a document', text('%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>')],
    ['a program', () => Buffer.from('4d5a90000300000004000000ffff0000', 'hex')],
    ['a TIFF', () => aPicture(10, 10).tiff().toBuffer()],
    ['an AVIF', () => aPicture(16, 16).avif().toBuffer()],
    ['four bytes', () => Buffer.alloc(4, 0xff)],
    ['zeros', () => Buffer.alloc(64 * 1_024)],
    ['a PNG that ends in the middle', () => cut('png', 0.5)],
    ['a JPEG that ends in the middle', () => cut('jpeg', 0.5)],
    ['a WebP that ends in the middle', () => cut('webp', 0.5)],
    ['a GIF that ends in the middle', () => cut('gif', 0.5)],
    ['only the head of a PNG', () => cut('png', 0.001)],
    ['a PNG of 40,000 × 40,000 pixels in a few kilobytes', () => aPngOf(40_000, 40_000)],
    ['a PNG of a pixel more than are taken', () => aPngOf(8_000, 5_001)],
    ['a GIF that claims 65,535 × 65,535 pixels', () => aGifOf(65_535, 65_535)],
  ];
}

function aNoise(width: number, height: number): Buffer {
  const bytes = Buffer.alloc(width * height * 3);
  let state = 7;
  for (let at = 0; at < bytes.length; at += 1) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    bytes[at] = state >> 16;
  }
  return bytes;
}

/** A real PNG in one bit of grey: large for who inflates it, small on the way. */
function aPngOf(width: number, height: number): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head[8] = 1;
  const rows = deflateSync(Buffer.alloc((Math.ceil(width / 8) + 1) * Math.min(height, 5_001)));
  const signature = Buffer.from('89504e470d0a1a0a', 'hex');
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))]);
}

function chunk(type: string, data: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(typed));
  return Buffer.concat([length, typed, sum]);
}

function crc32(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}

/** The data of one pixel in a GIF that claims to be of this size, screen and frame. */
function aGifOf(width: number, height: number): Buffer {
  const gif = Buffer.from('R0lGODlhAQABAIAAAP///wAAACwAAAAAAQABAAACAkQBADs=', 'base64');
  for (const at of [6, 24]) {
    gif.writeUInt16LE(width, at);
    gif.writeUInt16LE(height, at + 2);
  }
  return gif;
}
