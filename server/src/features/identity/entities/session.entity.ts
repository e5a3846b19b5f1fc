import { Entity, ForeignKey, Index } from 'typeorm';
import { EpochMsColumn, TextColumn, UuidColumn } from '../../../platform/database/columns.js';
import { AccountEntity } from './account.entity.js';

/** A browser that is signed in. The cookie holds the id, the row its SHA-256: a stolen table opens nothing. */
@Entity('session')
@Index('ix_session_account', ['accountId'])
@Index('ix_session_round', ['roundId'])
export class SessionEntity {
  @TextColumn(64, { primary: true })
  idHash!: string;

  @ForeignKey(() => AccountEntity, { name: 'fk_session_account', onDelete: 'CASCADE' })
  @UuidColumn()
  accountId!: string;

  /** Set when the browser is a remote control: good for this round alone. */
  @UuidColumn({ nullable: true })
  roundId!: string | null;

  @EpochMsColumn()
  createdAt!: number;

  @EpochMsColumn()
  expiresAt!: number;

  @EpochMsColumn()
  lastSeenAt!: number;
}
