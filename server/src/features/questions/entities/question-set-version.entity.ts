import { Entity } from 'typeorm';
import { EpochMsColumn, JsonColumn, LongTextColumn, TextColumn } from '../../../platform/database/columns.js';

/** One released version of a question set. Its content never changes; only the status may turn to withdrawn. */
@Entity('question_set_version')
export class QuestionSetVersionEntity {
  @TextColumn(64, { primary: true })
  setId!: string;

  @TextColumn(24, { primary: true })
  version!: string;

  @TextColumn(16)
  status!: 'released' | 'withdrawn';

  @TextColumn(200)
  title!: string;

  @LongTextColumn()
  description!: string;

  /** SHA-256 of the released file. */
  @TextColumn(80)
  contentHash!: string;

  @JsonColumn()
  categories!: { id: string; title: string; parent?: string }[];

  @EpochMsColumn()
  loadedAt!: number;
}
