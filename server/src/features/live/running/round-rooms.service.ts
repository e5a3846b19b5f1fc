import type { Choice } from '@anquanli/contract/question';
import { Injectable } from '@nestjs/common';
import { boardName } from '../../../domain/live-round/name.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { LiveRoom } from './live-room.js';
import { isOver } from '../rounds/round-row.js';
import { RoundRepository } from '../rounds/round.repository.js';
import { seatNameOf } from '../results/standing.repository.js';

/** The rooms of this node: opened on demand, rebuilt from rows, forgotten when empty. */
@Injectable()
export class RoundRooms {
  private readonly rooms = new Map<string, LiveRoom>();
  private readonly forgetters: ((roundId: string) => void)[] = [];
  private readonly opening = new Map<string, Promise<LiveRoom | null>>();

  constructor(
    private readonly rounds: RoundRepository,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** The room if this node has it open. */
  peek(roundId: string): LiveRoom | undefined {
    return this.rooms.get(roundId);
  }

  all(): LiveRoom[] {
    return [...this.rooms.values()];
  }

  /** The room, loaded from rows if need be; null when there is no such round. */
  async open(roundId: string): Promise<LiveRoom | null> {
    const room = this.rooms.get(roundId);
    if (room) return room;
    let pending = this.opening.get(roundId);
    if (!pending) {
      pending = this.load(roundId).finally(() => this.opening.delete(roundId));
      this.opening.set(roundId, pending);
    }
    return pending;
  }

  /** Reads the rows again. True when the version is a newer one. */
  async refresh(roundId: string): Promise<boolean> {
    const room = this.rooms.get(roundId);
    if (!room) return false;
    const loaded = await this.rounds.load(roundId);
    if (!loaded) {
      this.forget(roundId);
      return true;
    }
    // Two refreshes may overtake each other: only a newer version wins.
    if (loaded.row.version <= room.loaded.row.version) return false;
    room.renew(loaded);
    return true;
  }

  forget(roundId: string): void {
    this.rooms.delete(roundId);
    this.forgetters.forEach((forget) => forget(roundId));
  }

  /** Whoever keeps something for a round lets go of it with the room. */
  onForgotten(forget: (roundId: string) => void): void {
    this.forgetters.push(forget);
  }

  private async load(roundId: string): Promise<LiveRoom | null> {
    const loaded = await this.rounds.load(roundId);
    if (!loaded) return null;
    const room = new LiveRoom(loaded);
    await this.rebuild(room);
    this.rooms.set(roundId, room);
    return room;
  }

  /** Counters and names as the rows have them. */
  private async rebuild(room: LiveRoom): Promise<void> {
    const { row } = room.loaded;
    room.people = await this.countPeople(row.id);
    if (row.questionNo > 0 && !isOver(row)) {
      const answers: { seat_no: number; choice: string; elapsed_ms: number }[] = await this.unitOfWork.read((manager) =>
        manager.query(
          `SELECT a.seat_no, a.choice, a.elapsed_ms
           FROM live_answer a JOIN live_seat s ON s.round_id = a.round_id AND s.seat_no = a.seat_no
           WHERE a.round_id = ? AND a.question_no = ? AND s.status = 'active'`,
          [row.id, row.questionNo],
        ),
      );
      for (const answer of answers) {
        room.noteAnswered(answer.seat_no, JSON.parse(answer.choice) as Choice, answer.elapsed_ms);
      }
    }
    if (row.phase !== 'lobby') return;
    const seats: { seat_no: number; name: string; is_name_shared: number; is_name_hidden: number }[] =
      await this.unitOfWork.read((manager) =>
        manager.query(
          `SELECT seat_no, name, is_name_shared, is_name_hidden FROM live_seat
           WHERE round_id = ? AND status = 'active' ORDER BY seat_no DESC LIMIT 40`,
          [row.id],
        ),
      );
    for (const seat of seats.reverse()) {
      room.noteName(seat.seat_no, boardName(seatNameOf(seat), row.settings.namesOnStage));
    }
  }

  async countPeople(roundId: string): Promise<number> {
    const rows: { n: number | string }[] = await this.unitOfWork.read((manager) =>
      manager.query(`SELECT COUNT(*) AS n FROM live_seat WHERE round_id = ? AND status = 'active'`, [roundId]),
    );
    return Number(rows[0]?.n ?? 0);
  }
}
