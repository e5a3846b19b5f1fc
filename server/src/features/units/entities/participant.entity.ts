import type { ParticipantStatus } from '@anquanli/contract/vocabulary.js';
import { Entity, Index } from 'typeorm';
import {
  EpochMsColumn,
  IntColumn,
  SmallIntColumn,
  TextColumn,
  UuidColumn,
} from '../../../platform/database/columns.js';

/** A person who registered with a unit. The only row with the real name: erasing is emptying it. */
@Entity('participant')
@Index('participant_of_unit', ['unitId', 'nameKey'])
@Index('participant_unit_status', ['unitId', 'status'])
@Index('participant_by_status', ['status'])
export class ParticipantEntity {
  @UuidColumn({ primary: true }) personId!: string;
  @UuidColumn() unitId!: string;
  @TextColumn(200) name!: string;
  @TextColumn(200) nameKey!: string;
  @TextColumn(32, { nullable: true }) employeeNo!: string | null;
  @TextColumn(10) status!: ParticipantStatus;
  @IntColumn() version!: number;
  @SmallIntColumn() consentVersion!: number;
  @EpochMsColumn() registeredAt!: number;
  /** SHA-256 over person and code. */
  @TextColumn(64, { nullable: true }) recoveryHash!: string | null;
  @EpochMsColumn({ nullable: true }) erasedAt!: number | null;
}
