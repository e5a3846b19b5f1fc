import { Entity } from 'typeorm';
import {
  EpochMsColumn,
  IntColumn,
  LongTextColumn,
  TextColumn,
  UuidColumn,
} from '../../../platform/database/columns.js';

/** A set as it is being edited. Its released versions are never touched by what happens here. */
@Entity('bank_set')
export class BankSetEntity {
  @TextColumn(64, { primary: true }) setId!: string;
  @IntColumn() version!: number;
  @TextColumn(120) title!: string;
  @LongTextColumn() description!: string;
  @TextColumn(64) licence!: string;
  @TextColumn(16) locale!: string;
  @TextColumn(10) legalBasisDate!: string;
  /** The released version whose questions were brought in last; null for a set that was made here. */
  @TextColumn(24, { nullable: true }) seededFrom!: string | null;
  @EpochMsColumn() createdAt!: number;
  @UuidColumn({ nullable: true }) createdBy!: string | null;
  @EpochMsColumn() updatedAt!: number;
  @UuidColumn({ nullable: true }) updatedBy!: string | null;
}
