import type { PersonRow } from '@anquanli/contract/live-host';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { boardName, cleanName, fullName, nameKey } from '../../../domain/live-round/name.js';
import { accept, refuse, type Result } from '../../../domain/shared/result.js';
import { Bus } from '../../../platform/cluster/bus.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Log } from '../../../platform/logging/log.js';
import { LiveSeatEntity } from '../entities/live-seat.entity.js';
import { ofSeat } from '../sockets/live-connection.js';
import { seatChanged } from '../nodes/digest.js';
import type { LiveRoom } from '../running/live-room.js';
import { RoundRooms } from '../running/round-rooms.service.js';
import { RoundAnnouncer } from '../views/round-announcer.service.js';
import { RoundClock } from '../running/round-clock.service.js';
import { lastEnded } from '../views/round-snapshot.service.js';
import { StandingRepository } from '../results/standing.repository.js';

const PAGE = 50;

export type SeatOrder =
  | { readonly action: 'rename'; readonly name: string }
  | { readonly action: 'hide_name' | 'show_name' | 'kick' | 'ban' | 'readmit' };

export interface PeopleQuery {
  readonly filter: 'all' | 'online' | 'away' | 'unanswered' | 'removed';
  readonly search: string;
  readonly offset: number;
}

/** People of a round, one at a time or as the host's list. None of this moves the round's version. */
@Injectable()
export class SeatService implements OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly standings: StandingRepository,
    private readonly announcer: RoundAnnouncer,
    private readonly roundClock: RoundClock,
    private readonly rooms: RoundRooms,
    private readonly bus: Bus,
    private readonly log: Log,
  ) {}

  onModuleInit(): void {
    this.bus.on(seatChanged, ({ roundId, seatNo, isMoved }, from) => {
      const room = this.rooms.peek(roundId);
      if (from === this.bus.nodeId || !room) return;
      if (isMoved) this.announcer.bye(roundId, 'player', 'seat_moved', ofSeat(seatNo));
      else
        this.changedElsewhere(room, seatNo).catch((err: unknown) =>
          this.log.warn({ err, roundId, seatNo }, 'a seat that has changed could not be read'),
        );
    });
  }

  /** A new name for a seat; everybody who shows it is told. */
  async rename(room: LiveRoom, seatNo: number, typed: string): Promise<Result<{ name: string }>> {
    const name = cleanName(typed);
    if (!name.ok) return name;
    const key = nameKey(name.value);
    const seat = await this.change(room, seatNo, async (before, tx) => {
      const others: unknown[] = await tx.query(
        'SELECT seat_no FROM live_seat WHERE round_id = ? AND name_key = ? AND seat_no <> ? LIMIT 1',
        [room.roundId, key, seatNo],
      );
      return { ...before, name: name.value, nameKey: key, isNameShared: others.length > 0 };
    });
    if (!seat) return refuse('not_found');
    return accept({ name: fullName(seat) });
  }

  /** What a host orders for one person. Answers are kept whatever happens; kicked and banned seats leave board and stage. */
  async order(room: LiveRoom, seatNo: number, order: SeatOrder): Promise<Result<{ seatNo: number }>> {
    if (order.action === 'rename') {
      const renamed = await this.rename(room, seatNo, order.name);
      return renamed.ok ? accept({ seatNo }) : renamed;
    }
    const seat = await this.change(room, seatNo, (before) =>
      Promise.resolve({ ...before, ...changeFor(order.action) }),
    );
    if (!seat) return refuse('not_found');
    this.apply(room, seat);
    return accept({ seatNo });
  }

  /** A page of the host's list: trouble first, then by seat. */
  async list(room: LiveRoom, query: PeopleQuery): Promise<{ rows: PersonRow[]; matching: number }> {
    const seats = await this.unitOfWork.read((manager) =>
      manager.find(LiveSeatEntity, { where: { roundId: room.roundId }, order: { seatNo: 'ASC' } }),
    );
    const answeredIn = await this.answeredIn(room);
    const matching = seats.filter((seat) => isMatch(room, seat, query)).sort(byTrouble(room));
    const page = matching.slice(query.offset, query.offset + PAGE);
    const boardNo = lastEnded(room.loaded.questions);
    const standings = await this.unitOfWork.read((manager) =>
      this.standings.after(
        manager,
        room.roundId,
        boardNo,
        page.map(({ seatNo }) => seatNo),
      ),
    );
    return {
      matching: matching.length,
      rows: page.map((seat) => {
        const standing = standings.get(seat.seatNo);
        const elapsedMs = answeredIn.get(seat.seatNo) ?? null;
        return {
          seatNo: seat.seatNo,
          name: fullName(seat),
          status: seat.status,
          isNameHidden: seat.isNameHidden,
          isOnline: room.isOnline(seat.seatNo),
          offlineSince: room.offlineSince(seat.seatNo),
          hasAnswered: elapsedMs !== null || room.hasAnswered(seat.seatNo),
          elapsedMs,
          total: standing?.total ?? null,
          rank: standing?.rank ?? null,
        };
      }),
    };
  }

  /** Another node has changed a seat: what it did to its room and its sockets is done here. */
  private async changedElsewhere(room: LiveRoom, seatNo: number): Promise<void> {
    const { roundId } = room;
    const seat = await this.unitOfWork.read((manager) => manager.findOneBy(LiveSeatEntity, { roundId, seatNo }));
    if (!seat) return;
    await this.rooms.readSeats(room);
    this.apply(room, seat);
    await this.announcer.seatsChanged(room);
    await this.announcer.tellSeat(room, seatNo);
  }

  /** What a seat's new state means for the room and for who sits there. */
  private apply(room: LiveRoom, seat: LiveSeatEntity): void {
    const { seatNo, status } = seat;
    this.note(room, seat);
    if (status === 'active') return;
    this.announcer.bye(room.roundId, 'player', status, ofSeat(seatNo));
    this.roundClock.considerEarlyClose(room);
  }

  private note(room: LiveRoom, seat: LiveSeatEntity): void {
    const { seatNo, status } = seat;
    if (status === 'active') room.noteName(seatNo, boardName(seat, room.loaded.row.settings.namesOnStage));
    else room.noteRemoved(seatNo);
  }

  /** Who has answered the question, by the rows: other nodes take answers too. */
  private async answeredIn({ roundId, state }: LiveRoom): Promise<ReadonlyMap<number, number>> {
    const rows = await this.unitOfWork.read((manager) =>
      manager.query<{ seat_no: number; elapsed_ms: number }[]>(
        'SELECT seat_no, elapsed_ms FROM live_answer WHERE round_id = ? AND question_no = ?',
        [roundId, state.questionNo],
      ),
    );
    return new Map(rows.map((row) => [row.seat_no, row.elapsed_ms]));
  }

  private async change(
    room: LiveRoom,
    seatNo: number,
    decide: (before: LiveSeatEntity, tx: Parameters<Parameters<UnitOfWork['run']>[0]>[0]) => Promise<LiveSeatEntity>,
  ): Promise<LiveSeatEntity | null> {
    const changed = await this.unitOfWork.run(async (tx) => {
      const before = await tx.findOneBy(LiveSeatEntity, { roundId: room.roundId, seatNo });
      if (!before) return null;
      const after = { ...(await decide(before, tx)), version: before.version + 1 };
      const { affected } = await tx.update(
        LiveSeatEntity,
        { roundId: room.roundId, seatNo, version: before.version },
        after,
      );
      return affected === 1 ? { before, after } : null;
    });
    if (!changed) return null;
    const { before, after } = changed;
    if (before.status !== after.status)
      room.people += (after.status === 'active' ? 1 : 0) - (before.status === 'active' ? 1 : 0);
    this.note(room, after);
    room.noteSeatChanged();
    this.bus.tellOthers(seatChanged, { roundId: room.roundId, seatNo, isMoved: false });
    await this.announcer.seatsChanged(room);
    await this.announcer.tellSeat(room, seatNo);
    return after;
  }
}

function changeFor(action: Exclude<SeatOrder['action'], 'rename'>): Partial<LiveSeatEntity> {
  switch (action) {
    case 'hide_name':
      return { isNameHidden: true };
    case 'show_name':
      return { isNameHidden: false };
    case 'kick':
      return { status: 'kicked' };
    case 'ban':
      return { status: 'banned' };
    case 'readmit':
      return { status: 'active' };
  }
}

function isMatch(room: LiveRoom, seat: LiveSeatEntity, { filter, search }: PeopleQuery): boolean {
  const needle = nameKey(search.trim());
  if (needle !== '' && !seat.nameKey.includes(needle) && String(seat.seatNo) !== needle.replace('#', '')) return false;
  const isActive = seat.status === 'active';
  switch (filter) {
    case 'all':
      return isActive;
    case 'online':
      return isActive && room.isOnline(seat.seatNo);
    case 'away':
      return isActive && !room.isOnline(seat.seatNo);
    case 'unanswered':
      return isActive && !room.hasAnswered(seat.seatNo);
    case 'removed':
      return !isActive;
  }
}

/** Away first, then those who have not answered, then by seat. */
function byTrouble(room: LiveRoom) {
  const trouble = (seat: LiveSeatEntity) => (room.isOnline(seat.seatNo) ? (room.hasAnswered(seat.seatNo) ? 2 : 1) : 0);
  return (a: LiveSeatEntity, b: LiveSeatEntity) => trouble(a) - trouble(b) || a.seatNo - b.seatNo;
}
