import { LIMITS } from '@anquanli/contract/vocabulary';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { seededRandom } from '../../../domain/shared/random.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Lifecycle } from '../../../platform/lifecycle/lifecycle.js';
import { Log } from '../../../platform/logging/log.js';
import { Random } from '../../../platform/random/random.js';
import type { LiveRoundEntity } from '../entities/live-round.entity.js';
import { JoinService } from '../seats/join.service.js';
import type { LiveRoom } from '../running/live-room.js';
import { RoundAnnouncer } from '../views/round-announcer.service.js';
import { RoundPlayService } from '../answers/round-play.service.js';
import { anyChoice, rightChoice } from './pretend-choice.js';
import { RoundRooms } from '../running/round-rooms.service.js';

/** Pretend players know about as much as a hall does. */
const SHARE_RIGHT = 0.65;
/** One in this many does not answer in time. */
const SHARE_SILENT = 0.05;
const ARRIVAL_STEP_MS = 400;
const THINKING_MS = { min: 1_000, max: 12_000 };

interface Cast {
  readonly seatNos: number[];
  readonly random: () => number;
  readonly timers: Set<NodeJS.Timeout>;
  askedNo: number;
}

/** Twenty pretend players who take seats and answer as people would, through the same doors as real ones. */
@Injectable()
export class RehearsalService implements OnApplicationBootstrap {
  private readonly casts = new Map<string, Cast>();

  constructor(
    private readonly joins: JoinService,
    private readonly play: RoundPlayService,
    private readonly rooms: RoundRooms,
    private readonly announcer: RoundAnnouncer,
    private readonly clock: Clock,
    private readonly randomSource: Random,
    private readonly lifecycle: Lifecycle,
    private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    this.announcer.onAnnounced((room) => this.act(room));
    this.rooms.onForgotten((roundId) => this.end(roundId));
    this.lifecycle.onStop(() => Promise.resolve([...this.casts.keys()].forEach((roundId) => this.end(roundId))));
  }

  async begin(row: LiveRoundEntity): Promise<void> {
    const cast: Cast = { seatNos: [], timers: new Set(), random: seededRandom(this.randomSource.seed()), askedNo: 0 };
    this.casts.set(row.id, cast);
    await this.rooms.open(row.id);
    for (let index = 0; index < LIMITS.rehearsalPlayers; index += 1) {
      this.later(cast, index * ARRIVAL_STEP_MS, () => this.arrive(row, cast, index + 1));
    }
  }

  private async arrive(row: LiveRoundEntity, cast: Cast, number: number): Promise<void> {
    const room = await this.rooms.open(row.id);
    if (!room) return;
    const name = `彩排${String(number).padStart(2, '0')}`;
    const seated = await this.joins.join(room.loaded.row, { name, unitId: null, personToken: undefined });
    if (!seated.ok) return;
    cast.seatNos.push(seated.value.seatNo);
    room.noteConnected(seated.value.seatNo);
    if (room.state.phase === 'question_open') this.answerLater(room, cast, seated.value.seatNo);
  }

  private act(room: LiveRoom): void {
    const cast = this.casts.get(room.roundId);
    if (!cast) return;
    const { phase, questionNo } = room.state;
    if (phase === 'finished' || phase === 'aborted') this.end(room.roundId);
    if (phase !== 'question_open' || cast.askedNo === questionNo) return;
    cast.askedNo = questionNo;
    for (const seatNo of cast.seatNos) this.answerLater(room, cast, seatNo);
  }

  private answerLater(room: LiveRoom, cast: Cast, seatNo: number): void {
    const { questionNo, opensAt, limitMs } = room.state;
    const question = room.loaded.questions[questionNo - 1];
    if (!question || opensAt === null || cast.random() < SHARE_SILENT) return;
    const longest = Math.min(THINKING_MS.max, (limitMs ?? THINKING_MS.max) * 0.8);
    const thinkingMs = THINKING_MS.min + cast.random() * Math.max(0, longest - THINKING_MS.min);
    const answer = {
      questionNo,
      answerId: this.randomSource.hex(16),
      choice: cast.random() < SHARE_RIGHT ? rightChoice(question) : anyChoice(question, cast.random),
      rttMs: null,
    };
    const waitMs = Math.max(0, opensAt - this.clock.now()) + thinkingMs;
    this.later(cast, waitMs, () => this.play.submit(room.roundId, seatNo, answer));
  }

  /** A pretend player who stumbles must not take a real round along. */
  private later(cast: Cast, ms: number, act: () => Promise<unknown>): void {
    const timer = setTimeout(() => {
      cast.timers.delete(timer);
      act().catch((err: unknown) => this.log.warn({ err }, 'a pretend player stumbled'));
    }, ms);
    cast.timers.add(timer);
  }

  private end(roundId: string): void {
    this.casts.get(roundId)?.timers.forEach(clearTimeout);
    this.casts.delete(roundId);
  }
}
