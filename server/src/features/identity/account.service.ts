import type { Account } from '@anquanli/contract/identity.js';
import type { Role } from '@anquanli/contract/vocabulary.js';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { accountNameKey } from '../../domain/identity/account-name.js';
import { accept, refuse, type Result } from '../../domain/shared/result.js';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Random } from '../../platform/random/random.js';
import { AccountRepository } from './account.repository.js';
import { AccountEntity } from './entities/account.entity.js';
import { PasswordService } from './password.service.js';
import { SessionService } from './session.service.js';

export interface NewAccount {
  readonly name: string;
  readonly password: string;
  readonly role: Role;
  /** The unit a captain looks after. */
  readonly unitId?: string;
}

export interface AccountChange {
  readonly isDisabled?: boolean | undefined;
  readonly password?: string | undefined;
}

/** Makes accounts and changes them. */
@Injectable()
export class AccountService {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly passwords: PasswordService,
    private readonly sessions: SessionService,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly random: Random,
  ) {}

  async list(): Promise<Account[]> {
    return (await this.accounts.list()).map(shown);
  }

  async create(wanted: NewAccount): Promise<Result<Account>> {
    const created = await this.createWith(wanted, async () => undefined);
    return created.ok ? accept(shown(created.value.account)) : created;
  }

  /** Creates an account and, in the same transaction, whatever has to be there with it. */
  async createWith<T>(
    wanted: NewAccount,
    more: (tx: EntityManager, account: AccountEntity) => Promise<T>,
  ): Promise<Result<{ account: AccountEntity; more: T }>> {
    const nameKey = accountNameKey(wanted.name);
    if (!nameKey.ok) {
      return nameKey;
    }
    const account: AccountEntity = {
      id: this.random.uuid(),
      name: wanted.name,
      nameKey: nameKey.value,
      role: wanted.role,
      unitId: wanted.unitId ?? null,
      passwordHash: await this.passwords.hash(wanted.password),
      isDisabled: false,
      createdAt: this.clock.now(),
      lastSignInAt: null,
    };
    const inserted = await this.accounts.insertWith(account, (tx) => more(tx, account));
    return inserted.ok ? accept({ account, more: inserted.value }) : inserted;
  }

  /** Disables, enables, or sets a password; either way the account's sessions end. The last enabled admin stays. */
  async change(accountId: string, { isDisabled, password }: AccountChange): Promise<Result<Account>> {
    const passwordHash = password === undefined ? undefined : await this.passwords.hash(password);
    const changed = await this.unitOfWork.run(
      async (tx): Promise<Result<{ account: AccountEntity; ended: string[] }>> => {
        const hasOtherAdmin = await this.accounts.hasOtherAdmin(tx, accountId);
        const account = await tx.findOneBy(AccountEntity, { id: accountId });
        if (account === null) {
          return refuse('not_found');
        }
        if (isDisabled === true && account.role === 'admin' && !hasOtherAdmin) {
          return refuse('last_admin');
        }
        const change = {
          ...(isDisabled !== undefined && { isDisabled }),
          ...(passwordHash !== undefined && { passwordHash }),
        };
        if (Object.keys(change).length === 0) {
          return accept({ account, ended: [] });
        }
        await tx.update(AccountEntity, { id: accountId }, change);
        return accept({ account: { ...account, ...change }, ended: await this.sessions.endIn(tx, { accountId }) });
      },
    );
    if (!changed.ok) {
      return changed;
    }
    this.sessions.announceEnd(changed.value.ended);
    return accept(shown(changed.value.account));
  }
}

/** An account as admins see it: without its hash. */
export function shown(account: AccountEntity): Account {
  const { id, name, role, unitId, isDisabled, createdAt, lastSignInAt } = account;
  return { id, name, role, unitId, isDisabled, createdAt, lastSignInAt };
}
