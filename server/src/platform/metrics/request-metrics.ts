import type { FastifyInstance } from 'fastify';
import type { Metrics } from './metrics.js';

/** How long each route takes. The route as declared, never the address asked for. */
export function addRequestMetrics(fastify: FastifyInstance, metrics: Metrics): void {
  const seconds = metrics.histogram({
    name: 'http_request_seconds',
    help: 'From the arrival of a request to the end of its reply.',
    labels: ['method', 'route', 'status'],
  });
  fastify.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none';
    seconds.observe({ method: request.method, route, status: String(reply.statusCode) }, reply.elapsedTime / 1_000);
  });
}
