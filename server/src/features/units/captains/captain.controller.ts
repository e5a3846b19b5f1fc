import type { InputOf } from '@anquanli/contract/exchange.js';
import { unitRoutes as routes } from '@anquanli/contract/units.js';
import { Controller } from '@nestjs/common';
import type { Actor } from '../../../domain/identity/actor.js';
import { RefusalError, valueOf } from '../../../platform/errors/refusal-error.js';
import { Handles } from '../../../platform/http/handles.js';
import { CurrentActor, Input } from '../../../platform/http/parameters.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { CaptainsApi } from '../../identity/captains.api.js';
import { UnitLog } from '../tree/unit-log.service.js';
import { reaches } from '../tree/unit-scope.js';
import { UnitTreeService } from '../tree/unit-tree.service.js';

/** Captains of units. */
@Controller()
export class CaptainController {
  constructor(
    private readonly captains: CaptainsApi,
    private readonly trees: UnitTreeService,
    private readonly unitOfWork: UnitOfWork,
    private readonly log: UnitLog,
  ) {}

  @Handles(routes.captains)
  async list(@Input() { params }: InputOf<typeof routes.captains>, @CurrentActor() actor: Actor) {
    return { captains: await this.captains.of(await this.subtree(actor, params.unitId)) };
  }

  @Handles(routes.createCaptain)
  async create(@Input() { params, body }: InputOf<typeof routes.createCaptain>, @CurrentActor() actor: Actor) {
    const { unitId } = params;
    await this.subtree(actor, unitId);
    return valueOf(
      await this.captains.create({ ...body, unitId }, (tx) =>
        this.log.note(tx, unitId, actor.accountId, 'captain_made', body.name),
      ),
    );
  }

  @Handles(routes.updateCaptain)
  async update(@Input() { params, body }: InputOf<typeof routes.updateCaptain>, @CurrentActor() actor: Actor) {
    const { unitId, accountId } = params;
    const changed = valueOf(await this.captains.change(accountId, await this.subtree(actor, unitId), body));
    await this.unitOfWork.run((tx) => this.log.note(tx, unitId, actor.accountId, 'captain_changed', changed.name));
    return changed;
  }

  private async subtree(actor: Actor, unitId: string): Promise<string[]> {
    const tree = await this.trees.tree();
    if (!reaches(actor, 'captains.manage', tree, unitId)) throw new RefusalError('not_found');
    return tree.subtree(unitId);
  }
}
