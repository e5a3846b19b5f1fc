import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type ClientFile, readClientFiles } from './client-files.js';

const YEAR = 'public, max-age=31536000, immutable';
const HOUR = 'public, max-age=3600';

/**
 * Serves the built client: hashed assets for a year, the page never from a cache without asking, and the page also for
 * its own addresses (`/j/…`), which exist in the browser alone.
 */
export async function serveClient(fastify: FastifyInstance, clientDir: string): Promise<void> {
  const files = await readClientFiles(clientDir);
  fastify.get('/*', (request, reply) => {
    const found = find(files, request);
    if (found === null) {
      reply.callNotFound();
      return reply;
    }
    reply.header('cache-control', found.cache);
    return send(found.file, request, reply);
  });
}

function find(
  files: ReadonlyMap<string, ClientFile>,
  request: FastifyRequest,
): { file: ClientFile; cache: string } | null {
  const name = nameIn(request.url);
  const file = name === 'index.html' ? undefined : files.get(name);
  if (file !== undefined) {
    return { file, cache: name.startsWith('assets/') ? YEAR : HOUR };
  }
  const page = isPage(name, request) ? files.get('index.html') : undefined;
  return page === undefined ? null : { file: page, cache: 'no-cache' };
}

/** Only a lookup in the map: no name can lead out of the folder. */
function nameIn(url: string): string {
  try {
    return decodeURIComponent(url.split('?')[0] ?? '').slice(1);
  } catch {
    return '';
  }
}

function isPage(name: string, request: FastifyRequest): boolean {
  const isServers = ['api', 'socket.io', 'assets'].some((folder) => name === folder || name.startsWith(`${folder}/`));
  // The front page is there for programs too that do not say what they want.
  return name === '' || (!isServers && (request.headers.accept ?? '').includes('text/html'));
}

function send(file: ClientFile, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  reply.header('etag', file.etag).header('vary', 'accept-encoding').type(file.type);
  if (request.headers['if-none-match'] === file.etag) {
    return reply.status(304).send();
  }
  const range = rangeOf(request.headers.range, file.plain.length);
  if (range !== null) {
    reply.header('content-range', `bytes ${range.from}-${range.to}/${file.plain.length}`);
    return reply.status(206).send(file.plain.subarray(range.from, range.to + 1));
  }
  const accepted = request.headers['accept-encoding'] ?? '';
  for (const encoding of ['br', 'gzip'] as const) {
    const packed = file[encoding];
    if (packed !== null && String(accepted).includes(encoding)) {
      return reply.header('content-encoding', encoding).send(packed);
    }
  }
  return reply.header('accept-ranges', 'bytes').send(file.plain);
}

/** Safari plays a video only from a server that answers `bytes=0-1`. Anything odd gets the whole file, as the RFC allows. */
function rangeOf(header: string | undefined, length: number): { from: number; to: number } | null {
  const [, first, last] = /^bytes=(\d{1,10})-(\d{0,10})$/.exec(header ?? '') ?? [];
  const from = Number(first);
  const to = Math.min(last === '' ? length - 1 : Number(last), length - 1);
  return first !== undefined && from <= to ? { from, to } : null;
}
