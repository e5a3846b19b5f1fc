import { Entity, Index } from 'typeorm';
import { EpochMsColumn, TextColumn, UuidColumn } from '../../../platform/database/columns.js';

/** A certificate. No name here: it is read from the person, and gone with it. */
@Entity('contest_certificate')
@Index('contest_certificate_person', ['contestId', 'personId'], { unique: true })
export class ContestCertificateEntity {
  @TextColumn(16, { primary: true }) number!: string;
  @UuidColumn() contestId!: string;
  @UuidColumn() personId!: string;
  @EpochMsColumn() issuedAt!: number;
  @EpochMsColumn({ nullable: true }) revokedAt!: number | null;
}
