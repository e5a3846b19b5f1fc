import type { Question, QuestionStatus, QuestionType } from '@anquanli/question-bank/schema.js';
import { Entity, Index } from 'typeorm';
import {
  EpochMsColumn,
  IntColumn,
  JsonColumn,
  LongTextColumn,
  SmallIntColumn,
  TextColumn,
  UuidColumn,
} from '../../../platform/database/columns.js';

/** A question as it is being edited: the whole of it in `content`, beside it what lists are filtered by. */
@Entity('bank_question')
@Index('bank_question_by_status', ['setId', 'status'])
@Index('bank_question_by_category', ['setId', 'category'])
@Index('bank_question_import', ['setId', 'importKey'], { unique: true })
export class BankQuestionEntity {
  @TextColumn(64, { primary: true }) setId!: string;
  @TextColumn(32, { primary: true }) questionId!: string;
  @IntColumn() version!: number;
  @IntColumn() rev!: number;
  @TextColumn(16) kind!: QuestionType;
  @TextColumn(16) status!: QuestionStatus;
  @TextColumn(64) category!: string;
  @SmallIntColumn() difficulty!: number;
  /** All its words, normalised. */
  @LongTextColumn() searchText!: string;
  /** Ids of the sources it cites, each between commas: `,xff-2021,`. */
  @TextColumn(600) sourceIds!: string;
  @JsonColumn() content!: Question;
  /** File and place it came from: the same file twice is the same question once. */
  @TextColumn(120, { nullable: true }) importKey!: string | null;
  @UuidColumn({ nullable: true }) importId!: string | null;
  @EpochMsColumn() createdAt!: number;
  @UuidColumn({ nullable: true }) createdBy!: string | null;
  @EpochMsColumn() updatedAt!: number;
  @UuidColumn({ nullable: true }) updatedBy!: string | null;
}
