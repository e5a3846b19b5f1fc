import { Entity, Index } from 'typeorm';
import { EpochMsColumn, TextColumn, UuidColumn } from '../../../platform/database/columns.js';

/** What was done to a unit, when and by whom. */
@Entity('unit_change')
@Index('unit_change_of_unit', ['unitId', 'changedAt'])
export class UnitChangeEntity {
  @UuidColumn({ primary: true }) id!: string;
  @UuidColumn() unitId!: string;
  @EpochMsColumn() changedAt!: number;
  @UuidColumn({ nullable: true }) changedBy!: string | null;
  @TextColumn(16) action!: string;
  @TextColumn(300) detail!: string;
}
