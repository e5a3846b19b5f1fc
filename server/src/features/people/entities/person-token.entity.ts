import { Entity, Index } from 'typeorm';
import { EpochMsColumn, TextColumn, UuidColumn } from '../../../platform/database/columns.js';

/** How a registered person came to a token. */
export type TokenOrigin = 'registered' | 'recovery_code' | 'captain';

/** A secret by which a phone is known as a person; only its hash is kept. */
@Entity('person_token')
export class PersonTokenEntity {
  @TextColumn(64, { primary: true }) tokenHash!: string;
  @Index('person_token_person')
  @UuidColumn()
  personId!: string;
  @EpochMsColumn() createdAt!: number;
  /** How a registered person came to this token; null for a guest of rounds. */
  @TextColumn(16, { nullable: true }) how!: TokenOrigin | null;
  @EpochMsColumn({ nullable: true }) revokedAt!: number | null;
}
