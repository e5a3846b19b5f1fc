import { Entity } from 'typeorm';
import { IntColumn, TextColumn, UuidColumn } from '../../../platform/database/columns.js';

/** How a question went; tallied by one hand, some seconds behind. */
@Entity('contest_question')
export class ContestQuestionEntity {
  @UuidColumn({ primary: true }) contestId!: string;
  @TextColumn(100, { primary: true }) question!: string;
  @IntColumn() asked!: number;
  @IntColumn() answered!: number;
  @IntColumn() rightCount!: number;
}
