import type { FastifyInstance } from 'fastify';
import type { Log } from '../logging/log.js';

/** One line a request: the route as declared, never the address asked for, since that may hold a code or a token. */
export function addRequestLog(fastify: FastifyInstance, log: Log): void {
  fastify.addHook('onResponse', async (request, reply) => {
    const fields = {
      requestId: request.id,
      method: request.method,
      route: request.routeOptions.url ?? null,
      status: reply.statusCode,
      elapsedMs: Math.round(reply.elapsedTime),
    };
    if (reply.statusCode >= 500) {
      log.warn(fields, 'request');
    } else {
      log.debug(fields, 'request');
    }
  });
}
