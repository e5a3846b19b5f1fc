import type { Clock } from '../../../platform/clock/clock.js';
import { Beat } from '../../../platform/lifecycle/beat.js';
import { within } from '../../../platform/database/within.js';
import type { HotState } from '../../../platform/hot-state/hot-state.js';
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

  constructor(private readonly parts: Parts) {
    super();
    // Making a board takes a while among a million: others are told of meanwhile.
    const beats = [new Beat(() => this.sweep(), SWEEP_MS), new Beat(() => this.hear(), HEARD_MS)];
    parts.lifecycle.onStop(async () => {
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
    const board = this.boards.get(contestId) ?? new SharedBoard(contestId, this.parts);
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
  private mending: Promise<void> | null = null;
  private sweeps = 0;

  constructor(
    private readonly contestId: string,
    private readonly parts: Parts,
  ) {
    this.board = new RedisBoard(parts.hotState, contestId);
    this.news = new BoardNews(async (people) => {
      for await (const slice of parts.rows.of(contestId, people)) await this.board.put(slice);
    });
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
    this.mending ??= this.tryToMend().finally(() => {
      this.mending = null;
    });
    return this.mending;
  }

  private async ask<T>(question: () => Promise<Dated<T> | null>): Promise<T | null> {
    this.askedAt = this.parts.clock.now();
    const answer = await this.answer(question);
    if (answer !== null) return answer;
    await within(PATIENCE_MS, this.mend());
    return this.answer(question);
  }

  /** Null when Redis does not answer, has no board, or one that is too old. */
  private async answer<T>(question: () => Promise<Dated<T> | null>): Promise<T | null> {
    try {
      await this.news.hear();
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
    } catch (err) {
      log.warn({ err, contestId: this.contestId }, 'a board in Redis could not be mended; it is tried again');
    }
  }

  /** Into keys of its own, which answer when all of it is there. */
  private async make(lease: Lease): Promise<void> {
    const { rows, clock, log } = this.parts;
    const startedAt = clock.now();
    for await (const people of rows.all(this.contestId))
      if (!(await this.board.putAs(lease.token, lease.token, people))) return this.board.drop(lease.token);
    // Who has changed meanwhile was told to nobody.
    const sweptAt = clock.now();
    for await (const people of rows.since(this.contestId, startedAt - SLACK_MS))
      if (!(await this.board.putAs(lease.token, lease.token, people))) return this.board.drop(lease.token);
    if (!(await this.board.done(lease, lease.token, sweptAt))) return this.board.drop(lease.token);
    log.warn({ contestId: this.contestId, ms: clock.now() - startedAt }, 'a board of people was made in Redis');
  }

  private async compare(lease: Lease, generation: string): Promise<void> {
    const { rows, clock, log } = this.parts;
    const sweptAt = clock.now();
    for await (const people of rows.since(this.contestId, lease.sweptAt - SLACK_MS))
      if (!(await this.board.putAs(lease.token, generation, people))) return;
    this.sweeps += 1;
    if (this.sweeps % TEND_EVERY === 1 && !(await this.board.tend(generation))) {
      log.error({ contestId: this.contestId }, 'a part of a board is missing in Redis; it is made anew');
      await this.board.drop();
      await this.board.release(lease);
      return;
    }
    await this.board.done(lease, generation, sweptAt);
  }
}
