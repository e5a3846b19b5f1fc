import type { Media } from '@anquanli/question-bank/schema.js';
import { Entity } from 'typeorm';
import { EpochMsColumn, IntColumn, TextColumn, UuidColumn } from '../../../platform/database/columns.js';

/** A picture of a set; its bytes are in the store of media, by hash. */
@Entity('bank_media')
export class BankMediaEntity {
  @TextColumn(64, { primary: true }) setId!: string;
  @TextColumn(64, { primary: true }) id!: string;
  @TextColumn(128) path!: string;
  @TextColumn(40) mime!: Media['mime'];
  @TextColumn(64) sha256!: string;
  @IntColumn() bytes!: number;
  @IntColumn() width!: number;
  @IntColumn() height!: number;
  @TextColumn(300) alt!: string;
  @TextColumn(64, { nullable: true }) licence!: string | null;
  @TextColumn(200, { nullable: true }) credit!: string | null;
  @EpochMsColumn() createdAt!: number;
  @UuidColumn({ nullable: true }) createdBy!: string | null;
  @EpochMsColumn() updatedAt!: number;
  @UuidColumn({ nullable: true }) updatedBy!: string | null;
}
