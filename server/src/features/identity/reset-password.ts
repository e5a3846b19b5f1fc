import type { EntityManager } from 'typeorm';
import { accountNameKey } from '../../domain/identity/account-name.js';
import type { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { AccountEntity } from './entities/account.entity.js';
import { SessionEntity } from './entities/session.entity.js';

export type ResetOutcome =
  | { readonly outcome: 'done'; readonly name: string }
  /** Nobody was named, and there is not exactly one admin; or nobody has that name. */
  | { readonly outcome: 'which'; readonly names: readonly string[] };

/** Sets an account's password from outside and ends its sessions. Without a name: the only admin. */
export function resetPassword(
  unitOfWork: UnitOfWork,
  passwordHash: string,
  name: string | undefined,
): Promise<ResetOutcome> {
  return unitOfWork.run(async (tx): Promise<ResetOutcome> => {
    const account = name === undefined ? await onlyAdmin(tx) : await named(tx, name);
    if (account === null) {
      const accounts = await tx.find(AccountEntity, { order: { createdAt: 'ASC' } });
      return { outcome: 'which', names: accounts.map((each) => each.name) };
    }
    await tx.update(AccountEntity, { id: account.id }, { passwordHash });
    await tx.delete(SessionEntity, { accountId: account.id });
    return { outcome: 'done', name: account.name };
  });
}

async function onlyAdmin(tx: EntityManager): Promise<AccountEntity | null> {
  const admins = await tx.findBy(AccountEntity, { role: 'admin', isDisabled: false });
  return admins.length === 1 ? (admins[0] ?? null) : null;
}

async function named(tx: EntityManager, name: string): Promise<AccountEntity | null> {
  const key = accountNameKey(name);
  return key.ok ? tx.findOneBy(AccountEntity, { nameKey: key.value }) : null;
}
