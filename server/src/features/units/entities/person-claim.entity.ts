import { Entity, Index } from 'typeorm';
import { EpochMsColumn, TextColumn, UuidColumn } from '../../../platform/database/columns.js';

/** Somebody on a new phone asks to be a registered person; a captain compares the digits both see. */
@Entity('person_claim')
@Index('person_claim_waiting', ['state', 'unitId'])
export class PersonClaimEntity {
  @UuidColumn({ primary: true }) id!: string;
  @UuidColumn() unitId!: string;
  @TextColumn(200) name!: string;
  @TextColumn(200) nameKey!: string;
  @TextColumn(4) matchCode!: string;
  @TextColumn(64) secretHash!: string;
  /** Of the token that the new phone made and will hold. */
  @TextColumn(64) tokenHash!: string;
  @TextColumn(10) state!: 'waiting' | 'granted' | 'refused';
  @UuidColumn({ nullable: true }) personId!: string | null;
  @EpochMsColumn() createdAt!: number;
  @EpochMsColumn() expiresAt!: number;
  @UuidColumn({ nullable: true }) decidedBy!: string | null;
}
