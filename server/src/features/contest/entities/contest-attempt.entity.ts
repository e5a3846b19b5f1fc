import type { AttemptKind, AttemptState } from '@anquanli/contract/vocabulary.js';
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
import type { PaperLine } from '../attempts/paper-line.js';

/** One paper of one person. */
@Entity('contest_attempt')
@Index('contest_attempt_slot', ['contestId', 'personId', 'kind', 'day', 'slot'], { unique: true })
@Index('contest_attempt_due', ['state', 'dueAt'])
@Index('contest_attempt_tally', ['isTallyDue'])
@Index('contest_attempt_fast', ['contestId', 'isFast'])
@Index('contest_attempt_device', ['contestId', 'device'])
@Index('contest_attempt_person', ['personId', 'startedAt'])
export class ContestAttemptEntity {
  @UuidColumn({ primary: true }) id!: string;
  @UuidColumn() contestId!: string;
  @UuidColumn() personId!: string;
  /** For which it was made: never changed. */
  @UuidColumn() unitId!: string;
  @TextColumn(10) kind!: AttemptKind;
  /** Of its start, in the contest's zone. */
  @TextColumn(10) day!: string;
  /** 0 … attempts a day − 1; returned ones stand behind RETURNED_SLOT, so that theirs is free again. */
  @SmallIntColumn() slot!: number;
  @TextColumn(8) state!: AttemptState;
  @TextColumn(32) seed!: string;
  /** Which questions, in order: with the seed the whole paper for ever. */
  @JsonColumn() paper!: PaperLine[];
  @EpochMsColumn() startedAt!: number;
  /** Start and limit; outages come on top when it is read. */
  @EpochMsColumn() dueAt!: number;
  /** The fence: moves with every answer while the attempt is open. */
  @IntColumn() saves!: number;
  @EpochMsColumn({ nullable: true }) settledAt!: number | null;
  @TextColumn(8, { nullable: true }) settledBy!: 'person' | 'time' | null;
  @SmallIntColumn() answered!: number;
  @SmallIntColumn() rightCount!: number;
  @SmallIntColumn() asked!: number;
  @IntColumn() points!: number;
  @IntColumn() timeMs!: number;
  /** Answered faster than it can be read. */
  @BooleanColumn() isFast!: boolean;
  @TextColumn(32, { nullable: true }) device!: string | null;
  /** Out of the boards, and why. */
  @TextColumn(200, { nullable: true }) removedReason!: string | null;
  /** Is in the tallies of hours and questions. */
  @BooleanColumn() isTallied!: boolean;
  /** Is to be looked at by who tallies. */
  @BooleanColumn() isTallyDue!: boolean;
}
