import type { Distribution } from '@anquanli/contract/question';
import type { QuestionStatus } from '@anquanli/contract/vocabulary';
import { Entity } from 'typeorm';
import {
  EpochMsColumn,
  IntColumn,
  JsonColumn,
  SmallIntColumn,
  TextColumn,
  UuidColumn,
} from '../../../platform/database/columns.js';

/** A question in its place in a round. The words are in the question set, which never changes. */
@Entity('live_question')
export class LiveQuestionEntity {
  @UuidColumn({ primary: true }) roundId!: string;
  @SmallIntColumn({ primary: true }) questionNo!: number;
  @TextColumn(28) questionId!: string;
  @SmallIntColumn() questionRev!: number;
  @TextColumn(10) status!: QuestionStatus;
  @EpochMsColumn({ nullable: true }) opensAt!: number | null;
  @EpochMsColumn({ nullable: true }) closesAt!: number | null;
  @IntColumn({ nullable: true }) limitMs!: number | null;
  @TextColumn(200, { nullable: true }) voidReason!: string | null;
  @JsonColumn({ nullable: true }) distribution!: Distribution | null;
}
