import type { Me } from '@anquanli/contract/live';
import type { Choice } from '@anquanli/contract/question';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { fullName } from '../../../domain/live-round/name.js';
import type { StandingRow } from '../../../domain/ranking/standings.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { LiveSeatEntity } from '../entities/live-seat.entity.js';
import type { LoadedRound } from '../rounds/round.repository.js';
import { lastEnded } from './round-snapshot.service.js';
import { standingOf, StandingRepository } from '../results/standing.repository.js';

type AnswerRow = { seat_no: number; answer_id: string; choice: string; received_at: number | string };

/** The part of a round that belongs to one seat, read from rows. */
@Injectable()
export class PersonalService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly standings: StandingRepository,
  ) {}

  async of(round: LoadedRound, seat: LiveSeatEntity): Promise<Me> {
    const { row } = round;
    const boardNo = lastEnded(round.questions);
    const [answers, standing, ranked] = await this.unitOfWork.read(async (manager) => [
      await this.answers(manager, row.id, row.questionNo, seat.seatNo),
      boardNo > 0 ? await this.standings.ofSeat(row.id, boardNo, seat.seatNo) : null,
      boardNo > 0 ? await this.standings.ranked(row.id, boardNo) : 0,
    ]);
    return this.compose(round, seat, answers[0], standing, ranked);
  }

  async ofSeatNo(round: LoadedRound, seatNo: number): Promise<Me | null> {
    const seat = await this.unitOfWork.read((manager) =>
      manager.findOneBy(LiveSeatEntity, { roundId: round.row.id, seatNo }),
    );
    return seat ? this.of(round, seat) : null;
  }

  /** Everybody at once, after a reveal: three statements instead of three per seat. */
  async ofAll(round: LoadedRound): Promise<(seatNo: number | null) => Me | null> {
    const { row } = round;
    const boardNo = lastEnded(round.questions);
    return this.unitOfWork.read(async (manager) => {
      const seats = await manager.findBy(LiveSeatEntity, { roundId: row.id });
      const bySeat = new Map(seats.map((seat) => [seat.seatNo, seat]));
      const answers = new Map(
        (await this.answers(manager, row.id, row.questionNo)).map((each) => [each.seat_no, each]),
      );
      const standings = await this.standings.after(manager, row.id, boardNo);
      const ranked = [...standings.values()].filter(({ rank }) => rank > 0).length;
      return (seatNo) => {
        const seat = seatNo === null ? undefined : bySeat.get(seatNo);
        if (!seat) return null;
        return this.compose(round, seat, answers.get(seat.seatNo), standings.get(seat.seatNo) ?? null, ranked);
      };
    });
  }

  private answers(manager: EntityManager, roundId: string, questionNo: number, seatNo?: number): Promise<AnswerRow[]> {
    return manager.query(
      `SELECT seat_no, answer_id, choice, received_at FROM live_answer
       WHERE round_id = ? AND question_no = ?${seatNo === undefined ? '' : ' AND seat_no = ?'}`,
      seatNo === undefined ? [roundId, questionNo] : [roundId, questionNo, seatNo],
    );
  }

  private compose(
    round: LoadedRound,
    seat: LiveSeatEntity,
    answer: AnswerRow | undefined,
    standing: StandingRow | null,
    ranked: number,
  ): Me {
    return {
      roundId: round.row.id,
      version: round.row.version,
      seatVersion: seat.version,
      seatNo: seat.seatNo,
      name: fullName(seat),
      status: seat.status,
      answer: answer
        ? {
            questionNo: round.row.questionNo,
            answerId: answer.answer_id,
            choice: JSON.parse(answer.choice) as Choice,
            receivedAt: Number(answer.received_at),
          }
        : null,
      standing: standing ? standingOf(lastEnded(round.questions), standing, ranked) : null,
    };
  }
}
