import { Entity, Index } from 'typeorm';
import { EpochMsColumn, TextColumn, UuidColumn } from '../../../platform/database/columns.js';

/** A code that turns one phone into the remote control of a round: taken once, confirmed on the laptop, then used up. */
@Entity('live_remote_code')
export class LiveRemoteCodeEntity {
  @UuidColumn({ primary: true }) id!: string;
  @UuidColumn() roundId!: string;
  /** The account that made the code and that the phone will act for. */
  @UuidColumn() accountId!: string;
  @Index('live_remote_code_hash', { unique: true })
  @TextColumn(64)
  codeHash!: string;
  @TextColumn(10) state!: 'waiting' | 'taken' | 'confirmed' | 'used';
  /** Of the phone that took the code. */
  @TextColumn(64, { nullable: true }) secretHash!: string | null;
  @TextColumn(2, { nullable: true }) matchNumber!: string | null;
  @EpochMsColumn() expiresAt!: number;
}
