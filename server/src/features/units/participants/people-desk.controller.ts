import type { InputOf } from '@anquanli/contract/exchange.js';
import { peopleDeskRoutes as routes } from '@anquanli/contract/people-desk.js';
import { Controller } from '@nestjs/common';
import type { Actor } from '../../../domain/identity/actor.js';
import { valueOf } from '../../../platform/errors/refusal-error.js';
import { Handles } from '../../../platform/http/handles.js';
import { CurrentActor, Input } from '../../../platform/http/parameters.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { PersonClaims } from '../claims/person-claims.service.js';
import { UnitLog } from '../tree/unit-log.service.js';
import { jsonFile } from './own-page.controller.js';
import { OwnPageService } from './own-page.service.js';
import { ParticipantsService } from './participants.service.js';
import { PeopleDesk } from './people-desk.service.js';

/** Registered people at the desk. */
@Controller()
export class PeopleDeskController {
  constructor(
    private readonly desk: PeopleDesk,
    private readonly claims: PersonClaims,
    private readonly pages: OwnPageService,
    private readonly participants: ParticipantsService,
    private readonly unitOfWork: UnitOfWork,
    private readonly log: UnitLog,
  ) {}

  @Handles(routes.list)
  async list(@Input() { query }: InputOf<typeof routes.list>, @CurrentActor() actor: Actor) {
    return valueOf(await this.desk.list(actor, { ...query, offset: Number(query.offset ?? 0) }));
  }

  @Handles(routes.change)
  async change(@Input() { params, body }: InputOf<typeof routes.change>, @CurrentActor() actor: Actor) {
    return valueOf(await this.desk.change(actor, params.personId, body));
  }

  @Handles(routes.erase)
  async erase(@Input() { params, body }: InputOf<typeof routes.erase>, @CurrentActor() actor: Actor) {
    const { personId, unitId } = valueOf(await this.desk.find(actor, 'people.erase', params.personId));
    await this.unitOfWork.run(async (tx) => {
      await this.participants.eraseIn(tx, [personId]);
      await this.log.note(tx, unitId, actor.accountId, 'person_erased', body.reason);
    });
    this.participants.announceErased([personId]);
    return { ok: true };
  }

  @Handles(routes.export)
  async export(@Input() { params }: InputOf<typeof routes.export>, @CurrentActor() actor: Actor) {
    const row = valueOf(await this.desk.find(actor, 'people.read', params.personId));
    const participant = await this.pages.ofPerson(row.personId, null);
    return jsonFile({ participant, ...(await this.participants.exported(row.personId)) });
  }

  @Handles(routes.claims)
  async claimsInReach(@CurrentActor() actor: Actor) {
    return { claims: await this.claims.list(actor) };
  }

  @Handles(routes.decideClaim)
  async decide(@Input() { params, body }: InputOf<typeof routes.decideClaim>, @CurrentActor() actor: Actor) {
    valueOf(await this.claims.decide(actor, params.claimId, body));
    return { ok: true };
  }
}
