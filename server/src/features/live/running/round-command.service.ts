import type { HostCommand } from '@anquanli/contract/live-host';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { advance, switchAutopilot, type Move, type RoundState } from '../../../domain/live-round/phase.js';
import { accept, refuse, type Result } from '../../../domain/shared/result.js';
import { Clock } from '../../../platform/clock/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { AnswerDrain } from './answer-drain.service.js';
import { LiveQuestionEntity } from '../entities/live-question.entity.js';
import type { LiveRoundEntity } from '../entities/live-round.entity.js';
import type { LiveRoom } from './live-room.js';
import { RoundAnnouncer } from '../views/round-announcer.service.js';
import { RoundRooms } from './round-rooms.service.js';
import { keptMs } from '../rounds/round-row.js';
import { RoundRepository } from '../rounds/round.repository.js';
import { questionOf, type Scored, ScoringService } from './scoring.service.js';

/** Long enough to look at the podium once more. */
const REHEARSAL_KEPT_MS = 30 * 60_000;

/** A change of one round: the new columns, and what else belongs into the same transaction. */
interface Change {
  readonly columns: Partial<LiveRoundEntity>;
  readonly inside?: (tx: EntityManager) => Promise<void>;
  /** Ends the question, in the same transaction. */
  readonly score?: (tx: EntityManager) => Promise<Scored>;
  readonly hasNewResults: boolean;
}

/**
 * Orders of hosts and of the clock. Each is one compare-and-set on the round's version: of two that come together one
 * wins, the other is told `stale_version` and sees the new state.
 */
@Injectable()
export class RoundCommandService {
  constructor(
    private readonly rooms: RoundRooms,
    private readonly rounds: RoundRepository,
    private readonly unitOfWork: UnitOfWork,
    private readonly drain: AnswerDrain,
    private readonly scoring: ScoringService,
    private readonly announcer: RoundAnnouncer,
    private readonly clock: Clock,
  ) {}

  /** A host's order, given on sight of `version`. */
  async order(roundId: string, version: number, order: HostCommand): Promise<Result<{ version: number }>> {
    const room = await this.rooms.open(roundId);
    if (!room) return refuse('not_found');
    if (version > room.loaded.row.version) await this.rooms.catchUp(room);
    if (version !== room.loaded.row.version) return refuse('stale_version', { version: room.loaded.row.version });
    return this.carryOut(room, order);
  }

  /** The clock's move, on whatever version is current. */
  move(room: LiveRoom, move: Exclude<Move, 'void'>): Promise<Result<{ version: number }>> {
    return this.carryOut(room, { command: move });
  }

  /** A change that is no order: time given back after an outage that ended at `aliveAt`. */
  async apply(room: LiveRoom, state: RoundState, aliveAt: number): Promise<Result<{ version: number }>> {
    const { questionNo, opensAt, closesAt } = state;
    return this.commit(room, {
      columns: { ...state, aliveAt },
      inside: (tx) => this.updateQuestion(tx, room, questionNo, { opensAt, closesAt }),
      hasNewResults: false,
    });
  }

  private async carryOut(room: LiveRoom, order: HostCommand): Promise<Result<{ version: number }>> {
    const { version } = room.loaded.row;
    if (order.command === 'reveal' && room.state.phase === 'question_closed') {
      await this.announcer.draining(room);
      await this.drain.of(room);
    }
    // While the last answers came in, somebody else may have moved the round.
    if (room.loaded.row.version !== version) return refuse('stale_version', { version: room.loaded.row.version });
    const change = this.decide(room, order, this.clock.now());
    return change.ok ? this.commit(room, change.value) : change;
  }

  private decide(room: LiveRoom, order: HostCommand, at: number): Result<Change> {
    switch (order.command) {
      case 'autopilot':
        return accept({ columns: { ...switchAutopilot(room.state, order.isOn, at) }, hasNewResults: false });
      case 'lock_lobby':
        return accept({ columns: { isLobbyLocked: order.isLocked }, hasNewResults: false });
      case 'join_origin':
        return accept({ columns: { joinOrigin: order.origin.replace(/\/+$/, '') }, hasNewResults: false });
      case 'void':
        return this.decideVoid(room, order.questionNo, order.reason, at);
      default:
        return this.decideMove(room, order.command, at);
    }
  }

  private decideVoid(room: LiveRoom, questionNo: number, reason: string, at: number): Result<Change> {
    const moved = advance(room.state, 'void', at, null);
    if (!moved.ok) return moved;
    if (room.loaded.questions[questionNo - 1]?.status !== 'revealed') return refuse('question_not_revealed');
    return accept({
      columns: {},
      inside: (tx) => this.scoring.voidQuestion(tx, room.loaded, questionNo, reason),
      hasNewResults: true,
    });
  }

  private decideMove(room: LiveRoom, move: Exclude<Move, 'void'>, at: number): Result<Change> {
    const { row } = room.loaded;
    const { secondsPerQuestion } = row.settings;
    const moved = advance(room.state, move, at, secondsPerQuestion === null ? null : secondsPerQuestion * 1_000);
    if (!moved.ok) return moved;
    const { questionNo, opensAt, closesAt, limitMs } = moved.value;
    // From every move on the days of keeping run anew; a rehearsal's few hours do not.
    const columns = { ...moved.value, ...(!row.isRehearsal && { deletesAt: at + keptMs(row.settings) }) };
    switch (move) {
      case 'open_next':
        return accept({
          // Somebody runs the clock from here on: without this the first heartbeat would look like one after an outage.
          columns: { ...columns, aliveAt: at },
          inside: (tx) => this.updateQuestion(tx, room, questionNo, { status: 'open', opensAt, closesAt, limitMs }),
          hasNewResults: false,
        });
      case 'close':
        return accept({
          columns,
          inside: (tx) => this.updateQuestion(tx, room, questionNo, { status: 'closed', closesAt }),
          hasNewResults: false,
        });
      case 'add_time':
        return accept({
          columns,
          inside: (tx) => this.updateQuestion(tx, room, questionNo, { closesAt }),
          hasNewResults: false,
        });
      case 'reveal':
      case 'skip': {
        const ending = move === 'reveal' ? 'scored' : 'skipped';
        return accept({
          columns,
          score: (tx) => this.scoring.endQuestion(tx, room.loaded, ending),
          hasNewResults: true,
        });
      }
      case 'finish':
      case 'abort':
        return accept({ columns: { ...columns, ...this.endColumns(row, at) }, hasNewResults: false });
      case 'leaderboard':
        return accept({ columns, hasNewResults: false });
    }
  }

  private endColumns(row: LiveRoundEntity, at: number): Partial<LiveRoundEntity> {
    return { pin: null, finishedAt: at, deletesAt: at + (row.isRehearsal ? REHEARSAL_KEPT_MS : keptMs(row.settings)) };
  }

  /** Durable first; then everybody is told. */
  private async commit(room: LiveRoom, change: Change): Promise<Result<{ version: number }>> {
    const { id, version } = room.loaded.row;
    const done = await this.unitOfWork.run(async (tx) => {
      if (!(await this.rounds.compareAndSet(tx, id, version, change.columns))) return null;
      await change.inside?.(tx);
      return { version: version + 1, scored: (await change.score?.(tx)) ?? null };
    });
    if (done === null) {
      // Whoever was faster may have brought results.
      await this.announcer.caughtUp(id, version + 1, { hasNewResults: true });
      return refuse('stale_version');
    }
    await this.announcer.changed(id, { hasNewResults: change.hasNewResults }, done);
    return accept({ version: done.version });
  }

  private async updateQuestion(
    tx: EntityManager,
    room: LiveRoom,
    questionNo: number,
    columns: Partial<LiveQuestionEntity>,
  ): Promise<void> {
    await tx.update(
      LiveQuestionEntity,
      { roundId: room.roundId, questionNo: questionOf(room.loaded, questionNo).questionNo },
      columns,
    );
  }
}
