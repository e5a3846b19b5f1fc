import type { InputOf } from '@anquanli/contract/exchange.js';
import { unitRoutes as routes } from '@anquanli/contract/units.js';
import { Controller } from '@nestjs/common';
import type { Actor } from '../../../domain/identity/actor.js';
import { RefusalError, valueOf } from '../../../platform/errors/refusal-error.js';
import { Handles } from '../../../platform/http/handles.js';
import { CurrentActor, Input } from '../../../platform/http/parameters.js';
import { reaches } from '../tree/unit-scope.js';
import { UnitTreeService } from '../tree/unit-tree.service.js';
import { UnitCodes } from './unit-codes.service.js';

/** Registration codes at the desk. */
@Controller()
export class UnitCodeController {
  constructor(
    private readonly codes: UnitCodes,
    private readonly trees: UnitTreeService,
  ) {}

  @Handles(routes.codes)
  async list(@Input() { params }: InputOf<typeof routes.codes>, @CurrentActor() actor: Actor) {
    await this.reach(actor, params.unitId);
    return { codes: await this.codes.of(params.unitId) };
  }

  @Handles(routes.rotateCode)
  async rotate(@Input() { params, body }: InputOf<typeof routes.rotateCode>, @CurrentActor() actor: Actor) {
    await this.reach(actor, params.unitId);
    return valueOf(await this.codes.rotate(actor.accountId, params.unitId, body));
  }

  @Handles(routes.revokeCode)
  async revoke(@Input() { params }: InputOf<typeof routes.revokeCode>, @CurrentActor() actor: Actor) {
    await this.reach(actor, params.unitId);
    valueOf(await this.codes.revoke(actor.accountId, params.unitId, params.code));
    return { ok: true };
  }

  @Handles(routes.makeCodes)
  async makeMissing(@Input() { params }: InputOf<typeof routes.makeCodes>, @CurrentActor() actor: Actor) {
    await this.reach(actor, params.unitId);
    return { made: await this.codes.makeMissing(actor.accountId, params.unitId) };
  }

  @Handles(routes.posters)
  async posters(@Input() { params }: InputOf<typeof routes.posters>, @CurrentActor() actor: Actor) {
    await this.reach(actor, params.unitId);
    return { posters: await this.codes.posters(params.unitId) };
  }

  private async reach(actor: Actor, unitId: string): Promise<void> {
    if (!reaches(actor, 'units.manage', await this.trees.tree(), unitId)) throw new RefusalError('not_found');
  }
}
