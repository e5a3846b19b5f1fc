import { randomUUID } from 'node:crypto';
import type { AccountEntity } from '../../src/features/identity/entities/account.entity.js';

/** A row with every default; name and key follow each other unless told. */
export function anAccount(changes: Partial<AccountEntity> = {}): AccountEntity {
  const nameKey = changes.nameKey ?? `account-${randomUUID()}`.slice(0, 40);
  return {
    id: randomUUID(),
    name: nameKey.slice(0, 40),
    nameKey,
    role: 'organiser',
    unitId: null,
    passwordHash: '$argon2id$none',
    isDisabled: false,
    createdAt: 1_781_571_600_000,
    lastSignInAt: null,
    ...changes,
  };
}
