import type { FastifyInstance, FastifyRequest } from 'fastify';
import { RefusalError } from '../errors/refusal-error.js';
import { securityHeaders } from './security-headers.js';
import { isOriginAllowed } from './origin.js';
import { SESSION_COOKIE, sessionIdFromCookie } from './session-cookie.js';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** What holds for every request and reply, whatever route: origin of writes, headers, the cookie's Secure. */
export function addSecurityHooks(fastify: FastifyInstance, publicUrl: string | null): void {
  fastify.addHook('onRequest', async (request, reply) => {
    reply.headers(securityHeaders(request.host));
    if (!SAFE_METHODS.has(request.method) && !isWriteAllowed(request, publicUrl)) {
      throw new RefusalError('origin_refused');
    }
  });
  fastify.addHook('onSend', async (request, reply) => {
    if (request.url.startsWith('/api/') && !reply.hasHeader('cache-control')) {
      reply.header('cache-control', 'no-store');
    }
    const cookie = reply.getHeader('set-cookie');
    if (request.protocol === 'https' && typeof cookie === 'string' && cookie.startsWith(`${SESSION_COOKIE}=`)) {
      reply.header('set-cookie', `${cookie}; Secure`);
    }
  });
}

function isWriteAllowed(request: FastifyRequest, publicUrl: string | null): boolean {
  const fetchSite = request.headers['sec-fetch-site'];
  return isOriginAllowed({
    origin: request.headers.origin,
    fetchSite: typeof fetchSite === 'string' ? fetchSite : undefined,
    host: request.host,
    publicUrl,
    hasSession: sessionIdFromCookie(request.headers) !== null,
  });
}
