import type { SeatStatus } from '@anquanli/contract/vocabulary';
import { Entity, Index } from 'typeorm';
import { BooleanColumn, EpochMsColumn, IntColumn, TextColumn, UuidColumn } from '../../../platform/database/columns.js';

/** A person in a round. The only row with a name: erasing a person is emptying it. */
@Entity('live_seat')
@Index('live_seat_person', ['roundId', 'personId'], { unique: true })
@Index('live_seat_name', ['roundId', 'nameKey'])
export class LiveSeatEntity {
  @UuidColumn({ primary: true }) roundId!: string;
  @IntColumn({ primary: true }) seatNo!: number;
  @UuidColumn() personId!: string;
  /** The unit a registered person played for; null for guests. */
  @UuidColumn({ nullable: true }) unitId!: string | null;
  /** As cleaned: at most 20 graphemes. */
  @TextColumn(200) name!: string;
  @TextColumn(200) nameKey!: string;
  @BooleanColumn() isNameShared!: boolean;
  @BooleanColumn() isNameHidden!: boolean;
  @TextColumn(10) status!: SeatStatus;
  /** Moves with every change of this row. */
  @IntColumn() version!: number;
  @EpochMsColumn() joinedAt!: number;
}
