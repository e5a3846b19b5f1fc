import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../../platform/clock/clock.js';
import { Bus } from '../../../platform/cluster/bus.js';
import { Duty } from '../../../platform/cluster/duty.js';
import { marks } from '../../../platform/database/rows.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Lifecycle } from '../../../platform/lifecycle/lifecycle.js';
import { Log } from '../../../platform/logging/log.js';
import { IdentityApi } from '../../identity/identity.api.js';
import { PeopleService } from '../../people/people.api.js';
import { roundRemoved } from '../nodes/digest.js';
import { RoundAnnouncer } from '../views/round-announcer.service.js';

const SWEEP_MS = 10 * 60_000;
const FIRST_SWEEP_MS = 10_000;
/** Deleted in pieces, so that no transaction holds up a running round. */
const PEOPLE_PER_STEP = 200;
const SEATS_PER_STEP = 1_000;
const LARGE_TABLES = ['live_answer', 'live_result'];
const SMALL_TABLES = ['live_seat_claim', 'live_remote_code', 'live_question'];

/** Deletes rounds with their people: on order, when their days are over, and rehearsals when the curtain has fallen. */
@Injectable()
export class RoundRemoval implements OnApplicationBootstrap {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly people: PeopleService,
    private readonly announcer: RoundAnnouncer,
    private readonly bus: Bus,
    private readonly duty: Duty,
    private readonly identity: IdentityApi,
    private readonly lifecycle: Lifecycle,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    this.bus.on(roundRemoved, ({ roundId }) => this.announcer.removed(roundId));
    // The pretend players of a rehearsal live in the process that began it; with several, its few hours see to it.
    if (this.bus.isAlone) await this.sweep('is_rehearsal = ?', [true]);
    const timer = setInterval(() => void this.sweepOverdue(), SWEEP_MS);
    // With several processes it is settled a moment after the start whose turn it is.
    const first = setTimeout(() => void this.sweepOverdue(), FIRST_SWEEP_MS);
    this.lifecycle.onStop(() => {
      clearInterval(timer);
      clearTimeout(first);
      return Promise.resolve();
    });
    void this.sweepOverdue();
  }

  /**
   * The round is over first, so that nobody joins or answers meanwhile, and overdue, so that a sweep finishes what a crash
   * cut short. Seats with their names go next, piece by piece; then the rest.
   */
  async remove(roundId: string): Promise<void> {
    await this.unitOfWork.run((tx) =>
      tx.query(
        `UPDATE live_round SET version = version + 1, phase = 'aborted', pin = NULL, deletes_at = ? WHERE id = ?`,
        [this.clock.now() - 1, roundId],
      ),
    );
    this.bus.tell(roundRemoved, { roundId });
    while (await this.unitOfWork.run((tx) => this.removeSeats(tx, roundId))) {
      // next piece
    }
    for (const table of LARGE_TABLES) await this.removeRows(table, roundId);
    for (const table of SMALL_TABLES) {
      await this.unitOfWork.run((tx) => tx.query(`DELETE FROM ${table} WHERE round_id = ?`, [roundId]));
    }
    await this.unitOfWork.run((tx) => tx.query('DELETE FROM live_round WHERE id = ?', [roundId]));
    await this.identity.endRemoteSessions(roundId);
  }

  private async removeRows(table: string, roundId: string): Promise<void> {
    const extent: { questions: number | null; seats: number | null }[] = await this.unitOfWork.read((manager) =>
      manager.query(`SELECT MAX(question_no) AS questions, MAX(seat_no) AS seats FROM ${table} WHERE round_id = ?`, [
        roundId,
      ]),
    );
    const { questions, seats } = { questions: extent[0]?.questions ?? 0, seats: extent[0]?.seats ?? 0 };
    for (let questionNo = 1; questionNo <= questions; questionNo += 1) {
      for (let seatNo = 1; seatNo <= seats; seatNo += SEATS_PER_STEP) {
        await this.unitOfWork.run((tx) =>
          tx.query(`DELETE FROM ${table} WHERE round_id = ? AND question_no = ? AND seat_no BETWEEN ? AND ?`, [
            roundId,
            questionNo,
            seatNo,
            seatNo + SEATS_PER_STEP - 1,
          ]),
        );
      }
    }
  }

  private async removeSeats(tx: EntityManager, roundId: string): Promise<boolean> {
    const seats: { seat_no: number; person_id: string }[] = await tx.query(
      'SELECT seat_no, person_id FROM live_seat WHERE round_id = ? ORDER BY seat_no LIMIT ?',
      [roundId, PEOPLE_PER_STEP],
    );
    if (seats.length === 0) return false;
    const list = marks(seats);
    await tx.query(`DELETE FROM live_seat WHERE round_id = ? AND seat_no IN (${list})`, [
      roundId,
      ...seats.map((seat) => seat.seat_no),
    ]);
    const personIds = seats.map((seat) => seat.person_id);
    const elsewhere: { person_id: string }[] = await tx.query(
      `SELECT DISTINCT person_id FROM live_seat WHERE person_id IN (${list})`,
      personIds,
    );
    const kept = new Set(elsewhere.map((row) => row.person_id));
    await this.people.erase(
      tx,
      personIds.filter((id) => !kept.has(id)),
    );
    return true;
  }

  private async sweepOverdue(): Promise<void> {
    if (!this.duty.isMine) return;
    // A prepared round without people may wait as long as it likes.
    await this.sweep('deletes_at < ? AND (finished_at IS NOT NULL OR seats_taken > 0 OR is_rehearsal = 1)', [
      this.clock.now(),
    ]);
  }

  private async sweep(condition: string, values: (number | boolean)[]): Promise<void> {
    try {
      const rows: { id: string }[] = await this.unitOfWork.read((manager) =>
        manager.query(
          `SELECT id FROM live_round WHERE ${condition}`,
          values.map((value) => (typeof value === 'boolean' ? Number(value) : value)),
        ),
      );
      for (const { id } of rows) await this.remove(id);
      if (rows.length > 0) this.log.info({ rounds: rows.length }, 'rounds deleted after their time');
    } catch (err) {
      this.log.error({ err }, 'deleting rounds failed; the next sweep tries again');
    }
  }
}
