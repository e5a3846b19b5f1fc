import type { InputOf } from '@anquanli/contract/exchange.js';
import { CONSENT_VERSION, peopleRoutes as routes } from '@anquanli/contract/people.js';
import { Controller } from '@nestjs/common';
import { valueOf } from '../../../platform/errors/refusal-error.js';
import { Handles } from '../../../platform/http/handles.js';
import { Address, Input } from '../../../platform/http/parameters.js';
import { PersonClaims } from '../claims/person-claims.service.js';
import { RecoveryService } from '../claims/recovery.service.js';
import { UnitDoor } from '../codes/unit-door.service.js';
import { UnitTreeService } from '../tree/unit-tree.service.js';
import { OwnPageService } from './own-page.service.js';
import { RegistrationService } from './registration.service.js';

/** The way in for people. */
@Controller()
export class RegistrationController {
  constructor(
    private readonly door: UnitDoor,
    private readonly registrations: RegistrationService,
    private readonly recoveries: RecoveryService,
    private readonly claims: PersonClaims,
    private readonly pages: OwnPageService,
    private readonly trees: UnitTreeService,
  ) {}

  @Handles(routes.findUnit)
  async find(@Input() { body }: InputOf<typeof routes.findUnit>, @Address() address: string) {
    const unitId = valueOf(await this.door.unitBehind(body.code, address));
    const { tree, rows } = await this.trees.load();
    return {
      unit: { unitId, name: tree.get(unitId)?.name ?? '', path: tree.namesOf(unitId) },
      needsApproval: rows.get(unitId)?.needsApproval === true,
      isRosterOnly: rows.get(unitId)?.isRosterOnly === true,
      consentVersion: CONSENT_VERSION,
    };
  }

  @Handles(routes.register)
  async register(@Input() { body }: InputOf<typeof routes.register>, @Address() address: string) {
    const unitId = valueOf(await this.door.unitBehind(body.code, address));
    return valueOf(await this.registrations.register(unitId, body, address));
  }

  @Handles(routes.recover)
  async recover(@Input() { body }: InputOf<typeof routes.recover>, @Address() address: string) {
    const unitId = valueOf(await this.door.unitBehind(body.code, address));
    return valueOf(await this.recoveries.recover(unitId, body));
  }

  @Handles(routes.claim)
  async claim(@Input() { body }: InputOf<typeof routes.claim>, @Address() address: string) {
    const unitId = valueOf(await this.door.unitBehind(body.code, address));
    return valueOf(await this.claims.claim(unitId, body.name, body.personToken));
  }

  @Handles(routes.claimState)
  async claimState(@Input() { params, body }: InputOf<typeof routes.claimState>) {
    const { state, personId, tokenHash } = valueOf(await this.claims.stateOf(params.claimId, body.claimSecret));
    return { state, participant: personId === null ? null : await this.pages.ofPerson(personId, tokenHash) };
  }
}
