import { Injectable } from '@nestjs/common';
import { type EntityManager, type FindOptionsWhere, In, LessThan } from 'typeorm';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { AccountEntity } from './entities/account.entity.js';
import { SessionEntity } from './entities/session.entity.js';

export interface SessionWithAccount {
  readonly session: SessionEntity;
  readonly account: AccountEntity;
}

/** Sessions as rows. */
@Injectable()
export class SessionRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  find(idHash: string): Promise<SessionWithAccount | null> {
    return this.unitOfWork.read(async (manager) => {
      const session = await manager.findOneBy(SessionEntity, { idHash });
      const account = session && (await manager.findOneBy(AccountEntity, { id: session.accountId }));
      return session && account ? { session, account } : null;
    });
  }

  async insert(tx: EntityManager, session: SessionEntity): Promise<void> {
    await tx.insert(SessionEntity, session);
  }

  /** Deletes what matches; answers the accounts concerned, each once. */
  async end(tx: EntityManager, where: FindOptionsWhere<SessionEntity>): Promise<string[]> {
    const ended = await tx.find(SessionEntity, { select: { idHash: true, accountId: true }, where });
    if (ended.length > 0) {
      await tx.delete(SessionEntity, { idHash: In(ended.map(({ idHash }) => idHash)) });
    }
    return [...new Set(ended.map(({ accountId }) => accountId))];
  }

  async forgetExpired(tx: EntityManager, now: number): Promise<void> {
    await tx.delete(SessionEntity, { expiresAt: LessThan(now) });
  }

  async roll(idHash: string, lastSeenAt: number, expiresAt: number): Promise<void> {
    await this.unitOfWork.run((tx) => tx.update(SessionEntity, { idHash }, { lastSeenAt, expiresAt }));
  }
}
