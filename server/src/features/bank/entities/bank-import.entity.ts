import type { ImportSummary } from '@anquanli/contract/bank-imports.js';
import { Entity, Index } from 'typeorm';
import { EpochMsColumn, IntColumn, JsonColumn, TextColumn, UuidColumn } from '../../../platform/database/columns.js';

/** A file on its way into a set. The file, the admin's choices and what was read lie in the store of files. */
@Entity('bank_import')
@Index('bank_import_by_time', ['createdAt'])
export class BankImportEntity {
  @UuidColumn({ primary: true }) id!: string;
  @IntColumn() version!: number;
  @TextColumn(64) setId!: string;
  @TextColumn(200) name!: string;
  @TextColumn(64) sha256!: string;
  @IntColumn() bytes!: number;
  @TextColumn(12) state!: ImportSummary['state'];
  @JsonColumn() counts!: Omit<ImportSummary['counts'], 'added'>;
  @IntColumn() added!: number;
  @EpochMsColumn() createdAt!: number;
  @UuidColumn({ nullable: true }) createdBy!: string | null;
  @EpochMsColumn() updatedAt!: number;
  @UuidColumn({ nullable: true }) updatedBy!: string | null;
  @EpochMsColumn({ nullable: true }) committedAt!: number | null;
  @UuidColumn({ nullable: true }) committedBy!: string | null;
}
