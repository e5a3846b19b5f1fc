import type { ReplyOf } from '@anquanli/contract/exchange.js';
import { systemRoutes } from '@anquanli/contract/system.js';
import { Controller, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Handles } from '../http/handles.js';
import { Readiness } from './readiness.js';

@Controller()
export class HealthController {
  constructor(private readonly readiness: Readiness) {}

  @Handles(systemRoutes.live)
  live(): ReplyOf<typeof systemRoutes.live> {
    return { status: 'ok' };
  }

  @Handles(systemRoutes.ready)
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<ReplyOf<typeof systemRoutes.ready>> {
    const status = await this.readiness.status();
    reply.status(status === 'ok' ? 200 : 503);
    return { status };
  }
}
