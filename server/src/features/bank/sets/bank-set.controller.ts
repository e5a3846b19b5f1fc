import { bankRoutes as routes } from '@anquanli/contract/bank.js';
import type { InputOf } from '@anquanli/contract/exchange.js';
import { Controller } from '@nestjs/common';
import type { Actor } from '../../../domain/identity/actor.js';
import { valueOf } from '../../../platform/errors/refusal-error.js';
import { Handles } from '../../../platform/http/handles.js';
import { CurrentActor, Input } from '../../../platform/http/parameters.js';
import { BankSetService } from './bank-set.service.js';
import { RegistryService } from './registry.service.js';

/** Sets on the desk, and the categories and sources they share. */
@Controller()
export class BankSetController {
  constructor(
    private readonly sets: BankSetService,
    private readonly registry: RegistryService,
  ) {}

  @Handles(routes.sets)
  async list() {
    return { sets: await this.sets.list() };
  }

  @Handles(routes.set)
  async get(@Input() { params }: InputOf<typeof routes.set>) {
    return valueOf(await this.sets.get(params.setId));
  }

  @Handles(routes.createSet)
  async create(@Input() { body }: InputOf<typeof routes.createSet>, @CurrentActor() actor: Actor) {
    const { setId, ...description } = body;
    return valueOf(await this.sets.create(setId, description, actor.accountId));
  }

  @Handles(routes.describeSet)
  async describe(@Input() { params, body }: InputOf<typeof routes.describeSet>, @CurrentActor() actor: Actor) {
    const { version, ...description } = body;
    return valueOf(await this.sets.describe(params.setId, version, description, actor.accountId));
  }

  @Handles(routes.registry)
  registryOf() {
    return this.registry.all();
  }

  @Handles(routes.putCategory)
  putCategory(@Input() { params, body }: InputOf<typeof routes.putCategory>, @CurrentActor() actor: Actor) {
    return this.registry.putCategory({ id: params.categoryId, title: body.title }, actor.accountId);
  }

  @Handles(routes.putSource)
  async putSource(@Input() { params, body }: InputOf<typeof routes.putSource>, @CurrentActor() actor: Actor) {
    return valueOf(await this.registry.putSource(params.sourceId, body.source, actor.accountId));
  }
}
