import { systemRoutes } from '@anquanli/contract/system.js';
import { Controller, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { ApiDescription } from './api-description.js';
import { Handles } from './handles.js';

/** What the routes take and give, for programs that read OpenAPI. */
@Controller()
export class ApiDescriptionController {
  constructor(private readonly description: ApiDescription) {}

  @Handles(systemRoutes.describe)
  async describe(@Res() reply: FastifyReply): Promise<void> {
    await reply.type('application/json; charset=utf-8').send(this.description.text());
  }
}
