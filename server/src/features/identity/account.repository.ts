import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { accept, refuse, type Result } from '../../domain/shared/result.js';
import { isDuplicateKey } from '../../platform/database/database-errors.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { AccountEntity } from './entities/account.entity.js';

/** Accounts as rows. */
@Injectable()
export class AccountRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  find(id: string): Promise<AccountEntity | null> {
    return this.unitOfWork.read((manager) => manager.findOneBy(AccountEntity, { id }));
  }

  findByNameKey(nameKey: string): Promise<AccountEntity | null> {
    return this.unitOfWork.read((manager) => manager.findOneBy(AccountEntity, { nameKey }));
  }

  list(): Promise<AccountEntity[]> {
    return this.unitOfWork.read((manager) => manager.find(AccountEntity, { order: { createdAt: 'ASC', id: 'ASC' } }));
  }

  async namesOf(ids: readonly string[]): Promise<Map<string, string>> {
    const accounts = await this.unitOfWork.read((manager) =>
      manager.findBy(AccountEntity, { id: In([...new Set(ids)]) }),
    );
    return new Map(accounts.map(({ id, name }) => [id, name]));
  }

  /** Runs `insert` in a transaction; the unique key on the folded name decides who is first. */
  async insertWith<T>(account: AccountEntity, more: (tx: EntityManager) => Promise<T>): Promise<Result<T>> {
    try {
      return accept(
        await this.unitOfWork.run(async (tx) => {
          await tx.insert(AccountEntity, account);
          return more(tx);
        }),
      );
    } catch (error) {
      if (isDuplicateKey(error)) {
        return refuse('account_name_taken');
      }
      throw error;
    }
  }

  /** Is there an admin at all, enabled or not? */
  async hasAdmin(): Promise<boolean> {
    return this.unitOfWork.read((manager) => manager.existsBy(AccountEntity, { role: 'admin' }));
  }

  /** Is there an enabled admin besides `id`? First locks all admins, so that two cannot disable each other at once. */
  async hasOtherAdmin(tx: EntityManager, id: string): Promise<boolean> {
    await tx.query(`UPDATE account SET role = role WHERE role = 'admin'`);
    const admins = await tx.findBy(AccountEntity, { role: 'admin', isDisabled: false });
    return admins.some((admin) => admin.id !== id);
  }
}
