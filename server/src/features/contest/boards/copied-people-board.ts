import type { Log } from '../../../platform/logging/log.js';
import type { Metrics } from '../../../platform/metrics/metrics.js';
import type { BoardCopies, BoardCopy } from './board-copies.js';
import { type BoardEntry, PeopleBoard, type BoardScope, type BoardScore, placed } from './people-board.js';

interface Parts {
  readonly copies: BoardCopies;
  /** The rows themselves: slow among a million, and always right. */
  readonly rows: PeopleBoard;
  readonly metrics: Metrics;
  readonly log: Log;
}

/** Answers from copies of the rows. What a copy cannot say at the moment the rows say: seen in the figures and in the log. */
export class CopiedPeopleBoard extends PeopleBoard {
  private readonly countAnswer: (from: string) => void;
  /** Contests that are answered from rows of late. */
  private readonly fromRows = new Set<string>();

  constructor(private readonly parts: Parts) {
    super();
    const answers = parts.metrics.counter({
      ...{ name: 'board_answers_total', help: 'Questions to boards of people, by where the answer came from' },
      labels: ['from'],
    });
    this.countAnswer = (from) => answers.inc({ from });
  }

  async changed(contestId: string, personId: string): Promise<void> {
    this.parts.copies.noted(contestId, personId);
  }

  forget(contestId: string): Promise<void> {
    return this.parts.copies.forget(contestId);
  }

  size(scope: BoardScope): Promise<number> {
    return this.answer(
      scope,
      (copy) => copy.size(scope.unitIds),
      (rows) => rows.size(scope),
    );
  }

  placeOf(scope: BoardScope, score: BoardScore): Promise<number> {
    return this.answer(
      scope,
      async (copy) => {
        const better = await copy.countBetter(scope.unitIds, score);
        return better === null ? null : better + 1;
      },
      (rows) => rows.placeOf(scope, score),
    );
  }

  page(scope: BoardScope, offset: number, count: number): Promise<BoardEntry[]> {
    return this.answer(
      scope,
      async (copy) => {
        const page = await copy.page(scope.unitIds, offset, count);
        return page === null ? null : placed(page.people, offset, page.better + 1);
      },
      (rows) => rows.page(scope, offset, count),
    );
  }

  private async answer<T>(
    { contestId }: BoardScope,
    ask: (copy: BoardCopy) => Promise<T | null>,
    askRows: (rows: PeopleBoard) => Promise<T>,
  ): Promise<T> {
    const { copies, rows } = this.parts;
    const copy = await copies.of(contestId);
    const answer = copy === null ? null : await ask(copy);
    this.noteSource(contestId, answer === null);
    return answer ?? askRows(rows);
  }

  private noteSource(contestId: string, isFromRows: boolean): void {
    const { copies, log } = this.parts;
    this.countAnswer(isFromRows ? 'rows' : copies.place);
    if (isFromRows === this.fromRows.has(contestId)) return;
    if (isFromRows) this.fromRows.add(contestId);
    else this.fromRows.delete(contestId);
    const words = isFromRows
      ? 'a board of people is answered from rows'
      : 'a board of people is answered from its copy';
    log.warn({ contestId, copy: copies.place }, words);
  }
}
