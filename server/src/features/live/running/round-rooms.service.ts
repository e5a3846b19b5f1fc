import type { Choice } from '@anquanli/contract/question';
import { Injectable } from '@nestjs/common';
import { countedIds } from '../../../domain/question/distribution.js';
import { boardName } from '../../../domain/live-round/name.js';
import { Bus } from '../../../platform/cluster/bus.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { LiveRoom } from './live-room.js';
import { isOver } from '../rounds/round-row.js';
import { RoundRepository } from '../rounds/round.repository.js';
import { seatNameOf } from '../results/standing.repository.js';

/** A seat that is not in the round any more. */
export interface RemovedSeat {
  readonly seatNo: number;
  readonly status: 'kicked' | 'banned';
}

/** The rooms of this node: opened on demand, rebuilt from rows, forgotten when empty. */
@Injectable()
export class RoundRooms {
  private readonly rooms = new Map<string, LiveRoom>();
  private readonly forgetters: ((roundId: string) => void)[] = [];
  private readonly opening = new Map<string, Promise<LiveRoom | null>>();
  private readonly catching = new Map<string, Promise<boolean>>();

  constructor(
    private readonly rounds: RoundRepository,
    private readonly unitOfWork: UnitOfWork,
    private readonly bus: Bus,
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

  /** Before something is refused by what this node knows: has another node moved the round? However many ask, the rows are read once. */
  async catchUp(room: LiveRoom): Promise<boolean> {
    if (this.bus.isAlone) return false;
    const pending = this.catching.get(room.roundId) ?? this.refresh(room.roundId);
    this.catching.set(room.roundId, pending);
    try {
      return await pending;
    } finally {
      this.catching.delete(room.roundId);
    }
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
    // What other nodes know of it has yet to be heard.
    room.peers.isWhole = this.bus.isAlone;
    await this.rebuild(room);
    this.rooms.set(roundId, room);
    return room;
  }

  /** People, answers and names as the rows have them: when a room is opened, and when news of other nodes was missed. */
  async rebuild(room: LiveRoom): Promise<RemovedSeat[]> {
    await this.readAnswers(room);
    return this.readSeats(room);
  }

  private async readAnswers(room: LiveRoom): Promise<void> {
    const { row } = room.loaded;
    if (row.questionNo > 0 && !isOver(row)) {
      const answers: { seat_no: number; choice: string }[] = await this.unitOfWork.read((manager) =>
        manager.query(
          `SELECT a.seat_no, a.choice
           FROM live_answer a JOIN live_seat s ON s.round_id = a.round_id AND s.seat_no = a.seat_no
           WHERE a.round_id = ? AND a.question_no = ? AND s.status = 'active'`,
          [row.id, row.questionNo],
        ),
      );
      // Meanwhile the next question may have been opened.
      if (room.loaded.row.questionNo !== row.questionNo) return;
      for (const answer of answers) {
        room.noteAnswered(answer.seat_no, JSON.parse(answer.choice) as Choice);
      }
    }
  }

  /** How many there are, and in the lobby the newest names. Gives who was taken out. */
  async readSeats(room: LiveRoom): Promise<RemovedSeat[]> {
    const { row } = room.loaded;
    const people = await this.countPeople(row.id);
    const removed = await this.unitOfWork.read((manager) =>
      manager.query<RemovedSeat[]>(
        `SELECT seat_no AS seatNo, status FROM live_seat WHERE round_id = ? AND status <> 'active'`,
        [row.id],
      ),
    );
    // Together: in between somebody would seem to be the last who has not answered.
    room.people = people;
    room.noteAllRemoved(removed.map(({ seatNo }) => seatNo));
    room.areCountersDirty = true;
    if (row.phase === 'lobby') await this.readNames(room);
    return removed;
  }

  private async readNames(room: LiveRoom): Promise<void> {
    const { row } = room.loaded;
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

  /** The distribution of the open question by the rows. */
  async readChoices(room: LiveRoom): Promise<void> {
    const question = room.countedQuestion;
    if (question === null) return;
    const { roundId, state } = room;
    const rows = await this.unitOfWork.read((manager) =>
      manager.query<{ choice: string; n: number | string }[]>(
        `SELECT a.choice, COUNT(*) AS n FROM live_answer a
         JOIN live_seat s ON s.round_id = a.round_id AND s.seat_no = a.seat_no AND s.status = 'active'
         WHERE a.round_id = ? AND a.question_no = ? GROUP BY a.choice`,
        [roundId, state.questionNo],
      ),
    );
    const counts = new Map<string, number>();
    for (const { choice, n } of rows)
      for (const id of countedIds(question, JSON.parse(choice) as Choice))
        counts.set(id, (counts.get(id) ?? 0) + Number(n));
    if (room.state.questionNo === state.questionNo) room.noteStoredChoices(counts);
  }

  async countPeople(roundId: string): Promise<number> {
    const rows: { n: number | string }[] = await this.unitOfWork.read((manager) =>
      manager.query(`SELECT COUNT(*) AS n FROM live_seat WHERE round_id = ? AND status = 'active'`, [roundId]),
    );
    return Number(rows[0]?.n ?? 0);
  }
}
