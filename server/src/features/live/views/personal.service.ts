import type { Me } from '@anquanli/contract/live';
import type { Choice } from '@anquanli/contract/question';
import type { SeatStatus } from '@anquanli/contract/vocabulary';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { fullName } from '../../../domain/live-round/name.js';
import type { StandingRow } from '../../../domain/ranking/standings.js';
import { GroupCommit } from '../../../platform/database/group-commit.js';
import { ask, marks } from '../../../platform/database/rows.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Scored, StoredAnswer } from '../running/scoring.service.js';
import type { LoadedRound } from '../rounds/round.repository.js';
import { lastEnded } from './round-snapshot.service.js';
import { standingOf, StandingRepository } from '../results/standing.repository.js';

/** What the own part needs of a seat. */
type SeatRow = { seat_no: number; version: number; name: string; is_name_shared: number | boolean; status: SeatStatus };
type OwnAnswer = Pick<StoredAnswer, 'answerId' | 'choice' | 'receivedAt'>;

/** As many seats as one reading answers for. */
const SEATS_AT_ONCE = 200;

/** The part of a round that belongs to one seat, read from rows. */
@Injectable()
export class PersonalService {
  private readonly ranked = new WeakMap<LoadedRound, Promise<number>>();
  private readonly asking = new WeakMap<LoadedRound, GroupCommit<number, Me | null>>();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly standings: StandingRepository,
  ) {}

  /** Null when there is no such seat. Those who ask while a reading is under way are answered by the next one together: a hall comes back at once. */
  ofSeatNo(round: LoadedRound, seatNo: number): Promise<Me | null> {
    const asking =
      this.asking.get(round) ??
      new GroupCommit<number, Me | null>((seatNos) => this.ofSeats(round, seatNos), SEATS_AT_ONCE);
    this.asking.set(round, asking);
    return asking.add(seatNo);
  }

  private async ofSeats(round: LoadedRound, seatNos: readonly number[]): Promise<(Me | null)[]> {
    const { row } = round;
    const boardNo = lastEnded(round.questions);
    const ranked = boardNo > 0 ? await this.rankedIn(round, boardNo) : 0;
    return this.unitOfWork.read(async (manager) => {
      const bySeat = new Map((await this.seats(manager, row.id, seatNos)).map((seat) => [seat.seat_no, seat]));
      const answers = await this.answers(manager, row.id, row.questionNo, seatNos);
      const standings = await this.standings.after(manager, row.id, boardNo, seatNos);
      return seatNos.map((seatNo) => {
        const seat = bySeat.get(seatNo);
        if (!seat) return null;
        return this.compose(round, seat, answers.get(seatNo), standings.get(seatNo) ?? null, ranked);
      });
    });
  }

  /** Somebody was taken out or let in again: how many are on the board is counted anew. */
  seatsChanged(round: LoadedRound): void {
    this.ranked.delete(round);
  }

  /** Counted once for a version: counting reads every seat's result. */
  private rankedIn(round: LoadedRound, boardNo: number): Promise<number> {
    const ranked = this.ranked.get(round) ?? this.standings.ranked(round.row.id, boardNo);
    this.ranked.set(round, ranked);
    ranked.catch(() => this.ranked.delete(round));
    return ranked;
  }

  /** Everybody at once, after a reveal: three statements instead of three per seat, or one where it is known what was scored. */
  async ofAll(round: LoadedRound, scored: Scored | null): Promise<(seatNo: number | null) => Me | null> {
    const { row } = round;
    const boardNo = lastEnded(round.questions);
    return this.unitOfWork.read(async (manager) => {
      const bySeat = new Map((await this.seats(manager, row.id)).map((seat) => [seat.seat_no, seat]));
      const answers = scored?.answers ?? (await this.answers(manager, row.id, row.questionNo));
      const standings = scored?.standings ?? (await this.standings.after(manager, row.id, boardNo));
      let ranked = 0;
      for (const { rank } of standings.values()) if (rank > 0) ranked += 1;
      return (seatNo) => {
        const seat = seatNo === null ? undefined : bySeat.get(seatNo);
        if (!seat) return null;
        return this.compose(round, seat, answers.get(seat.seat_no), standings.get(seat.seat_no) ?? null, ranked);
      };
    });
  }

  /** Some seats, or all. */
  private seats(manager: EntityManager, roundId: string, seatNos?: readonly number[]): Promise<SeatRow[]> {
    const some = seatNos ? ` AND seat_no IN (${marks(seatNos)})` : '';
    const sql = `SELECT seat_no, version, name, is_name_shared, status FROM live_seat WHERE round_id = ?${some}`;
    return ask(manager, sql, [roundId, ...(seatNos ?? [])]);
  }

  /** Of some seats, or of all. */
  private async answers(
    manager: EntityManager,
    roundId: string,
    questionNo: number,
    seatNos?: readonly number[],
  ): Promise<Map<number, OwnAnswer>> {
    const some = seatNos ? ` AND seat_no IN (${marks(seatNos)})` : '';
    const rows = await ask<{ seat_no: number; answer_id: string; choice: string; received_at: number | string }>(
      manager,
      `SELECT seat_no, answer_id, choice, received_at FROM live_answer WHERE round_id = ? AND question_no = ?${some}`,
      [roundId, questionNo, ...(seatNos ?? [])],
    );
    return new Map(
      rows.map(({ seat_no: seatNo, answer_id: answerId, choice, received_at: receivedAt }) => [
        seatNo,
        { answerId, choice: JSON.parse(choice) as Choice, receivedAt: Number(receivedAt) },
      ]),
    );
  }

  private compose(
    round: LoadedRound,
    seat: SeatRow,
    answer: OwnAnswer | undefined,
    standing: StandingRow | null,
    ranked: number,
  ): Me {
    return {
      roundId: round.row.id,
      version: round.row.version,
      seatVersion: seat.version,
      seatNo: seat.seat_no,
      name: fullName({ seatNo: seat.seat_no, name: seat.name, isNameShared: Boolean(seat.is_name_shared) }),
      status: seat.status,
      answer: answer
        ? {
            questionNo: round.row.questionNo,
            answerId: answer.answerId,
            choice: answer.choice,
            receivedAt: answer.receivedAt,
          }
        : null,
      standing: standing ? standingOf(lastEnded(round.questions), standing, ranked) : null,
    };
  }
}
