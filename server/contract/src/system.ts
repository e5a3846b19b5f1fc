import * as z from 'zod/mini';
import { route } from './exchange.js';

/** As much of an OpenAPI document as one can rely on: each path with its methods. The document holds all that OpenAPI 3.1 asks for. */
const ApiDescription = z.object({
  openapi: z.literal('3.1.0'),
  info: z.object({ title: z.string(), version: z.string() }),
  paths: z.record(z.string(), z.record(z.string(), z.object({ operationId: z.string(), summary: z.string() }))),
});

export const systemRoutes = {
  /** Is the process alive? */
  live: route('GET', '/api/health/live', { who: 'anyone' }, { reply: z.object({ status: z.literal('ok') }) }),
  /** Can it serve? 503 while starting, stopping, or without its database. */
  ready: route(
    'GET',
    '/api/health/ready',
    { who: 'anyone' },
    {
      reply: z.object({ status: z.enum(['ok', 'starting', 'stopping', 'database_down', 'clock_off']) }),
    },
  ),
  /** These routes as an OpenAPI 3.1 document, for tools that make clients or show pages of it. */
  describe: route('GET', '/api/docs', { who: 'anyone' }, { reply: ApiDescription }),
  /** Figures in Prometheus' text format, for whoever shows METRICS_TOKEN as a bearer; `not_found` where none is set. */
  metrics: route('GET', '/metrics', { who: 'anyone' }),
} as const;
