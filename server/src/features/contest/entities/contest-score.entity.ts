import { Entity, Index } from 'typeorm';
import { BooleanColumn, EpochMsColumn, IntColumn, UuidColumn } from '../../../platform/database/columns.js';

/** What a person has in a contest, recomputed from the own attempts in the transaction that changes one. Its row is also the lock of all that the person does there. */
@Entity('contest_score')
@Index('contest_score_order', ['contestId', 'isRanked', 'points', 'timeMs'])
@Index('contest_score_unit', ['contestId', 'unitId', 'isRanked', 'points', 'timeMs'])
@Index('contest_score_person', ['personId'])
@Index('contest_score_changed', ['contestId', 'updatedAt', 'personId'])
export class ContestScoreEntity {
  @UuidColumn({ primary: true }) contestId!: string;
  @UuidColumn({ primary: true }) personId!: string;
  /** Moves with every change: the first statement of each. */
  @IntColumn() changes!: number;
  /** Of the latest attempt in the boards, or where the person was at the first start. */
  @UuidColumn() unitId!: string;
  @IntColumn() points!: number;
  @EpochMsColumn() timeMs!: number;
  /** In the boards; 0 = on no board. */
  @IntColumn() attempts!: number;
  @BooleanColumn() isRanked!: boolean;
  @IntColumn() bestRight!: number;
  @IntColumn() bestAsked!: number;
  @EpochMsColumn() updatedAt!: number;
}
