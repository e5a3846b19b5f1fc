import type { Choice, Distribution } from '@anquanli/contract/question';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { outcomesOf, type Ending, type GivenAnswer } from '../../../domain/live-round/outcome.js';
import type { RoundQuestion } from '../../../domain/live-round/snapshot.js';
import { distributionOf } from '../../../domain/question/distribution.js';
import { standingsAfter, type StandingRow } from '../../../domain/ranking/standings.js';
import { ask } from '../../../platform/database/rows.js';
import { LiveQuestionEntity } from '../entities/live-question.entity.js';
import type { LoadedRound } from '../rounds/round.repository.js';
import { StandingRepository } from '../results/standing.repository.js';

/** A row of answers. */
export interface StoredAnswer extends GivenAnswer {
  readonly answerId: string;
  /** System time, epoch ms. */
  readonly receivedAt: number;
}

/** What a scored question left behind in the rows, by seat: whoever has just written it need not read it again. */
export interface Scored {
  readonly answers: ReadonlyMap<number, StoredAnswer>;
  readonly standings: ReadonlyMap<number, StandingRow>;
}

/** Turns answers into result rows, inside the transaction that changes the phase. Reads only after its first write. */
@Injectable()
export class ScoringService {
  constructor(private readonly standings: StandingRepository) {}

  /** Ends the current question: stores everybody's standing and how the hall answered. */
  async endQuestion(tx: EntityManager, round: LoadedRound, ending: Exclude<Ending, 'void'>): Promise<Scored> {
    const question = questionOf(round, round.row.questionNo);
    const seats = await this.seatsOf(tx, round.row.id);
    const { standings, answers } = await this.standingsOf(tx, round, question, ending, seats);
    await this.standings.insert(tx, round.row.id, question.questionNo, standings);
    await tx.update(
      LiveQuestionEntity,
      { roundId: round.row.id, questionNo: question.questionNo },
      ending === 'skipped'
        ? { status: 'skipped' }
        : { status: 'revealed', distribution: hallsAnswer(question, answers, standings) },
    );
    return { answers, standings: new Map(standings.map((row) => [row.seatNo, row])) };
  }

  /** Withdraws a revealed question: its results and all later ones are computed again from rows, in one transaction. */
  async voidQuestion(tx: EntityManager, round: LoadedRound, questionNo: number, reason: string): Promise<void> {
    const roundId = round.row.id;
    await tx.update(LiveQuestionEntity, { roundId, questionNo }, { status: 'void', voidReason: reason });
    const seats = await this.seatsOf(tx, roundId);
    let before = await this.standings.after(tx, roundId, questionNo - 1);
    for (const question of round.questions.slice(questionNo - 1)) {
      const stored = await this.standings.after(tx, roundId, question.questionNo);
      if (stored.size === 0) break;
      const outcomes = [...stored.values()].map((row) =>
        question.questionNo === questionNo ? { ...row, verdict: 'void' as const, points: 0, bonus: 0 } : row,
      );
      const rows = standingsAfter(before, outcomes, seats.offBoard);
      await this.standings.replace(tx, roundId, question.questionNo, rows);
      before = new Map(rows.map((row) => [row.seatNo, row]));
    }
  }

  private async standingsOf(
    tx: EntityManager,
    round: LoadedRound,
    question: RoundQuestion,
    ending: Ending,
    seats: { all: number[]; offBoard: Set<number> },
  ): Promise<{ standings: StandingRow[]; answers: Map<number, StoredAnswer> }> {
    const { row } = round;
    const answers = await this.answersOf(tx, row.id, question.questionNo);
    const rules = { ...row.settings, plannedQuestions: row.questionCount };
    const outcomes = outcomesOf(question, question.limitMs, seats.all, answers, rules, ending);
    const before = await this.standings.after(tx, row.id, question.questionNo - 1);
    return { standings: standingsAfter(before, outcomes, seats.offBoard), answers };
  }

  private async seatsOf(tx: EntityManager, roundId: string): Promise<{ all: number[]; offBoard: Set<number> }> {
    const rows = await ask<{ seat_no: number; status: string }>(
      tx,
      'SELECT seat_no, status FROM live_seat WHERE round_id = ?',
      [roundId],
    );
    return {
      all: rows.map((row) => row.seat_no),
      offBoard: new Set(rows.filter((row) => row.status !== 'active').map((row) => row.seat_no)),
    };
  }

  private async answersOf(tx: EntityManager, roundId: string, questionNo: number): Promise<Map<number, StoredAnswer>> {
    const rows = await ask<RawAnswer>(
      tx,
      'SELECT seat_no, answer_id, choice, received_at, elapsed_ms FROM live_answer WHERE round_id = ? AND question_no = ?',
      [roundId, questionNo],
    );
    return new Map(
      rows.map((row) => [
        row.seat_no,
        {
          seatNo: row.seat_no,
          answerId: row.answer_id,
          choice: JSON.parse(row.choice) as Choice,
          receivedAt: Number(row.received_at),
          elapsedMs: row.elapsed_ms,
        },
      ]),
    );
  }
}

interface RawAnswer {
  seat_no: number;
  answer_id: string;
  choice: string;
  received_at: number | string;
  elapsed_ms: number;
}

/** How the hall answered. Kicked and banned seats are not of the hall. */
function hallsAnswer(
  question: RoundQuestion,
  answers: ReadonlyMap<number, GivenAnswer>,
  standings: readonly StandingRow[],
): Distribution {
  const hall = standings.filter((row) => row.rank > 0);
  const choices = hall.flatMap(({ seatNo }) => answers.get(seatNo)?.choice ?? []);
  return distributionOf(question, choices, {
    seats: hall.length,
    right: hall.filter((row) => row.verdict === 'right').length,
  });
}

export function questionOf(round: LoadedRound, questionNo: number): RoundQuestion {
  const question = round.questions[questionNo - 1];
  if (!question) throw new Error(`round ${round.row.id} has no question ${questionNo}`);
  return question;
}
