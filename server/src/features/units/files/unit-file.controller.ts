import type { InputOf } from '@anquanli/contract/exchange.js';
import { unitFileRoutes as routes } from '@anquanli/contract/unit-files.js';
import { Controller } from '@nestjs/common';
import type { Actor } from '../../../domain/identity/actor.js';
import { valueOf } from '../../../platform/errors/refusal-error.js';
import { Handles } from '../../../platform/http/handles.js';
import { CurrentActor, Input } from '../../../platform/http/parameters.js';
import { UnitExports } from './unit-export.service.js';
import { UnitImports } from './unit-import.service.js';

/** The tree of units as files. */
@Controller()
export class UnitFileController {
  constructor(
    private readonly imports: UnitImports,
    private readonly exports: UnitExports,
  ) {}

  @Handles(routes.preview)
  async preview(@Input() { body }: InputOf<typeof routes.preview>, @CurrentActor() actor: Actor) {
    return valueOf(await this.imports.preview(actor, body.content));
  }

  @Handles(routes.bringIn)
  async bringIn(@Input() { body }: InputOf<typeof routes.bringIn>, @CurrentActor() actor: Actor) {
    return valueOf(await this.imports.bringIn(actor, body.content, body.digest));
  }

  @Handles(routes.export)
  async export(@Input() { query }: InputOf<typeof routes.export>, @CurrentActor() actor: Actor) {
    return valueOf(await this.exports.export(actor, query.unitId ?? null, query.language));
  }

  @Handles(routes.template)
  template(@Input() { query }: InputOf<typeof routes.template>) {
    return this.exports.template(query.language);
  }
}
