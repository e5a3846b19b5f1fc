import type { ReportKind } from '@anquanli/contract/vocabulary.js';
import { Entity, Index } from 'typeorm';
import {
  EpochMsColumn,
  IntColumn,
  SmallIntColumn,
  TextColumn,
  UuidColumn,
} from '../../../platform/database/columns.js';

/** A spreadsheet, made in the background and kept. Its bytes are stored files. */
@Entity('report')
@Index('report_of_contest', ['contestId', 'createdAt'])
export class ReportEntity {
  @UuidColumn({ primary: true }) id!: string;
  @UuidColumn() contestId!: string;
  @TextColumn(12) kind!: ReportKind;
  /** About one unit with all below it; null = the whole contest. */
  @UuidColumn({ nullable: true }) unitId!: string | null;
  @TextColumn(8) state!: 'making' | 'ready' | 'failed';
  @SmallIntColumn() percent!: number;
  @IntColumn() rowCount!: number;
  @IntColumn() bytes!: number;
  @UuidColumn() createdBy!: string;
  @EpochMsColumn() createdAt!: number;
}
