import { Entity } from 'typeorm';
import { CHOICE_CHARS } from '../../../domain/question/kept-choice.js';
import {
  BooleanColumn,
  EpochMsColumn,
  IntColumn,
  SmallIntColumn,
  TextColumn,
  UuidColumn,
} from '../../../platform/database/columns.js';

/** One answer. Its key is the promise “exactly once”; written by the journal alone. */
@Entity('live_answer')
export class LiveAnswerEntity {
  @UuidColumn({ primary: true }) roundId!: string;
  @SmallIntColumn({ primary: true }) questionNo!: number;
  @IntColumn({ primary: true }) seatNo!: number;
  @TextColumn(32) answerId!: string;
  @TextColumn(CHOICE_CHARS) choice!: string;
  @EpochMsColumn() receivedAt!: number;
  @IntColumn() elapsedMs!: number;
  @IntColumn({ nullable: true }) rttMs!: number | null;
  @BooleanColumn() isDraft!: boolean;
}
