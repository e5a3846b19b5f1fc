import type { Role } from '@anquanli/contract/vocabulary.js';
import { Entity, Unique } from 'typeorm';
import { BooleanColumn, EpochMsColumn, TextColumn, UuidColumn } from '../../../platform/database/columns.js';

/** Somebody who may sign in. */
@Entity('account')
@Unique('uq_account_name_key', ['nameKey'])
export class AccountEntity {
  @UuidColumn({ primary: true })
  id!: string;

  @TextColumn(40)
  name!: string;

  /** Folded name; what the unique key and signing in go by. */
  @TextColumn(80)
  nameKey!: string;

  @TextColumn(16)
  role!: Role;

  /** The unit a captain looks after; null for everybody else. */
  @UuidColumn({ nullable: true })
  unitId!: string | null;

  /** argon2id in PHC form. */
  @TextColumn(255)
  passwordHash!: string;

  @BooleanColumn()
  isDisabled!: boolean;

  @EpochMsColumn()
  createdAt!: number;

  @EpochMsColumn({ nullable: true })
  lastSignInAt!: number | null;
}
