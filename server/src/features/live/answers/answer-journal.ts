import { setTimeout as pause } from 'node:timers/promises';
import { isDiskFull, isRetryable } from '../../../platform/database/database-errors.js';
import { GroupCommit } from '../../../platform/database/group-commit.js';
import type { AnswerWriter, StoredAnswer } from './answer-writer.js';

/** What became of an answer: `stored` now, `known` = the seat had one before (perhaps this very one), or the question was over. */
export type AnswerFate =
  | { readonly kind: 'stored'; readonly answer: StoredAnswer }
  | { readonly kind: 'known'; readonly answer: StoredAnswer }
  | { readonly kind: 'fenced' };

/** How long a batch is tried again when the database is away, before the phones are asked to send again. */
const PATIENCE_MS = [50, 200, 500, 1_000, 2_000];

/**
 * Durable, then acknowledged. Answers of one question queue here and are committed in groups; a promise resolves after its
 * commit. The database's primary key decides who was first.
 */
export class AnswerJournal {
  private readonly groups = new Map<string, GroupCommit<StoredAnswer, AnswerFate>>();

  /** `commitBegins` is told of each commit with its answers, and calls back at its end. */
  constructor(
    private readonly writer: AnswerWriter,
    private readonly commitBegins: (answers: number) => () => void = () => () => undefined,
  ) {}

  append(roundId: string, questionNo: number, answer: StoredAnswer): Promise<AnswerFate> {
    const key = `${roundId}/${questionNo}`;
    let group = this.groups.get(key);
    if (!group) {
      const write = (answers: readonly StoredAnswer[]) => this.writeGroup(roundId, questionNo, answers);
      group = new GroupCommit(write, this.writer.maxBatch, true);
      this.groups.set(key, group);
    }
    return group.add(answer);
  }

  /** Answers of the question that are not committed yet. */
  depth(roundId: string, questionNo: number): number {
    return this.groups.get(`${roundId}/${questionNo}`)?.depth ?? 0;
  }

  /** Answers of all questions that are not committed yet. */
  get waiting(): number {
    let waiting = 0;
    for (const group of this.groups.values()) waiting += group.depth;
    return waiting;
  }

  /** Lets go of a question that is over. */
  forget(roundId: string, questionNo: number): void {
    const key = `${roundId}/${questionNo}`;
    if (this.groups.get(key)?.depth === 0) this.groups.delete(key);
  }

  /** Resolves when everything that was appended is committed or refused. */
  async drained(): Promise<void> {
    await Promise.all([...this.groups.values()].map((group) => group.idle()));
  }

  private async writeGroup(
    roundId: string,
    questionNo: number,
    answers: readonly StoredAnswer[],
  ): Promise<AnswerFate[]> {
    const fates = new Map<StoredAnswer, AnswerFate>();
    let rest = [...answers];
    while (rest.length > 0) {
      const firsts = firstPerSeat(rest);
      const outcome = await this.writeSurely(roundId, questionNo, firsts);
      if (outcome === 'fenced') {
        // What was committed before keeps its first reply; only the others learn that the question is over.
        await this.settleKnown(roundId, questionNo, rest, fates);
        rest.forEach((answer) => fates.has(answer) || fates.set(answer, { kind: 'fenced' }));
      } else if (outcome === 'written') {
        firsts.forEach((answer) => fates.set(answer, { kind: 'stored', answer }));
        const bySeat = new Map(firsts.map((answer) => [answer.seatNo, answer]));
        for (const answer of rest) {
          const first = bySeat.get(answer.seatNo);
          if (first && first !== answer) fates.set(answer, { kind: 'known', answer: first });
        }
      } else {
        await this.settleKnown(roundId, questionNo, rest, fates);
      }
      rest = rest.filter((answer) => !fates.has(answer));
    }
    return answers.map((answer) => fates.get(answer) ?? { kind: 'fenced' });
  }

  /** A duplicate fails the whole insert: those with a stored row get it as their answer, the rest is written again. */
  private async settleKnown(
    roundId: string,
    questionNo: number,
    answers: readonly StoredAnswer[],
    fates: Map<StoredAnswer, AnswerFate>,
  ): Promise<void> {
    const seatNos = [...new Set(answers.map((answer) => answer.seatNo))];
    const known = new Map((await this.writer.find(roundId, questionNo, seatNos)).map((row) => [row.seatNo, row]));
    for (const answer of answers) {
      const row = known.get(answer.seatNo);
      if (row) fates.set(answer, { kind: 'known', answer: row });
    }
  }

  /** If the outcome of a commit is unknown, the keys are read back before any verdict. */
  private async writeSurely(roundId: string, questionNo: number, answers: readonly StoredAnswer[]) {
    const ended = this.commitBegins(answers.length);
    try {
      for (let attempt = 0; ; attempt += 1) {
        try {
          return await this.writer.write(roundId, questionNo, answers);
        } catch (error) {
          const patience = PATIENCE_MS[attempt];
          // A full disk does not empty itself in seconds, and leaves no doubt: the phones are told at once.
          if (patience === undefined || isDiskFull(error)) throw error;
          await pause(patience);
          if (!isRetryable(error) && (await this.isCommitted(roundId, questionNo, answers))) return 'written' as const;
        }
      }
    } finally {
      ended();
    }
  }

  private async isCommitted(roundId: string, questionNo: number, answers: readonly StoredAnswer[]): Promise<boolean> {
    try {
      const rows = await this.writer.find(
        roundId,
        questionNo,
        answers.map((answer) => answer.seatNo),
      );
      const ids = new Set(rows.map((row) => row.answerId));
      return answers.every((answer) => ids.has(answer.answerId));
    } catch {
      return false;
    }
  }
}

function firstPerSeat(answers: readonly StoredAnswer[]): StoredAnswer[] {
  const firsts = new Map<number, StoredAnswer>();
  for (const answer of answers) if (!firsts.has(answer.seatNo)) firsts.set(answer.seatNo, answer);
  return [...firsts.values()];
}
