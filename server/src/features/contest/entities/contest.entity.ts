import type { ContestSettings } from '@anquanli/contract/contest-settings.js';
import { Entity, Index } from 'typeorm';
import { BooleanColumn, EpochMsColumn, IntColumn, JsonColumn, UuidColumn } from '../../../platform/database/columns.js';

/** A contest. Written by compare-and-set on its version. */
@Entity('contest')
@Index('contest_by_end', ['endsAt'])
export class ContestEntity {
  @UuidColumn({ primary: true }) id!: string;
  @JsonColumn() settings!: ContestSettings;
  @IntColumn() version!: number;
  /** People find it. */
  @BooleanColumn() isPublished!: boolean;
  /** First midnight and the one after the last day, from the settings: what sweepers ask for. */
  @EpochMsColumn() startsAt!: number;
  @EpochMsColumn() endsAt!: number;
  /** When head-counts and audience were written down; null before the first day. */
  @EpochMsColumn({ nullable: true }) frozenAt!: number | null;
  /** When the names of its people were emptied. */
  @EpochMsColumn({ nullable: true }) erasedAt!: number | null;
  @UuidColumn() createdBy!: string;
  @EpochMsColumn() createdAt!: number;
}
