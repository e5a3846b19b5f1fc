import { Entity, Index } from 'typeorm';
import { EpochMsColumn, IntColumn, TextColumn, UuidColumn } from '../../../platform/database/columns.js';

/** Somebody on a new phone asks for the old seat; the host compares the code both see. */
@Entity('live_seat_claim')
@Index('live_seat_claim_by_round', ['roundId', 'state'])
export class LiveSeatClaimEntity {
  @UuidColumn({ primary: true }) id!: string;
  @UuidColumn() roundId!: string;
  @TextColumn(200) name!: string;
  @TextColumn(4) code!: string;
  @TextColumn(64) secretHash!: string;
  @TextColumn(10) state!: 'waiting' | 'granted' | 'refused';
  @IntColumn({ nullable: true }) seatNo!: number | null;
  @EpochMsColumn() expiresAt!: number;
}
