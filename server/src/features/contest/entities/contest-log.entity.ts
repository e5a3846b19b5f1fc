import { Entity, Index } from 'typeorm';
import { EpochMsColumn, TextColumn, UuidColumn } from '../../../platform/database/columns.js';

/** Who did what in a contest, and why. */
@Entity('contest_log')
@Index('contest_log_of', ['contestId', 'notedAt'])
export class ContestLogEntity {
  @UuidColumn({ primary: true }) id!: string;
  @UuidColumn() contestId!: string;
  @EpochMsColumn() notedAt!: number;
  /** null = the server itself. */
  @UuidColumn({ nullable: true }) accountId!: string | null;
  @TextColumn(20) action!: string;
  @UuidColumn({ nullable: true }) attemptId!: string | null;
  @UuidColumn({ nullable: true }) personId!: string | null;
  @TextColumn(300) detail!: string;
}
