import type { Verdict } from '@anquanli/contract/vocabulary';
import { Entity, Index } from 'typeorm';
import { IntColumn, SmallIntColumn, TextColumn, UuidColumn } from '../../../platform/database/columns.js';

/** Where a seat stands after a question: one row per seat and ended question, also for those who did not answer. */
@Entity('live_result')
@Index('live_result_board', ['roundId', 'questionNo', 'place'])
export class LiveResultEntity {
  @UuidColumn({ primary: true }) roundId!: string;
  @SmallIntColumn({ primary: true }) questionNo!: number;
  @IntColumn({ primary: true }) seatNo!: number;
  @TextColumn(8) verdict!: Verdict;
  @IntColumn() points!: number;
  @IntColumn() bonus!: number;
  @IntColumn({ nullable: true }) elapsedMs!: number | null;
  @IntColumn() total!: number;
  @SmallIntColumn() rightCount!: number;
  @IntColumn() rightTimeMs!: number;
  @SmallIntColumn() streak!: number;
  /** The rank; 0 = off the board. (`rank` is a reserved word of MySQL 8.) */
  @IntColumn() place!: number;
  @IntColumn({ nullable: true }) previousPlace!: number | null;
  @IntColumn({ nullable: true }) gapToNext!: number | null;
}
