import { Entity, Index } from 'typeorm';
import { EpochMsColumn, IntColumn, TextColumn, UuidColumn } from '../../../platform/database/columns.js';

/** A registration code, now or once of a unit. */
@Entity('unit_code')
export class UnitCodeEntity {
  @TextColumn(8, { primary: true }) code!: string;
  @Index('unit_code_of_unit')
  @UuidColumn()
  unitId!: string;
  @EpochMsColumn() createdAt!: number;
  @UuidColumn({ nullable: true }) createdBy!: string | null;
  @EpochMsColumn({ nullable: true }) expiresAt!: number | null;
  @EpochMsColumn({ nullable: true }) revokedAt!: number | null;
  @IntColumn() registrations!: number;
}
