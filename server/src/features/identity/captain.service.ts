import type { Account } from '@anquanli/contract/identity.js';
import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { accept, refuse, type Result } from '../../domain/shared/result.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { AccountService, shown } from './account.service.js';
import { type CaptainChange, CaptainsApi, type NewCaptain } from './captains.api.js';
import { AccountEntity } from './entities/account.entity.js';

/** As many ids as one statement takes. */
const SLICE = 500;

@Injectable()
export class CaptainService extends CaptainsApi {
  constructor(
    private readonly accounts: AccountService,
    private readonly unitOfWork: UnitOfWork,
  ) {
    super();
  }

  async of(unitIds: readonly string[]): Promise<Account[]> {
    const found: AccountEntity[] = [];
    for (let from = 0; from < unitIds.length; from += SLICE) {
      const where = { role: 'captain' as const, unitId: In(unitIds.slice(from, from + SLICE)) };
      found.push(...(await this.unitOfWork.read((manager) => manager.findBy(AccountEntity, where))));
    }
    return found.sort((a, b) => a.createdAt - b.createdAt).map(shown);
  }

  async create(captain: NewCaptain, more: (tx: EntityManager) => Promise<void>): Promise<Result<Account>> {
    const created = await this.accounts.createWith({ ...captain, role: 'captain' }, more);
    return created.ok ? accept(shown(created.value.account)) : created;
  }

  async change(accountId: string, unitIds: readonly string[], change: CaptainChange): Promise<Result<Account>> {
    const account = await this.unitOfWork.read((manager) =>
      manager.findOneBy(AccountEntity, { id: accountId, role: 'captain' }),
    );
    if (account?.unitId == null || !unitIds.includes(account.unitId)) return refuse('not_found');
    return this.accounts.change(accountId, change);
  }

  async move(tx: EntityManager, from: string, to: string): Promise<void> {
    await tx.update(AccountEntity, { unitId: from }, { unitId: to });
  }
}
