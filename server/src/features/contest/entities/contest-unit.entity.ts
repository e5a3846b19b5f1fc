import { Entity } from 'typeorm';
import { IntColumn, UuidColumn } from '../../../platform/database/columns.js';

/** A unit of the audience with its head-count as it was when the contest began. */
@Entity('contest_unit')
export class ContestUnitEntity {
  @UuidColumn({ primary: true }) contestId!: string;
  @UuidColumn({ primary: true }) unitId!: string;
  @IntColumn({ nullable: true }) headCount!: number | null;
}
