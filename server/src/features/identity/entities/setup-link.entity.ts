import { Entity } from 'typeorm';
import { SmallIntColumn, TextColumn } from '../../../platform/database/columns.js';

/** One row: the link that the last start has printed, until there is an admin. */
@Entity('setup_link')
export class SetupLinkEntity {
  /** Always 1. */
  @SmallIntColumn({ primary: true }) id!: number;
  /** SHA-256 of the token, hex. */
  @TextColumn(64, { nullable: true }) tokenHash!: string | null;
}
