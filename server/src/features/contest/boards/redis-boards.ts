import { setTimeout as pause } from 'node:timers/promises';
import type { CountedPerson } from '../../../domain/ranking/people-ranking.js';
import type { Clock } from '../../../platform/clock/clock.js';
import { Beat } from '../../../platform/lifecycle/beat.js';
import { within } from '../../../platform/database/within.js';
import type { HotState } from '../../../platform/hot-state/hot-state.js';
import { inTime } from '../../../platform/hot-state/in-time.js';
import type { Lifecycle } from '../../../platform/lifecycle/lifecycle.js';
import type { Log } from '../../../platform/logging/log.js';
import type { Random } from '../../../platform/random/random.js';
import { BoardNews } from './board-news.js';
import { BoardCopies, type BoardCopy, IDLE_MS, PATIENCE_MS, SLACK_MS, SWEEP_MS } from './board-copies.js';
import { type Dated, type Lease, RedisBoard } from './redis-board.js';
import type { ScoreRows } from './score-rows.service.js';

/** What was told is in Redis so soon. */
const HEARD_MS = 100;
/** Compared with the rows longer ago it is not believed: Redis has been away, or came back with what it had before. */
const STALE_MS = 30_000;
/** Among so many comparisons one looks whether all of it is there. */
const TEND_EVERY = 12;
/** Who cannot be told to Redis for so long that they are as many is found by the comparison after. */
const MOST_NEWS = 5_000;
/** A board that is being made is not given up because Redis was late once. */
const TRIES = 3;
const TRY_AGAIN_MS = 1_500;

interface Parts {
  readonly hotState: HotState;
  readonly rows: ScoreRows;
  readonly clock: Clock;
  readonly random: Random;
  readonly lifecycle: Lifecycle;
  readonly log: Log;
}

/** For several servers: in Redis, in common to all. One of them makes a board, and compares it with the rows, while the others use it. */
export class RedisBoards extends BoardCopies {
  readonly place = 'redis';
  private readonly boards = new Map<string, SharedBoard>();
  private isStopping = false;

  constructor(private readonly parts: Parts) {
    super();
    // Making a board takes a while among a million: others are told of meanwhile.
    const beats = [new Beat(() => this.sweep(), SWEEP_MS), new Beat(() => this.hear(), HEARD_MS)];
    parts.lifecycle.onStop(async () => {
      this.isStopping = true;
      for (const beat of beats) await beat.stop();
      await this.hear();
    });
  }

  noted(contestId: string, personId: string): void {
    this.at(contestId).news.add(personId);
  }

  async of(contestId: string): Promise<BoardCopy | null> {
    return this.at(contestId);
  }

  async forget(contestId: string): Promise<void> {
    this.boards.delete(contestId);
    await new RedisBoard(this.parts.hotState, contestId).drop().catch(() => undefined);
  }

  /** Compares what somebody has asked for of late, unless another process does. */
  async sweep(): Promise<void> {
    for (const [contestId, board] of this.boards) {
      if (board.askedAt + IDLE_MS < this.parts.clock.now()) this.boards.delete(contestId);
      else await board.mend();
    }
  }

  private async hear(): Promise<void> {
    for (const board of this.boards.values()) await board.news.hear().catch(() => undefined);
  }

  private at(contestId: string): SharedBoard {
    const board = this.boards.get(contestId) ?? new SharedBoard(contestId, this.parts, () => this.isStopping);
    this.boards.set(contestId, board);
    return board;
  }
}

/** One contest's board as this process sees it. */
class SharedBoard implements BoardCopy {
  /** Whose change this process was told of and Redis was not. */
  readonly news: BoardNews;
  askedAt: number;
  private readonly board: RedisBoard;
  private mending: { readonly since: number; readonly end: Promise<void> } | null = null;
  private hasFailed = false;
  private sweeps = 0;

  constructor(
    private readonly contestId: string,
    private readonly parts: Parts,
    private readonly isStopping: () => boolean,
  ) {
    this.board = new RedisBoard(parts.hotState, contestId);
    this.news = new BoardNews(async (people) => {
      parts.hotState.refuseWhileResting();
      for await (const slice of parts.rows.of(contestId, people)) await this.board.put(slice);
    }, MOST_NEWS);
    this.askedAt = parts.clock.now();
  }

  size(unitIds: readonly string[] | null): Promise<number | null> {
    return this.ask(() => this.board.size(unitIds));
  }

  countBetter(...asked: Parameters<BoardCopy['countBetter']>): ReturnType<BoardCopy['countBetter']> {
    return this.ask(() => this.board.countBetter(...asked));
  }

  page(...asked: Parameters<BoardCopy['page']>): ReturnType<BoardCopy['page']> {
    return this.ask(() => this.board.page(...asked));
  }

  /** Makes the board or compares it with the rows, unless that was done a moment ago or another process is at it. */
  mend(): Promise<void> {
    this.mending ??= {
      since: this.parts.clock.now(),
      end: this.tryToMend().finally(() => {
        this.mending = null;
      }),
    };
    return this.mending.end;
  }

  /** For a while from its beginning on, whoever asks. */
  private async waitForMending(): Promise<void> {
    const { clock } = this.parts;
    const end = this.mend();
    const patience = (this.mending?.since ?? clock.now()) + PATIENCE_MS - clock.now();
    if (patience > 0) await within(patience, end);
  }

  private async ask<T>(question: () => Promise<Dated<T> | null>): Promise<T | null> {
    this.askedAt = this.parts.clock.now();
    const answer = await this.answer(question);
    if (answer !== null) return answer;
    await this.waitForMending();
    return this.answer(question);
  }

  /** Null when Redis does not answer, has no board, or one that is too old. */
  private async answer<T>(question: () => Promise<Dated<T> | null>): Promise<T | null> {
    try {
      await inTime(PATIENCE_MS, this.news.hear());
      const answer = await question();
      return answer === null || answer.sweptAt + STALE_MS < this.parts.clock.now() ? null : answer.value;
    } catch {
      // The connection says in the log that Redis is away.
      return null;
    }
  }

  private async tryToMend(): Promise<void> {
    const { random, clock, log } = this.parts;
    try {
      const lease = await this.board.claim(random.uuid());
      if (lease === null) return;
      if (lease.generation === null) await this.make(lease);
      else if (lease.sweptAt + SWEEP_MS / 2 > clock.now()) await this.board.release(lease);
      else await this.compare(lease, lease.generation);
      this.hasFailed = false;
    } catch (err) {
      if (!this.hasFailed)
        log.warn({ err, contestId: this.contestId }, 'a board in Redis could not be mended; it is tried again');
      this.hasFailed = true;
    }
  }

  /** Into keys of its own, which answer when all of it is there. Otherwise nothing of it is left, and the lease keeps everybody from trying again at once. */
  private async make(lease: Lease): Promise<void> {
    const { clock, log } = this.parts;
    const startedAt = clock.now();
    let isMade = false;
    try {
      isMade = await this.madeAs(lease, startedAt);
    } finally {
      if (!isMade) await this.board.drop(lease.token).catch(() => undefined);
    }
    if (isMade)
      log.warn({ contestId: this.contestId, ms: clock.now() - startedAt }, 'a board of people was made in Redis');
  }

  private async madeAs(lease: Lease, startedAt: number): Promise<boolean> {
    const { rows, clock, log } = this.parts;
    if (!(await this.putAll(lease, lease.token, rows.all(this.contestId)))) return false;
    // Who has changed meanwhile was told to nobody, unless a process that knew of it was there.
    const sweptAt = clock.now();
    if (!(await this.putAll(lease, lease.token, rows.since(this.contestId, startedAt - SLACK_MS)))) return false;
    if (!(await this.board.tend(lease.token))) {
      log.error({ contestId: this.contestId }, 'a board does not fit into Redis; people are placed by rows');
      return false;
    }
    return this.board.done(lease, lease.token, sweptAt);
  }

  private async compare(lease: Lease, generation: string): Promise<void> {
    const { rows, clock, log } = this.parts;
    const sweptAt = clock.now();
    if (!(await this.putAll(lease, generation, rows.since(this.contestId, lease.sweptAt - SLACK_MS)))) return;
    this.sweeps += 1;
    if (this.sweeps % TEND_EVERY === 1 && !(await this.board.tend(generation))) {
      log.error({ contestId: this.contestId }, 'a part of a board is missing in Redis; it is made anew');
      await this.board.drop();
      await this.board.release(lease);
      return;
    }
    await this.board.done(lease, generation, sweptAt);
  }

  /** False when the lease was lost, or given back because this process stops. */
  private async putAll(
    lease: Lease,
    generation: string,
    slices: AsyncIterable<readonly CountedPerson[]>,
  ): Promise<boolean> {
    for await (const people of slices) {
      if (this.isStopping()) {
        await this.board.release(lease);
        return false;
      }
      if (!(await this.putPatiently(lease, generation, people))) return false;
    }
    return true;
  }

  private async putPatiently({ token }: Lease, generation: string, people: readonly CountedPerson[]): Promise<boolean> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.board.putAs(token, generation, people);
      } catch (error) {
        if (attempt === TRIES) throw error;
        await pause(TRY_AGAIN_MS);
      }
    }
  }
}
