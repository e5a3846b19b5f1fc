import type { Participant } from '@anquanli/contract/people.js';
import { LIMITS } from '@anquanli/contract/vocabulary.js';
import { Injectable } from '@nestjs/common';
import { shownRecoveryCode } from '../../../domain/identity/recovery-code.js';
import { cleanName } from '../../../domain/live-round/name.js';
import { accept, refuse, type Result } from '../../../domain/shared/result.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { hashToken, Random } from '../../../platform/random/random.js';
import { PeopleService } from '../../people/people.api.js';
import { ParticipantEntity } from '../entities/participant.entity.js';
import { UnitTreeService } from '../tree/unit-tree.service.js';
import { ParticipantsService } from './participants.service.js';
import { recoveryHash } from './recovery-hash.js';

/** What a registered person sees and does of the own data. */
@Injectable()
export class OwnPageService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly participants: ParticipantsService,
    private readonly people: PeopleService,
    private readonly trees: UnitTreeService,
    private readonly random: Random,
  ) {}

  async page(personToken: string): Promise<Result<Participant>> {
    const row = await this.rowOf(personToken);
    return row === null ? refuse('not_registered') : accept(await this.shown(row, hashToken(personToken)));
  }

  async setEmployeeNo(personToken: string, employeeNo: string): Promise<Result<Participant>> {
    return this.change(personToken, { employeeNo });
  }

  async newRecoveryCode(personToken: string): Promise<Result<{ recoveryCode: string }>> {
    const row = await this.rowOf(personToken);
    if (row === null) return refuse('not_registered');
    const code = this.random.code(LIMITS.recoveryCodeChars);
    const changed = await this.change(personToken, { recoveryHash: recoveryHash(row.personId, code) });
    return changed.ok ? accept({ recoveryCode: shownRecoveryCode(code) }) : changed;
  }

  /** “That was not me”: every other phone is signed out, and the recovery code is void. */
  async signOutOthers(personToken: string): Promise<Result<Participant>> {
    const row = await this.rowOf(personToken);
    if (row === null) return refuse('not_registered');
    const keptHash = hashToken(personToken);
    await this.unitOfWork.run(async (tx) => {
      await this.people.revokeTokens(tx, [row.personId], keptHash);
      await tx.update(ParticipantEntity, { personId: row.personId }, { recoveryHash: null });
    });
    this.participants.announceSignedOut(row.personId, keptHash);
    return this.page(personToken);
  }

  async export(personToken: string): Promise<Result<Record<string, unknown>>> {
    const page = await this.page(personToken);
    return page.ok
      ? accept({ participant: page.value, ...(await this.participants.exported(page.value.personId)) })
      : page;
  }

  /** The name is typed once more, so that no tap by chance is enough. */
  async erase(personToken: string, typedName: string): Promise<Result<null>> {
    const row = await this.rowOf(personToken);
    if (row === null) return refuse('not_registered');
    const name = cleanName(typedName);
    if (!name.ok || name.value !== row.name) return refuse('name_invalid', { path: 'body.name' });
    await this.unitOfWork.run((tx) => this.participants.eraseIn(tx, [row.personId]));
    this.participants.announceErased([row.personId]);
    return accept(null);
  }

  /** A person by id, for whoever may see them. Throws for an unknown one. */
  async ofPerson(personId: string, tokenHash: string | null): Promise<Participant> {
    const row = await this.unitOfWork.read((manager) => manager.findOneByOrFail(ParticipantEntity, { personId }));
    return this.shown(row, tokenHash);
  }

  async shown(row: ParticipantEntity, tokenHash: string | null): Promise<Participant> {
    const { tree } = await this.trees.load();
    const unitId = tree.survivorOf(row.unitId);
    const tokens = (await this.people.tokensOf([row.personId])).get(row.personId) ?? [];
    return {
      personId: row.personId,
      name: row.name,
      employeeNo: row.employeeNo,
      unit: { unitId, name: tree.get(unitId)?.name ?? '', path: tree.namesOf(unitId) },
      status: row.status,
      hasRecoveryCode: row.recoveryHash !== null,
      registeredAt: row.registeredAt,
      devices: tokens.map((token) => ({
        since: token.createdAt,
        how: token.how ?? 'registered',
        isThis: token.tokenHash === tokenHash,
      })),
    };
  }

  private async change(personToken: string, change: Partial<ParticipantEntity>): Promise<Result<Participant>> {
    const row = await this.rowOf(personToken);
    if (row === null) return refuse('not_registered');
    const { personId, version } = row;
    const { affected } = await this.unitOfWork.run((tx) =>
      tx.update(ParticipantEntity, { personId, version }, { ...change, version: version + 1 }),
    );
    return affected === 1 ? this.page(personToken) : refuse('stale_version');
  }

  private async rowOf(personToken: string): Promise<ParticipantEntity | null> {
    const personId = await this.people.personOf(personToken);
    if (personId === null) return null;
    return this.unitOfWork.read((manager) => manager.findOneBy(ParticipantEntity, { personId }));
  }
}
