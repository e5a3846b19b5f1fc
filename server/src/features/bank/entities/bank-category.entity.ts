import { Entity } from 'typeorm';
import { EpochMsColumn, TextColumn, UuidColumn } from '../../../platform/database/columns.js';

/** A category that all sets share. */
@Entity('bank_category')
export class BankCategoryEntity {
  @TextColumn(64, { primary: true }) id!: string;
  @TextColumn(120) title!: string;
  @TextColumn(64, { nullable: true }) parent!: string | null;
  @EpochMsColumn() updatedAt!: number;
  @UuidColumn({ nullable: true }) updatedBy!: string | null;
}
