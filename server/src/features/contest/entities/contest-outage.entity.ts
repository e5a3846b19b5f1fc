import { Entity, Index } from 'typeorm';
import { EpochMsColumn, UuidColumn } from '../../../platform/database/columns.js';

/** A stretch in which nobody could answer: added to the limit of every attempt that was open. */
@Entity('contest_outage')
@Index('contest_outage_end', ['endedAt'])
export class ContestOutageEntity {
  @UuidColumn({ primary: true }) id!: string;
  @EpochMsColumn() beganAt!: number;
  @EpochMsColumn() endedAt!: number;
}
