import { PeopleRanking } from '../../../domain/ranking/people-ranking.js';
import type { Clock } from '../../../platform/clock/clock.js';
import { within } from '../../../platform/database/within.js';
import { Beat } from '../../../platform/lifecycle/beat.js';
import type { Lifecycle } from '../../../platform/lifecycle/lifecycle.js';
import type { Log } from '../../../platform/logging/log.js';
import { BoardNews } from './board-news.js';
import {
  BoardCopies,
  type BoardCopy,
  type CopiedPage,
  IDLE_MS,
  PATIENCE_MS,
  SLACK_MS,
  SWEEP_MS,
} from './board-copies.js';
import type { BoardScore } from './people-board.js';
import type { ScoreRows } from './score-rows.service.js';

interface Parts {
  readonly rows: ScoreRows;
  readonly clock: Clock;
  readonly lifecycle: Lifecycle;
  readonly log: Log;
}

/** For a server that is alone: in its own memory, about 300 bytes a person, made anew from rows after a start. */
export class MemoryBoards extends BoardCopies {
  readonly place = 'memory';
  private readonly boards = new Map<string, MemoryBoard>();

  constructor(private readonly parts: Parts) {
    super();
    const beat = new Beat(() => this.sweep(), SWEEP_MS);
    parts.lifecycle.onStop(() => beat.stop());
  }

  noted(contestId: string, personId: string): void {
    this.boards.get(contestId)?.news.add(personId);
  }

  async of(contestId: string): Promise<BoardCopy | null> {
    const board = this.boards.get(contestId) ?? this.begin(contestId);
    await board.asked();
    return board.isReady ? board : null;
  }

  async forget(contestId: string): Promise<void> {
    this.boards.delete(contestId);
  }

  /** What was committed and not told, for the connection broke at the commit, is found by its time. */
  async sweep(): Promise<void> {
    const { clock, log } = this.parts;
    for (const [contestId, board] of this.boards) {
      if (board.askedAt + IDLE_MS < clock.now()) this.boards.delete(contestId);
      else await board.sweep().catch((err: unknown) => log.error({ err, contestId }, 'a board was not compared'));
    }
  }

  private begin(contestId: string): MemoryBoard {
    const { rows, clock, log } = this.parts;
    const board = new MemoryBoard(contestId, rows, clock);
    this.boards.set(contestId, board);
    board.making.catch((err: unknown) => {
      log.error({ err, contestId }, 'a board of people could not be made; it is tried again when somebody asks');
      this.boards.delete(contestId);
    });
    return board;
  }
}

class MemoryBoard implements BoardCopy {
  isReady = false;
  askedAt: number;
  readonly making: Promise<void>;
  private readonly begunAt: number;
  private readonly ranking = new PeopleRanking();
  readonly news = new BoardNews((people) => this.take(this.rows.of(this.contestId, people)));
  private sweptAt: number;

  constructor(
    private readonly contestId: string,
    private readonly rows: ScoreRows,
    private readonly clock: Clock,
  ) {
    this.askedAt = this.sweptAt = this.begunAt = clock.now();
    this.making = this.take(rows.all(contestId)).then(() => {
      this.isReady = true;
    });
  }

  async asked(): Promise<void> {
    this.askedAt = this.clock.now();
    const patience = this.begunAt + PATIENCE_MS - this.askedAt;
    if (!this.isReady && patience > 0) await within(patience, this.making);
  }

  async size(unitIds: readonly string[] | null): Promise<number> {
    await this.news.hear();
    return this.ranking.size(unitIds);
  }

  async countBetter(unitIds: readonly string[] | null, score: BoardScore): Promise<number> {
    await this.news.hear();
    return this.ranking.countBetter(unitIds, score);
  }

  async page(unitIds: readonly string[] | null, offset: number, count: number): Promise<CopiedPage> {
    await this.news.hear();
    const people = this.ranking.page(unitIds, offset, count);
    const [first] = people;
    return { people, better: first === undefined ? 0 : this.ranking.countBetter(unitIds, first) };
  }

  async sweep(): Promise<void> {
    if (!this.isReady) return;
    await this.news.hear();
    const at = this.clock.now();
    await this.take(this.rows.since(this.contestId, this.sweptAt - SLACK_MS));
    this.sweptAt = at;
  }

  private async take(slices: ReturnType<ScoreRows['all']>): Promise<void> {
    for await (const people of slices) for (const person of people) this.ranking.put(person);
  }
}
