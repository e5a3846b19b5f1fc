import { contestDeskRoutes as routes } from '@anquanli/contract/contest-desk.js';
import type { InputOf } from '@anquanli/contract/exchange.js';
import { Controller } from '@nestjs/common';
import type { Actor } from '../../../domain/identity/actor.js';
import { valueOf } from '../../../platform/errors/refusal-error.js';
import { Handles } from '../../../platform/http/handles.js';
import { CurrentActor, Input } from '../../../platform/http/parameters.js';
import { ContestEdit } from './contest-edit.service.js';
import { ContestList } from './contest-list.service.js';
import { DeskScope } from './desk-scope.service.js';
import { SettingsCheck } from './settings-check.service.js';

const done = { ok: true } as const;

/** Contests are made and changed here. */
@Controller()
export class ContestDeskController {
  constructor(
    private readonly scope: DeskScope,
    private readonly contests: ContestList,
    private readonly edits: ContestEdit,
    private readonly settings: SettingsCheck,
  ) {}

  @Handles(routes.list)
  async list(@CurrentActor() actor: Actor) {
    return { contests: await this.contests.list(actor) };
  }

  @Handles(routes.create)
  async create(@Input() { body }: InputOf<typeof routes.create>, @CurrentActor() actor: Actor) {
    const { id } = valueOf(await this.edits.create(actor, body.settings));
    return this.detail(actor, id);
  }

  @Handles(routes.one)
  one(@Input() { params }: InputOf<typeof routes.one>, @CurrentActor() actor: Actor) {
    return this.detail(actor, params.contestId);
  }

  @Handles(routes.update)
  async update(@Input() { params, body }: InputOf<typeof routes.update>, @CurrentActor() actor: Actor) {
    valueOf(await this.edits.update(actor, params.contestId, body.version, body.settings));
    return this.detail(actor, params.contestId);
  }

  @Handles(routes.remove)
  async remove(@Input() { params }: InputOf<typeof routes.remove>) {
    valueOf(await this.edits.remove(params.contestId));
    return done;
  }

  @Handles(routes.publish)
  async publish(@Input() { params, body }: InputOf<typeof routes.publish>, @CurrentActor() actor: Actor) {
    valueOf(await this.edits.publish(actor, params.contestId, body.version));
    return this.detail(actor, params.contestId);
  }

  @Handles(routes.check)
  async check(@Input() { body }: InputOf<typeof routes.check>) {
    return valueOf(await this.settings.check(body));
  }

  private async detail(actor: Actor, id: string) {
    return this.contests.detail(valueOf(await this.scope.view(actor, id)));
  }
}
