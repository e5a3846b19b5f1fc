import { readFile } from 'node:fs/promises';
import type { Refusal } from '@anquanli/contract/error.js';
import { type DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Config } from '../config/config.js';
import { RefusalFilter } from '../errors/refusal.filter.js';
import { type Log } from '../logging/log.js';
import { NestLog } from '../logging/nest-log.js';
import { Metrics } from '../metrics/metrics.js';
import { addRequestMetrics } from '../metrics/request-metrics.js';
import { Random } from '../random/random.js';
import { addBodyParser, allowLargeBodies } from './body-parser.js';
import { ClientAddress } from './client-address.js';
import { PolicyGuard } from './policy.guard.js';
import { addRequestLog } from './request-log.js';
import { securityHeaders } from './security-headers.js';
import { addSecurityHooks } from './security-hooks.js';
import { serveClient } from './static-client.js';

export const BODY_LIMIT_BYTES = 256 * 1_024;

/** Builds the HTTP application around a module; not listening yet. */
export async function createHttpApp(module: DynamicModule, config: Config, log: Log): Promise<NestFastifyApplication> {
  const addresses = new ClientAddress(config);
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT_BYTES,
    frameworkErrors: refuseBadAddress,
    trustProxy: (address: string) => addresses.isTrusted(address),
    ...(config.tls && { https: await readTls(config.tls) }),
  });
  const fastify = adapter.getInstance();
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, {
    bodyParser: false,
    logger: new NestLog(log),
    abortOnError: false,
  });
  addRequestLog(fastify, log);
  addRequestMetrics(fastify, app.get(Metrics));
  addSecurityHooks(fastify, config.publicUrl);
  addBodyParser(fastify);
  const guard = app.get(PolicyGuard);
  allowLargeBodies(fastify, (policy, request) => guard.admit(policy, request));
  app.useGlobalGuards(guard);
  app.useGlobalFilters(new RefusalFilter(log, app.get(Random)));
  await serveClient(fastify, config.clientDir);
  return app;
}

/** Addresses that are none (`/%E0%A4`) never reach a hook, a route or the filter. */
function refuseBadAddress(_error: unknown, { host }: FastifyRequest, reply: FastifyReply): void {
  reply.headers(securityHeaders(host));
  reply.status(400).send({ ok: false, code: 'invalid_input' } satisfies Refusal);
}

async function readTls(tls: NonNullable<Config['tls']>): Promise<{ cert: Buffer; key: Buffer }> {
  const [cert, key] = await Promise.all([readFile(tls.certFile), readFile(tls.keyFile)]);
  return { cert, key };
}
