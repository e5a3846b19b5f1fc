import { CONSENT_VERSION, type Participant } from '@anquanli/contract/people.js';
import { LIMITS } from '@anquanli/contract/vocabulary.js';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { shownRecoveryCode } from '../../../domain/identity/recovery-code.js';
import { cleanName, nameKey } from '../../../domain/live-round/name.js';
import { accept, refuse, type Result } from '../../../domain/shared/result.js';
import { Clock } from '../../../platform/clock/clock.js';
import { isDuplicateKey } from '../../../platform/database/database-errors.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { hashToken, Random } from '../../../platform/random/random.js';
import { PeopleService } from '../../people/people.api.js';
import { ParticipantEntity } from '../entities/participant.entity.js';
import { UnitTreeService } from '../tree/unit-tree.service.js';
import { OwnPageService } from './own-page.service.js';
import { recoveryHash } from './recovery-hash.js';

export interface Registration {
  readonly code: string;
  readonly name: string;
  readonly employeeNo: string | null;
  readonly consentVersion: number;
  readonly personToken: string;
}

export interface Registered {
  readonly personToken: string;
  readonly participant: Participant;
  readonly recoveryCode: string | null;
}

type Entered = Result<{ row: ParticipantEntity; recoveryCode: string | null }>;

/** A person becomes known, once. */
@Injectable()
export class RegistrationService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly trees: UnitTreeService,
    private readonly people: PeopleService,
    private readonly pages: OwnPageService,
    private readonly clock: Clock,
    private readonly random: Random,
  ) {}

  /** `unitId` is the unit behind the code. The same token again is the same person, whatever else was sent. */
  async register(unitId: string, registration: Registration): Promise<Result<Registered>> {
    const { personToken } = registration;
    if (registration.consentVersion !== CONSENT_VERSION) return refuse('consent_outdated');
    const name = cleanName(registration.name);
    if (!name.ok) return name;
    const entered = await this.enterOnce(unitId, { ...registration, name: name.value });
    if (!entered.ok) return entered;
    const { row, recoveryCode } = entered.value;
    const participant = await this.pages.shown(row, hashToken(personToken));
    return accept({ personToken, participant, recoveryCode: recoveryCode && shownRecoveryCode(recoveryCode) });
  }

  /** Two requests with one token: the second finds what the first has stored. */
  private async enterOnce(unitId: string, registration: Registration): Promise<Entered> {
    try {
      return await this.unitOfWork.run((tx) => this.enter(tx, unitId, registration));
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      return this.unitOfWork.run((tx) => this.enter(tx, unitId, registration));
    }
  }

  private async enter(tx: EntityManager, unitId: string, registration: Registration): Promise<Entered> {
    const { personToken, name, employeeNo, consentVersion, code } = registration;
    const holder = await this.people.holderOf(tx, personToken);
    // A token that was signed out is nobody's for ever: the phone makes another.
    if (holder.personId === null && !holder.isFree) return refuse('not_registered', { path: 'body.personToken' });
    const known = holder.personId && (await tx.findOneBy(ParticipantEntity, { personId: holder.personId }));
    if (known) return accept({ row: known, recoveryCode: null });
    const { tree, rows } = await this.trees.load();
    if (tree.get(unitId)?.status !== 'active') return refuse('registration_code_expired', { path: 'body.code' });
    const recoveryCode = this.random.code(LIMITS.recoveryCodeChars);
    const personId = holder.personId ?? (await this.newPerson(tx, personToken));
    if (holder.personId !== null) await this.people.markToken(tx, hashToken(personToken), 'registered');
    const row: ParticipantEntity = {
      ...{ personId, unitId, name, nameKey: nameKey(name), employeeNo, consentVersion, version: 1, erasedAt: null },
      status: rows.get(unitId)?.needsApproval === true ? 'waiting' : 'active',
      registeredAt: this.clock.now(),
      recoveryHash: recoveryHash(personId, recoveryCode),
    };
    await tx.insert(ParticipantEntity, row);
    await tx.query('UPDATE unit_code SET registrations = registrations + 1 WHERE code = ?', [code]);
    return accept({ row, recoveryCode });
  }

  private async newPerson(tx: EntityManager, personToken: string): Promise<string> {
    const person = this.people.create(personToken);
    await this.people.insert(tx, [person], 'registered');
    return person.personId;
  }
}
