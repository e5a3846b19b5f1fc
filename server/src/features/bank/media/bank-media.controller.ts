import { bankRoutes as routes } from '@anquanli/contract/bank.js';
import type { InputOf } from '@anquanli/contract/exchange.js';
import { Controller } from '@nestjs/common';
import type { Actor } from '../../../domain/identity/actor.js';
import { valueOf } from '../../../platform/errors/refusal-error.js';
import { Handles } from '../../../platform/http/handles.js';
import { CurrentActor, Input } from '../../../platform/http/parameters.js';
import { BankMediaService } from './bank-media.service.js';

/** Pictures of a set on the desk. */
@Controller()
export class BankMediaController {
  constructor(private readonly media: BankMediaService) {}

  @Handles(routes.media)
  async list(@Input() { params }: InputOf<typeof routes.media>) {
    return { media: valueOf(await this.media.of(params.setId)) };
  }

  @Handles(routes.addMedia)
  async add(@Input() { params, body }: InputOf<typeof routes.addMedia>, @CurrentActor() actor: Actor) {
    return valueOf(await this.media.add(params.setId, body, actor.accountId));
  }

  @Handles(routes.describeMedia)
  async describe(@Input() { params, body }: InputOf<typeof routes.describeMedia>, @CurrentActor() actor: Actor) {
    return valueOf(await this.media.describe(params.setId, params.mediaId, body.alt, actor.accountId));
  }
}
