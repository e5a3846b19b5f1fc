import type { InputOf } from '@anquanli/contract/exchange.js';
import { unitRoutes as routes } from '@anquanli/contract/units.js';
import { Controller } from '@nestjs/common';
import type { Actor } from '../../../domain/identity/actor.js';
import { RefusalError, valueOf } from '../../../platform/errors/refusal-error.js';
import { Handles } from '../../../platform/http/handles.js';
import { CurrentActor, Input } from '../../../platform/http/parameters.js';
import { UnitEditService } from './unit-edit.service.js';
import { UnitListService } from './unit-list.service.js';
import { UnitLog } from './unit-log.service.js';
import { UnitMergerService } from './unit-merger.service.js';
import { reaches } from './unit-scope.js';
import { UnitTreeService } from './unit-tree.service.js';

/** The tree at the desk. */
@Controller()
export class UnitController {
  constructor(
    private readonly units: UnitListService,
    private readonly edits: UnitEditService,
    private readonly mergers: UnitMergerService,
    private readonly trees: UnitTreeService,
    private readonly log: UnitLog,
  ) {}

  @Handles(routes.list)
  async list(@CurrentActor() actor: Actor) {
    return { units: await this.units.list(actor) };
  }

  @Handles(routes.create)
  async create(@Input() { body }: InputOf<typeof routes.create>, @CurrentActor() actor: Actor) {
    const { id } = valueOf(await this.edits.create(actor, body.parentId, body.content));
    return this.units.one(id);
  }

  @Handles(routes.update)
  async update(@Input() { params, body }: InputOf<typeof routes.update>, @CurrentActor() actor: Actor) {
    valueOf(await this.edits.update(actor, params.unitId, body.version, body.content));
    return this.units.one(params.unitId);
  }

  @Handles(routes.move)
  async move(@Input() { params, body }: InputOf<typeof routes.move>, @CurrentActor() actor: Actor) {
    valueOf(await this.edits.move(actor, params.unitId, body.version, body.parentId));
    return this.units.one(params.unitId);
  }

  @Handles(routes.merge)
  async merge(@Input() { params, body }: InputOf<typeof routes.merge>, @CurrentActor() actor: Actor) {
    valueOf(await this.mergers.merge(actor, params.unitId, body.version, body.into));
    return this.units.one(params.unitId);
  }

  @Handles(routes.retire)
  async retire(@Input() { params, body }: InputOf<typeof routes.retire>, @CurrentActor() actor: Actor) {
    valueOf(await this.edits.retire(actor, params.unitId, body.version, body.isRetired));
    return this.units.one(params.unitId);
  }

  @Handles(routes.history)
  async history(@Input() { params }: InputOf<typeof routes.history>, @CurrentActor() actor: Actor) {
    if (!reaches(actor, 'units.read', await this.trees.tree(), params.unitId)) throw new RefusalError('not_found');
    return { changes: await this.log.of(params.unitId) };
  }
}
