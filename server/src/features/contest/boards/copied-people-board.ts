import { setImmediate as nextTurn } from 'node:timers/promises';
import { FairGate } from '../../../platform/database/fair-gate.js';
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

/** So many questions to the rows at a time: each may count hundreds of thousands, on SQLite on the thread that answers. */
const ROWS_AT_ONCE = 4;

/** Answers from copies of the rows. What a copy cannot say at the moment the rows say: seen in the figures and in the log. */
export class CopiedPeopleBoard extends PeopleBoard {
  private readonly countAnswer: (from: string) => void;
  /** Contests that are answered from rows of late. */
  private readonly fromRows = new Set<string>();
  private readonly gates = Array.from({ length: ROWS_AT_ONCE }, () => new FairGate());
  private turn = 0;
  /** Questions that wait for rows: what several ask is asked once. */
  private readonly asking = new Map<string, Promise<unknown>>();

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
      { scope, what: 'size' },
      (copy) => copy.size(scope.unitIds),
      (rows) => rows.size(scope),
    );
  }

  placeOf(scope: BoardScope, score: BoardScore): Promise<number> {
    return this.answer(
      { scope, what: `place ${score.points} ${score.timeMs}` },
      async (copy) => {
        const better = await copy.countBetter(scope.unitIds, score);
        return better === null ? null : better + 1;
      },
      (rows) => rows.placeOf(scope, score),
    );
  }

  page(scope: BoardScope, offset: number, count: number): Promise<BoardEntry[]> {
    return this.answer(
      { scope, what: `page ${offset} ${count}` },
      async (copy) => {
        const page = await copy.page(scope.unitIds, offset, count);
        return page === null ? null : placed(page.people, offset, page.better + 1);
      },
      (rows) => rows.page(scope, offset, count),
    );
  }

  private async answer<T>(
    { scope, what }: { readonly scope: BoardScope; readonly what: string },
    ask: (copy: BoardCopy) => Promise<T | null>,
    askRows: (rows: PeopleBoard) => Promise<T>,
  ): Promise<T> {
    const { contestId, unitIds } = scope;
    const copy = await this.parts.copies.of(contestId);
    const answer = copy === null ? null : await ask(copy);
    this.noteSource(contestId, answer === null);
    return answer ?? this.askRows(JSON.stringify([contestId, unitIds, what]), askRows);
  }

  private askRows<T>(question: string, ask: (rows: PeopleBoard) => Promise<T>): Promise<T> {
    const asked = this.asking.get(question) as Promise<T> | undefined;
    if (asked !== undefined) return asked;
    this.turn = (this.turn + 1) % ROWS_AT_ONCE;
    const gate = this.gates[this.turn] ?? new FairGate();
    const answer = gate.enter(async () => {
      await nextTurn();
      // Whoever asks from now on may have changed meanwhile what is being counted.
      this.asking.delete(question);
      return ask(this.parts.rows);
    });
    this.asking.set(question, answer);
    return answer;
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
