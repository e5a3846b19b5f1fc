import type { InputOf, ReplyOf } from '@anquanli/contract/exchange.js';
import { questionBankRoutes as routes } from '@anquanli/contract/question-bank.js';
import { Controller } from '@nestjs/common';
import { can } from '../../domain/identity/can.js';
import type { Actor } from '../../domain/identity/actor.js';
import { RefusalError, valueOf } from '../../platform/errors/refusal-error.js';
import { Handles } from '../../platform/http/handles.js';
import { CurrentActor, Input } from '../../platform/http/parameters.js';
import { QuestionSetService } from './question-set.service.js';

/** Released sets, for those who prepare rounds. */
@Controller()
export class QuestionSetController {
  constructor(private readonly sets: QuestionSetService) {}

  @Handles(routes.listSets)
  async listSets(@CurrentActor() actor: Actor): Promise<ReplyOf<typeof routes.listSets>> {
    admit(actor);
    return { sets: await this.sets.list() };
  }

  @Handles(routes.getSet)
  async getSet(
    @CurrentActor() actor: Actor,
    @Input() { params }: InputOf<typeof routes.getSet>,
  ): Promise<ReplyOf<typeof routes.getSet>> {
    admit(actor);
    return valueOf(await this.sets.get(params.setId, params.version));
  }
}

function admit(actor: Actor): void {
  if (!can(actor, 'question_sets.read')) {
    throw new RefusalError('forbidden');
  }
}
