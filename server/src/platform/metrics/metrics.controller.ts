import { timingSafeEqual } from 'node:crypto';
import { systemRoutes } from '@anquanli/contract/system.js';
import { Controller, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Config } from '../config/config.js';
import { RefusalError } from '../errors/refusal-error.js';
import { Handles } from '../http/handles.js';
import { hashToken } from '../random/random.js';
import { Metrics } from './metrics.js';

/** For Prometheus alone: it shows the operator's token. Without METRICS_TOKEN there is no such page. */
@Controller()
export class MetricsController {
  constructor(
    private readonly config: Config,
    private readonly metrics: Metrics,
  ) {}

  @Handles(systemRoutes.metrics)
  async show(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { metricsToken } = this.config;
    if (metricsToken === null) throw new RefusalError('not_found');
    const shown = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
    if (!isSame(shown, metricsToken)) throw new RefusalError('not_signed_in');
    await reply.type(this.metrics.contentType).send(await this.metrics.text());
  }
}

/** Takes as long whatever differs. */
function isSame(a: string, b: string): boolean {
  return timingSafeEqual(Buffer.from(hashToken(a)), Buffer.from(hashToken(b)));
}
