import { Entity } from 'typeorm';
import {
  EpochMsColumn,
  IntColumn,
  SmallIntColumn,
  TextColumn,
  UuidColumn,
} from '../../../platform/database/columns.js';

/** A saved answer. */
@Entity('contest_answer')
export class ContestAnswerEntity {
  @UuidColumn({ primary: true }) attemptId!: string;
  @SmallIntColumn({ primary: true }) lineNo!: number;
  /** A choice as JSON, in the attempt's own option ids. */
  @TextColumn(1200) choice!: string;
  /** Of the attempt's own time. */
  @IntColumn() elapsedMs!: number;
  @EpochMsColumn() savedAt!: number;
}
