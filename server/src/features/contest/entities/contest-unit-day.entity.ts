import { Entity } from 'typeorm';
import { IntColumn, TextColumn, UuidColumn } from '../../../platform/database/columns.js';

/** The roll-up: what people brought to one unit on one day. Kept in the transaction of the attempt, by new − old. */
@Entity('contest_unit_day')
export class ContestUnitDayEntity {
  @UuidColumn({ primary: true }) contestId!: string;
  @UuidColumn({ primary: true }) unitId!: string;
  @TextColumn(10, { primary: true }) day!: string;
  @IntColumn() people!: number;
  @IntColumn() active!: number;
  @IntColumn() attempts!: number;
  @IntColumn() points!: number;
  @IntColumn() rightCount!: number;
  @IntColumn() asked!: number;
  @IntColumn() fullMarks!: number;
}
