import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { errorCode } from '../errors/error-code.js';

/** One file of the built client, ready to send; `br` and `gzip` are the compressed twins that the build made. */
export interface ClientFile {
  readonly type: string;
  readonly etag: string;
  readonly plain: Buffer;
  readonly br: Buffer | null;
  readonly gzip: Buffer | null;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.mp4': 'video/mp4',
  '.webm': 'video/webm',
  '.wasm': 'application/wasm',
};

/** Reads the whole client into memory (a few megabytes), by path with slashes. Empty when it has not been built. */
export async function readClientFiles(folder: string): Promise<Map<string, ClientFile>> {
  const names = await namesIn(folder);
  const present = new Set(names);
  const read = (name: string) => readFile(path.join(folder, name));
  const twin = async (name: string) => (present.has(name) ? read(name) : null);
  const originals = names.filter((name) => !/\.(br|gz|map)$/.test(name));
  const entries = originals.map(async (name): Promise<[string, ClientFile]> => {
    const plain = await read(name);
    const etag = `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`;
    const type = TYPES[path.extname(name)] ?? 'application/octet-stream';
    return [name, { type, etag, plain, br: await twin(`${name}.br`), gzip: await twin(`${name}.gz`) }];
  });
  return new Map(await Promise.all(entries));
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'));
  } catch (error) {
    if (errorCode(error) === 'ENOENT') {
      return [];
    }
    throw error;
  }
}
