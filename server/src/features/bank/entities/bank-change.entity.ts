import type { ChangeAction } from '@anquanli/contract/bank.js';
import type { Question } from '@anquanli/question-bank/schema.js';
import { Entity, Index } from 'typeorm';
import { EpochMsColumn, IntColumn, JsonColumn, TextColumn, UuidColumn } from '../../../platform/database/columns.js';

/** One step in the life of a question, with the question as it was after it. Never changed. */
@Entity('bank_change')
@Index('bank_change_of_question', ['setId', 'questionId', 'changedAt'])
export class BankChangeEntity {
  @UuidColumn({ primary: true }) id!: string;
  @TextColumn(64) setId!: string;
  @TextColumn(32) questionId!: string;
  @EpochMsColumn() changedAt!: number;
  @UuidColumn({ nullable: true }) changedBy!: string | null;
  @TextColumn(20) action!: ChangeAction;
  @IntColumn() rev!: number;
  @JsonColumn() fields!: string[];
  @TextColumn(300, { nullable: true }) note!: string | null;
  @JsonColumn() content!: Question;
}
