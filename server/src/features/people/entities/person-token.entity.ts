import { Entity, Index } from 'typeorm';
import { EpochMsColumn, TextColumn, UuidColumn } from '../../../platform/database/columns.js';

/** A secret by which a phone is known as a person; only its hash is kept. */
@Entity('person_token')
export class PersonTokenEntity {
  @TextColumn(64, { primary: true }) tokenHash!: string;
  @Index('person_token_person')
  @UuidColumn()
  personId!: string;
  @EpochMsColumn() createdAt!: number;
  @EpochMsColumn({ nullable: true }) revokedAt!: number | null;
}
