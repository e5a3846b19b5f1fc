import type { InputOf } from '@anquanli/contract/exchange.js';
import { rosterRoutes as routes } from '@anquanli/contract/rosters.js';
import { Controller } from '@nestjs/common';
import type { Actor } from '../../../domain/identity/actor.js';
import { RefusalError, valueOf } from '../../../platform/errors/refusal-error.js';
import { Handles } from '../../../platform/http/handles.js';
import { CurrentActor, Input } from '../../../platform/http/parameters.js';
import { UnitEditService } from '../tree/unit-edit.service.js';
import { UnitListService } from '../tree/unit-list.service.js';
import { reaches } from '../tree/unit-scope.js';
import { UnitTreeService } from '../tree/unit-tree.service.js';
import { RosterExports } from './roster-export.service.js';
import { RosterImports } from './roster-import.service.js';
import { Rosters } from './rosters.service.js';

/** Rosters at the desk. */
@Controller()
export class RosterController {
  constructor(
    private readonly rosters: Rosters,
    private readonly imports: RosterImports,
    private readonly exports: RosterExports,
    private readonly edits: UnitEditService,
    private readonly units: UnitListService,
    private readonly trees: UnitTreeService,
  ) {}

  @Handles(routes.list)
  async list(@Input() { params, query }: InputOf<typeof routes.list>, @CurrentActor() actor: Actor) {
    await this.reach(actor, params.unitId);
    return this.rosters.page(params.unitId, query.state, Number(query.offset ?? 0));
  }

  @Handles(routes.setRule)
  async setRule(@Input() { params, body }: InputOf<typeof routes.setRule>, @CurrentActor() actor: Actor) {
    valueOf(await this.edits.setRosterOnly(actor, params.unitId, body.version, body.isRosterOnly));
    return this.units.one(params.unitId);
  }

  @Handles(routes.export)
  async export(@Input() { params, query }: InputOf<typeof routes.export>, @CurrentActor() actor: Actor) {
    await this.reach(actor, params.unitId);
    return this.exports.export(params.unitId, query.language);
  }

  @Handles(routes.preview)
  async preview(@Input() { body }: InputOf<typeof routes.preview>, @CurrentActor() actor: Actor) {
    return valueOf(await this.imports.preview(actor, body));
  }

  @Handles(routes.bringIn)
  async bringIn(@Input() { body }: InputOf<typeof routes.bringIn>, @CurrentActor() actor: Actor) {
    return valueOf(await this.imports.bringIn(actor, body, body.digest));
  }

  @Handles(routes.template)
  template(@Input() { query }: InputOf<typeof routes.template>) {
    return this.exports.template(query.language);
  }

  private async reach(actor: Actor, unitId: string): Promise<void> {
    if (!reaches(actor, 'people.read', await this.trees.tree(), unitId)) throw new RefusalError('not_found');
  }
}
