import { readdirSync } from 'node:fs';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

const YEAR = 'public, max-age=31536000, immutable';
const HOUR = 'public, max-age=3600';

/**
 * Serves the built client: hashed assets for a year, the page never from a cache, and the page also for its own addresses
 * (`/j/…`), which exist in the browser alone. Compressed twins (`.br`, `.gz`) made by the build are preferred.
 */
export async function serveClient(fastify: FastifyInstance, clientDir: string): Promise<void> {
  const files = filesOf(clientDir);
  await fastify.register(fastifyStatic, { root: clientDir, serve: false, preCompressed: true, cacheControl: false });
  fastify.get('/*', (request, reply) => answer(files, request, reply));
}

function answer(files: ReadonlySet<string>, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const file = decodeURIComponent(request.url.split('?')[0] ?? '').slice(1);
  if (file !== 'index.html' && files.has(file)) {
    return reply.header('cache-control', file.startsWith('assets/') ? YEAR : HOUR).sendFile(file);
  }
  if (isPage(file, request) && files.has('index.html')) {
    return reply.header('cache-control', 'no-cache').sendFile('index.html');
  }
  reply.callNotFound();
  return reply;
}

function isPage(file: string, request: FastifyRequest): boolean {
  const isServers = ['api', 'socket.io', 'assets'].some((folder) => file === folder || file.startsWith(`${folder}/`));
  return !isServers && (request.headers.accept ?? '').includes('text/html');
}

/** Paths below the folder, with slashes on every system. Empty when the client has not been built. */
function filesOf(clientDir: string): Set<string> {
  try {
    const entries = readdirSync(clientDir, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile());
    return new Set(
      files.map((file) => path.relative(clientDir, path.join(file.parentPath, file.name)).replaceAll(path.sep, '/')),
    );
  } catch {
    return new Set();
  }
}
