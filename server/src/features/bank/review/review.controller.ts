import { bankRoutes as routes } from '@anquanli/contract/bank.js';
import type { InputOf } from '@anquanli/contract/exchange.js';
import { Controller } from '@nestjs/common';
import type { Actor } from '../../../domain/identity/actor.js';
import { valueOf } from '../../../platform/errors/refusal-error.js';
import { Handles } from '../../../platform/http/handles.js';
import { CurrentActor, Input } from '../../../platform/http/parameters.js';
import { ReviewService } from './review.service.js';

/** The review queue. */
@Controller()
export class ReviewController {
  constructor(private readonly review: ReviewService) {}

  @Handles(routes.nextReview)
  async next(@Input() { params, query }: InputOf<typeof routes.nextReview>) {
    return valueOf(await this.review.next(params.setId, query));
  }

  @Handles(routes.answerBlind)
  async answer(@Input() { params, body }: InputOf<typeof routes.answerBlind>, @CurrentActor() actor: Actor) {
    const { version, answer } = body;
    return valueOf(await this.review.answer({ ...params, version, by: actor.accountId }, answer));
  }

  @Handles(routes.checkSource)
  async checkSource(@Input() { params, body }: InputOf<typeof routes.checkSource>, @CurrentActor() actor: Actor) {
    const { version, agrees, note } = body;
    return valueOf(await this.review.checkSource({ ...params, version, by: actor.accountId }, agrees, note));
  }
}
