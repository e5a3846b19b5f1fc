import type { ContestLogLine } from '@anquanli/contract/contest-desk.js';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Random } from '../../platform/random/random.js';
import { IdentityApi } from '../identity/identity.api.js';
import { ParticipantsApi } from '../units/units.api.js';
import { ContestLogEntity } from './entities/contest-log.entity.js';

const DETAIL_CHARS = 300;
const LINES = 500;

export interface ContestDeed {
  readonly contestId: string;
  /** null = the server itself. */
  readonly accountId: string | null;
  readonly action: ContestLogLine['action'];
  readonly attemptId?: string;
  readonly personId?: string;
  readonly detail?: string;
}

/** Who did what in a contest, and why. */
@Injectable()
export class ContestLog {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly identity: IdentityApi,
    private readonly participants: ParticipantsApi,
    private readonly clock: Clock,
    private readonly random: Random,
  ) {}

  /** In the transaction of the deed. */
  async note(tx: EntityManager, { attemptId, personId, detail = '', ...deed }: ContestDeed): Promise<void> {
    await tx.insert(ContestLogEntity, {
      ...{ id: this.random.uuid(), notedAt: this.clock.now(), ...deed },
      ...{ attemptId: attemptId ?? null, personId: personId ?? null, detail: detail.slice(0, DETAIL_CHARS) },
    });
  }

  /** The newest first, 500 at most. */
  async of(contestId: string): Promise<ContestLogLine[]> {
    const rows = await this.unitOfWork.read((manager) =>
      manager.find(ContestLogEntity, { where: { contestId }, order: { notedAt: 'DESC', id: 'DESC' }, take: LINES }),
    );
    const accounts = await this.identity.accountName(present(rows.map(({ accountId }) => accountId)));
    const people = await this.participants.find(present(rows.map(({ personId }) => personId)));
    return rows.map(({ notedAt, accountId, action, personId, detail }) => ({
      at: notedAt,
      byName: accountId === null ? null : (accounts.get(accountId) ?? null),
      action: action as ContestLogLine['action'],
      personName: personId === null ? null : (people.get(personId)?.name ?? ''),
      detail,
    }));
  }
}

function present(ids: readonly (string | null)[]): string[] {
  return [...new Set(ids)].filter((id) => id !== null);
}
