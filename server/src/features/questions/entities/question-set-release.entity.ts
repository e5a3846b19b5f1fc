import { Entity } from 'typeorm';
import { EpochMsColumn, TextColumn, UuidColumn } from '../../../platform/database/columns.js';

/** Who released and withdrew a version. The whole set, as its released file has it, is in the store of files. */
@Entity('question_set_release')
export class QuestionSetReleaseEntity {
  @TextColumn(64, { primary: true }) setId!: string;
  @TextColumn(24, { primary: true }) version!: string;
  @EpochMsColumn() releasedAt!: number;
  /** null for a version that came as a file. */
  @UuidColumn({ nullable: true }) releasedBy!: string | null;
  @EpochMsColumn({ nullable: true }) withdrawnAt!: number | null;
  @UuidColumn({ nullable: true }) withdrawnBy!: string | null;
  @TextColumn(300, { nullable: true }) withdrawalReason!: string | null;
}
