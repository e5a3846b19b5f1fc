import { Entity } from 'typeorm';
import { BytesColumn, EpochMsColumn, IntColumn, TextColumn } from '../../../platform/database/columns.js';

/** A picture of questions. Named by its bytes, so it never changes and is there once, whoever shows it. */
@Entity('media')
export class MediaEntity {
  @TextColumn(64, { primary: true }) sha256!: string;
  @TextColumn(32) mime!: string;
  @BytesColumn() bytes!: Buffer;
  /** Pixels; of a drawing the proportion counts. */
  @IntColumn() width!: number;
  @IntColumn() height!: number;
  @EpochMsColumn() createdAt!: number;
}
