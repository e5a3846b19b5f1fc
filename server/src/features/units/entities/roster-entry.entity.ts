import { Entity, Index } from 'typeorm';
import { EpochMsColumn, TextColumn, UuidColumn } from '../../../platform/database/columns.js';

/** Somebody who may register with a unit, and who did. Once the person is erased the name is empty, and the place stays taken. */
@Entity('roster_entry')
@Index('roster_entry_once', ['unitId', 'nameKey', 'employeeKey'], { unique: true })
export class RosterEntryEntity {
  @UuidColumn({ primary: true }) id!: string;
  @UuidColumn() unitId!: string;
  @TextColumn(200) name!: string;
  @TextColumn(200) nameKey!: string;
  @TextColumn(32, { nullable: true }) employeeNo!: string | null;
  /** The number in lower case, empty without one: two people of one name have two. The own id once the name is erased. */
  @TextColumn(36) employeeKey!: string;
  @Index('roster_entry_claimed', { unique: true })
  @UuidColumn({ nullable: true })
  claimedBy!: string | null;
  @EpochMsColumn({ nullable: true }) claimedAt!: number | null;
}
