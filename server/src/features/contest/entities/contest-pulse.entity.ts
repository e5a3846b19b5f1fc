import { Entity } from 'typeorm';
import { EpochMsColumn, SmallIntColumn } from '../../../platform/database/columns.js';

/** One row: written each second while attempts are open. A gap is an outage. */
@Entity('contest_pulse')
export class ContestPulseEntity {
  /** Always 1. */
  @SmallIntColumn({ primary: true }) id!: number;
  /** 0 = at rest. */
  @EpochMsColumn() aliveAt!: number;
}
