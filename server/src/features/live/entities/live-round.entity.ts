import type { RoundSettings } from '@anquanli/contract/rounds';
import type { AutopilotState, Phase } from '@anquanli/contract/vocabulary';
import { Entity, Index } from 'typeorm';
import {
  BooleanColumn,
  EpochMsColumn,
  IntColumn,
  JsonColumn,
  SmallIntColumn,
  TextColumn,
  UuidColumn,
} from '../../../platform/database/columns.js';

/** One live event. `version` moves with every change that hall, host or phones must see. */
@Entity('live_round')
@Index('live_round_by_owner', ['ownerId', 'createdAt'])
@Index('live_round_by_phase', ['phase'])
export class LiveRoundEntity {
  @UuidColumn({ primary: true }) id!: string;
  @UuidColumn() ownerId!: string;
  @JsonColumn() settings!: RoundSettings;
  /** Orders questions and options; any score can be recomputed from it. */
  @TextColumn(32) seed!: string;
  @IntColumn() version!: number;

  @TextColumn(20) phase!: Phase;
  @SmallIntColumn() questionNo!: number;
  @SmallIntColumn() questionCount!: number;
  @EpochMsColumn({ nullable: true }) opensAt!: number | null;
  @EpochMsColumn({ nullable: true }) closesAt!: number | null;
  @EpochMsColumn({ nullable: true }) acceptsUntil!: number | null;
  @IntColumn({ nullable: true }) limitMs!: number | null;
  @EpochMsColumn() phaseSince!: number;
  @TextColumn(10) autopilot!: AutopilotState;
  @EpochMsColumn() autopilotFrom!: number;
  @BooleanColumn() isLobbyLocked!: boolean;
  @BooleanColumn() isRehearsal!: boolean;

  /** Free again when the round is over. */
  @Index('live_round_pin', { unique: true })
  @TextColumn(6, { nullable: true })
  pin!: string | null;
  @Index('live_round_join_token', { unique: true })
  @TextColumn(16)
  joinToken!: string;
  @Index('live_round_stage_code', { unique: true })
  @TextColumn(8)
  stageCode!: string;
  /** Origin the QR code points to, chosen by the host; null = the server's best guess. */
  @TextColumn(200, { nullable: true }) joinOrigin!: string | null;

  /** Highest seat number given; its update orders concurrent joins. */
  @IntColumn() seatsTaken!: number;
  /** The fence of the answer journal counts here. */
  @IntColumn() answersWritten!: number;
  /** Written each second while somebody runs the clock. */
  @EpochMsColumn() aliveAt!: number;
  @EpochMsColumn() createdAt!: number;
  @EpochMsColumn({ nullable: true }) finishedAt!: number | null;
  /** When the round and its people are deleted. */
  @EpochMsColumn({ nullable: true }) deletesAt!: number | null;
}
