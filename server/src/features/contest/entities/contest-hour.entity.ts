import { Entity } from 'typeorm';
import { IntColumn, SmallIntColumn, UuidColumn } from '../../../platform/database/columns.js';

/** Attempts by the hour of their hand-in; tallied by one hand, some seconds behind. */
@Entity('contest_hour')
export class ContestHourEntity {
  @UuidColumn({ primary: true }) contestId!: string;
  @SmallIntColumn({ primary: true }) hour!: number;
  @IntColumn() attempts!: number;
  @IntColumn() points!: number;
  @IntColumn() rightCount!: number;
  @IntColumn() asked!: number;
}
