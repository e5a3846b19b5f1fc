import { Entity } from 'typeorm';
import {
  BooleanColumn,
  EpochMsColumn,
  IntColumn,
  SmallIntColumn,
  TextColumn,
  UuidColumn,
} from '../../../platform/database/columns.js';

/** A question of the notebook: missed once, and not yet right often enough since. */
@Entity('contest_missed')
export class ContestMissedEntity {
  @UuidColumn({ primary: true }) contestId!: string;
  @UuidColumn({ primary: true }) personId!: string;
  /** Key of the question. */
  @TextColumn(100, { primary: true }) question!: string;
  /** Right in a row since it was missed. */
  @SmallIntColumn() streak!: number;
  @IntColumn() misses!: number;
  @BooleanColumn() isOpen!: boolean;
  @EpochMsColumn() seenAt!: number;
}
