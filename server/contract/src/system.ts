import * as z from 'zod/mini';
import { route } from './exchange.js';

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
  /** Figures in Prometheus' text format, for whoever shows METRICS_TOKEN as a bearer; `not_found` where none is set. */
  metrics: route('GET', '/metrics', { who: 'anyone' }),
} as const;
