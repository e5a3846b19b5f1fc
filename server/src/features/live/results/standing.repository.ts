import type { BoardRow, Standing } from '@anquanli/contract/live';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { boardName } from '../../../domain/live-round/name.js';
import type { SeatOfUnit } from '../../../domain/ranking/unit-results.js';
import type { StandingRow } from '../../../domain/ranking/standings.js';
import { ask, insertMany, marks } from '../../../platform/database/rows.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { LiveResultEntity } from '../entities/live-result.entity.js';
import type { LiveRoundEntity } from '../entities/live-round.entity.js';
import type { LiveSeatEntity } from '../entities/live-seat.entity.js';

const COLUMNS = [
  ...['round_id', 'question_no', 'seat_no', 'verdict', 'points', 'bonus', 'elapsed_ms', 'total', 'right_count'],
  ...['right_time_ms', 'streak', 'place', 'previous_place', 'gap_to_next'],
];

/** Results: one row per seat and ended question. Boards and reports read them; nobody scans answers. */
@Injectable()
export class StandingRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async insert(tx: EntityManager, roundId: string, questionNo: number, rows: readonly StandingRow[]): Promise<void> {
    const values = rows.map((row) => [
      roundId,
      questionNo,
      row.seatNo,
      row.verdict,
      row.points,
      row.bonus,
      row.elapsedMs,
      row.total,
      row.rightCount,
      row.rightTimeMs,
      row.streak,
      row.rank,
      row.previousRank,
      row.gapToNext,
    ]);
    await insertMany(tx, 'live_result', COLUMNS, values);
  }

  async replace(tx: EntityManager, roundId: string, questionNo: number, rows: readonly StandingRow[]): Promise<void> {
    await tx.delete(LiveResultEntity, { roundId, questionNo });
    await this.insert(tx, roundId, questionNo, rows);
  }

  /** Standings after a question by seat, of all seats or only some; empty for question 0. */
  async after(
    manager: EntityManager,
    roundId: string,
    questionNo: number,
    seatNos?: readonly number[],
  ): Promise<Map<number, StandingRow>> {
    if (questionNo < 1 || seatNos?.length === 0) return new Map();
    const some = seatNos ? ` AND seat_no IN (${marks(seatNos)})` : '';
    const rows = await ask<RawStanding>(
      manager,
      `SELECT ${COLUMNS.join(', ')} FROM live_result WHERE round_id = ? AND question_no = ?${some}`,
      [roundId, questionNo, ...(seatNos ?? [])],
    );
    return new Map(rows.map((row) => [row.seat_no, standingRow(row)]));
  }

  /** The standing of one seat after the last ended question. */
  async ofSeat(roundId: string, questionNo: number, seatNo: number): Promise<StandingRow | null> {
    const rows = await this.unitOfWork.read((manager) => this.after(manager, roundId, questionNo, [seatNo]));
    return rows.get(seatNo) ?? null;
  }

  /** How many are on the board after a question. */
  async ranked(roundId: string, questionNo: number): Promise<number> {
    const rows: { n: number | string }[] = await this.unitOfWork.read((manager) =>
      manager.query(
        `SELECT COUNT(*) AS n FROM live_result r JOIN live_seat s ON s.round_id = r.round_id AND s.seat_no = r.seat_no
         WHERE r.round_id = ? AND r.question_no = ? AND r.place > 0 AND s.status = 'active'`,
        [roundId, questionNo],
      ),
    );
    return Number(rows[0]?.n ?? 0);
  }

  /** A piece of the board, best first. `names` decides how people are called. */
  async board(
    round: Pick<LiveRoundEntity, 'id' | 'settings'>,
    questionNo: number,
    part: { offset: number; limit: number; names?: 'full' | 'masked' | 'hidden' },
  ): Promise<(BoardRow & { rightTimeMs: number })[]> {
    const rows: RawBoardRow[] = await this.unitOfWork.read((manager) =>
      manager.query(
        `SELECT r.seat_no, r.place, r.previous_place, r.total, r.right_count, r.right_time_ms, s.name, s.is_name_shared, s.is_name_hidden
         FROM live_result r JOIN live_seat s ON s.round_id = r.round_id AND s.seat_no = r.seat_no
         WHERE r.round_id = ? AND r.question_no = ? AND r.place > 0 AND s.status = 'active'
         ORDER BY r.place, r.seat_no LIMIT ? OFFSET ?`,
        [round.id, questionNo, part.limit, part.offset],
      ),
    );
    const display = part.names ?? round.settings.namesOnStage;
    return rows.map((row) => ({
      rank: row.place,
      seatNo: row.seat_no,
      name: boardName(
        {
          seatNo: row.seat_no,
          name: row.name,
          isNameShared: Boolean(row.is_name_shared),
          // The host's own list shows who hides behind a number.
          isNameHidden: part.names === 'full' ? false : Boolean(row.is_name_hidden),
        },
        display,
      ),
      points: row.total,
      rightCount: row.right_count,
      move: row.previous_place === null ? null : row.previous_place - row.place,
      rightTimeMs: row.right_time_ms,
    }));
  }

  /** Totals of seats on the board that were played for a unit. */
  async ofUnits(roundId: string, questionNo: number): Promise<SeatOfUnit[]> {
    const rows: { unit_id: string; total: number; right_count: number }[] = await this.unitOfWork.read((manager) =>
      manager.query(
        `SELECT s.unit_id, r.total, r.right_count
         FROM live_result r JOIN live_seat s ON s.round_id = r.round_id AND s.seat_no = r.seat_no
         WHERE r.round_id = ? AND r.question_no = ? AND r.place > 0 AND s.status = 'active' AND s.unit_id IS NOT NULL`,
        [roundId, questionNo],
      ),
    );
    return rows.map((row) => ({ unitId: row.unit_id, total: row.total, rightCount: row.right_count }));
  }

  /** Which unit each of these seats was played for; seats of guests are left out. */
  async unitsOfSeats(roundId: string, seatNos: readonly number[]): Promise<Map<number, string>> {
    if (seatNos.length === 0) return new Map();
    const rows: { seat_no: number; unit_id: string }[] = await this.unitOfWork.read((manager) =>
      manager.query(
        `SELECT seat_no, unit_id FROM live_seat
         WHERE round_id = ? AND unit_id IS NOT NULL AND seat_no IN (${marks(seatNos)})`,
        [roundId, ...seatNos],
      ),
    );
    return new Map(rows.map((row) => [row.seat_no, row.unit_id]));
  }

  /** Who gained most places with this question; null when nobody gained any. */
  async fastestClimber(round: LiveRoundEntity, questionNo: number): Promise<{ name: string; move: number } | null> {
    const rows: (Pick<RawBoardRow, 'seat_no' | 'name' | 'is_name_shared' | 'is_name_hidden'> & { climbed: number })[] =
      await this.unitOfWork.read((manager) =>
        manager.query(
          `SELECT r.seat_no, s.name, s.is_name_shared, s.is_name_hidden, r.previous_place - r.place AS climbed
           FROM live_result r JOIN live_seat s ON s.round_id = r.round_id AND s.seat_no = r.seat_no
           WHERE r.round_id = ? AND r.question_no = ? AND r.place > 0 AND r.previous_place > r.place AND s.status = 'active'
           ORDER BY climbed DESC, r.place LIMIT 1`,
          [round.id, questionNo],
        ),
      );
    const row = rows[0];
    if (!row) return null;
    return { name: boardName(seatNameOf(row), round.settings.namesOnStage), move: Number(row.climbed) };
  }
}

/** The own standing in the words of the wire. */
export function standingOf(questionNo: number, row: StandingRow, ranked: number): Standing {
  const { verdict, points, bonus, total, rightCount, rightTimeMs, streak, rank, previousRank, gapToNext } = row;
  return {
    questionNo,
    verdict,
    points,
    bonus,
    total,
    rightCount,
    rightTimeMs,
    streak,
    rank,
    previousRank,
    gapToNext,
    ranked,
  };
}

export function seatNameOf(row: {
  seat_no: number;
  name: string;
  is_name_shared: number | boolean;
  is_name_hidden: number | boolean;
}): Pick<LiveSeatEntity, 'seatNo' | 'name' | 'isNameShared' | 'isNameHidden'> {
  return {
    seatNo: row.seat_no,
    name: row.name,
    isNameShared: Boolean(row.is_name_shared),
    isNameHidden: Boolean(row.is_name_hidden),
  };
}

interface RawStanding {
  seat_no: number;
  verdict: StandingRow['verdict'];
  points: number;
  bonus: number;
  elapsed_ms: number | null;
  total: number;
  right_count: number;
  right_time_ms: number;
  streak: number;
  place: number;
  previous_place: number | null;
  gap_to_next: number | null;
}

interface RawBoardRow {
  seat_no: number;
  place: number;
  previous_place: number | null;
  total: number;
  right_count: number;
  right_time_ms: number;
  name: string;
  is_name_shared: number | boolean;
  is_name_hidden: number | boolean;
}

function standingRow(row: RawStanding): StandingRow {
  return {
    seatNo: row.seat_no,
    verdict: row.verdict,
    points: row.points,
    bonus: row.bonus,
    elapsedMs: row.elapsed_ms,
    total: row.total,
    rightCount: row.right_count,
    rightTimeMs: row.right_time_ms,
    streak: row.streak,
    rank: row.place,
    previousRank: row.previous_place,
    gapToNext: row.gap_to_next,
  };
}
