import type { PersonClaimLine } from '@anquanli/contract/people-desk.js';
import { LIMITS } from '@anquanli/contract/vocabulary.js';
import { Injectable } from '@nestjs/common';
import { type EntityManager, LessThan, MoreThan } from 'typeorm';
import type { Actor } from '../../../domain/identity/actor.js';
import { cleanName, nameKey } from '../../../domain/live-round/name.js';
import { accept, refuse, type Result } from '../../../domain/shared/result.js';
import { Clock } from '../../../platform/clock/clock.js';
import { isDuplicateKey } from '../../../platform/database/database-errors.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { hashToken, Random } from '../../../platform/random/random.js';
import { PeopleService } from '../../people/people.api.js';
import { ParticipantEntity } from '../entities/participant.entity.js';
import { PersonClaimEntity } from '../entities/person-claim.entity.js';
import { reaches } from '../tree/unit-scope.js';
import { UnitTreeService } from '../tree/unit-tree.service.js';

export type ClaimDecision =
  { readonly grant: true; readonly personId: string; readonly matchCode: string } | { readonly grant: false };

const LISTED = 200;

/** A registered person on a new phone, by the word of a captain who sees both the person and the digits. */
@Injectable()
export class PersonClaims {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly people: PeopleService,
    private readonly trees: UnitTreeService,
    private readonly clock: Clock,
    private readonly random: Random,
  ) {}

  /** Nothing is said about whether anybody has the name. */
  async claim(unitId: string, typedName: string, personToken: string) {
    const name = cleanName(typedName);
    if (!name.ok) return name;
    const now = this.clock.now();
    const claimSecret = this.random.hex(16);
    const row: PersonClaimEntity = {
      ...{ id: this.random.uuid(), unitId, name: name.value, nameKey: nameKey(name.value) },
      ...{ matchCode: this.random.digits(4), secretHash: hashToken(claimSecret), tokenHash: hashToken(personToken) },
      ...{ state: 'waiting', personId: null, createdAt: now, expiresAt: now + LIMITS.personClaimMs, decidedBy: null },
    };
    await this.unitOfWork.run(async (tx) => {
      await tx.delete(PersonClaimEntity, { expiresAt: LessThan(now) });
      await tx.insert(PersonClaimEntity, row);
    });
    return accept({ claimId: row.id, claimSecret, matchCode: row.matchCode, expiresAt: row.expiresAt });
  }

  /** The state, and the person once granted. A wrong secret is `code_unknown`. */
  async stateOf(
    claimId: string,
    claimSecret: string,
  ): Promise<
    Result<{ state: 'waiting' | 'granted' | 'refused' | 'expired'; personId: string | null; tokenHash: string }>
  > {
    const row = await this.unitOfWork.read((manager) => manager.findOneBy(PersonClaimEntity, { id: claimId }));
    if (row === null || row.secretHash !== hashToken(claimSecret)) return refuse('code_unknown');
    const { personId, tokenHash } = row;
    const isOver = row.state === 'waiting' && this.clock.now() > row.expiresAt;
    return accept({ state: isOver ? 'expired' : row.state, personId, tokenHash });
  }

  /** Those in reach that wait, the oldest first, with the people of that exact name. */
  async list(actor: Actor): Promise<PersonClaimLine[]> {
    const { tree } = await this.trees.load();
    const claims = await this.unitOfWork.read((manager) =>
      manager.find(PersonClaimEntity, {
        where: { state: 'waiting', expiresAt: MoreThan(this.clock.now()) },
        order: { createdAt: 'ASC', id: 'ASC' },
      }),
    );
    const own = claims.filter(({ unitId }) => reaches(actor, 'people.manage', tree, unitId)).slice(0, LISTED);
    return Promise.all(
      own.map(async (claim) => ({
        claimId: claim.id,
        name: claim.name,
        unitId: claim.unitId,
        unitName: tree.get(claim.unitId)?.name ?? '',
        people: await this.unitOfWork.read((manager) => namesakes(manager, claim)),
        createdAt: claim.createdAt,
        expiresAt: claim.expiresAt,
      })),
    );
  }

  /** Granting makes the new phone's token one of the person's. */
  async decide(actor: Actor, claimId: string, decision: ClaimDecision): Promise<Result<null>> {
    const claim = await this.unitOfWork.read((manager) => manager.findOneBy(PersonClaimEntity, { id: claimId }));
    const { tree } = await this.trees.load();
    if (claim === null || !reaches(actor, 'people.manage', tree, claim.unitId)) return refuse('not_found');
    if (claim.state !== 'waiting' || claim.expiresAt <= this.clock.now()) return refuse('code_expired');
    if (decision.grant && decision.matchCode !== claim.matchCode)
      return refuse('code_unknown', { path: 'body.matchCode' });
    try {
      return await this.unitOfWork.run((tx) => this.settle(tx, actor, claim, decision));
    } catch (error) {
      // The phone has become somebody else meanwhile.
      if (isDuplicateKey(error)) return refuse('code_expired');
      throw error;
    }
  }

  private async settle(
    tx: EntityManager,
    actor: Actor,
    claim: PersonClaimEntity,
    decision: ClaimDecision,
  ): Promise<Result<null>> {
    const personId = decision.grant ? decision.personId : null;
    const state = decision.grant ? ('granted' as const) : ('refused' as const);
    if (personId !== null && !(await namesakes(tx, claim)).some((person) => person.personId === personId))
      return refuse('not_found');
    const change = { state, personId, decidedBy: actor.accountId };
    const { affected } = await tx.update(PersonClaimEntity, { id: claim.id, state: 'waiting' }, change);
    if (affected !== 1) return refuse('code_expired');
    if (personId !== null) await this.people.addToken(tx, personId, claim.tokenHash, 'captain');
    return accept(null);
  }
}

async function namesakes(manager: EntityManager, { unitId, name, nameKey: key }: PersonClaimEntity) {
  const rows = await manager.findBy(ParticipantEntity, { unitId, nameKey: key });
  return rows
    .filter((row) => row.name === name && row.status !== 'erased')
    .map(({ personId, employeeNo, registeredAt }) => ({ personId, employeeNo, registeredAt }));
}
