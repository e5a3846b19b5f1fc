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
import { UnitGate, type Newcomer } from '../rosters/unit-gate.service.js';
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
    private readonly gate: UnitGate,
    private readonly people: PeopleService,
    private readonly pages: OwnPageService,
    private readonly clock: Clock,
    private readonly random: Random,
  ) {}

  /** `unitId` is the unit behind the code. The same token again is the same person, whatever else was sent. */
  async register(unitId: string, registration: Registration, address: string): Promise<Result<Registered>> {
    const { personToken } = registration;
    if (registration.consentVersion !== CONSENT_VERSION) return refuse('consent_outdated');
    const name = cleanName(registration.name);
    if (!name.ok) return name;
    const newcomer = { unitId, name: name.value, employeeNo: registration.employeeNo };
    const mayTry = await this.gate.mayTry(newcomer, address);
    const entered = await this.enterOnce(newcomer, registration, mayTry);
    if (!entered.ok && entered.code === 'not_on_roster') await this.gate.countMiss(newcomer, address);
    if (!entered.ok) return entered;
    const { row, recoveryCode } = entered.value;
    const participant = await this.pages.shown(row, hashToken(personToken));
    return accept({ personToken, participant, recoveryCode: recoveryCode && shownRecoveryCode(recoveryCode) });
  }

  /** Two requests with one token: the second finds what the first has stored. */
  private async enterOnce(newcomer: Newcomer, registration: Registration, mayTry: Result<null>): Promise<Entered> {
    const enter = () => this.unitOfWork.run((tx) => this.enter(tx, newcomer, registration, mayTry));
    try {
      return await enter();
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      return enter();
    }
  }

  private async enter(
    tx: EntityManager,
    newcomer: Newcomer,
    { personToken, consentVersion, code }: Registration,
    mayTry: Result<null>,
  ): Promise<Entered> {
    const holder = await this.people.holderOf(tx, personToken);
    // A token that was signed out is nobody's for ever: the phone makes another.
    if (holder.personId === null && !holder.isFree) return refuse('not_registered', { path: 'body.personToken' });
    const known = holder.personId && (await tx.findOneBy(ParticipantEntity, { personId: holder.personId }));
    if (known) return accept({ row: known, recoveryCode: null });
    // Whoever is in already is not asked again, however many others have guessed.
    if (!mayTry.ok) return mayTry;
    const person = holder.personId === null ? this.people.create(personToken) : null;
    const personId = holder.personId ?? person?.personId ?? '';
    const admitted = await this.gate.admitIn(tx, newcomer, personId);
    if (!admitted.ok) return admitted;
    if (person !== null) await this.people.insert(tx, [person], 'registered');
    else await this.people.markToken(tx, hashToken(personToken), 'registered');
    const recoveryCode = this.random.code(LIMITS.recoveryCodeChars);
    const { unitId, name } = newcomer;
    const row: ParticipantEntity = {
      ...{ personId, unitId, name, nameKey: nameKey(name), consentVersion, version: 1, erasedAt: null },
      ...admitted.value,
      registeredAt: this.clock.now(),
      recoveryHash: recoveryHash(personId, recoveryCode),
    };
    await tx.insert(ParticipantEntity, row);
    await tx.query('UPDATE unit_code SET registrations = registrations + 1 WHERE code = ?', [code]);
    return accept({ row, recoveryCode });
  }
}
