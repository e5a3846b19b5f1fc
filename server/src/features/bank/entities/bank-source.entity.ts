import type { Source } from '@anquanli/question-bank/schema.js';
import { Entity } from 'typeorm';
import { EpochMsColumn, JsonColumn, TextColumn, UuidColumn } from '../../../platform/database/columns.js';

/** A law, standard or house rule that all sets share. */
@Entity('bank_source')
export class BankSourceEntity {
  @TextColumn(64, { primary: true }) id!: string;
  @JsonColumn() content!: Source;
  @EpochMsColumn() updatedAt!: number;
  /** null for what came with the product; an admin's word is never overwritten by it. */
  @UuidColumn({ nullable: true }) updatedBy!: string | null;
}
