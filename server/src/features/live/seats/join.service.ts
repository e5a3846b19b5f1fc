import type { Door } from '@anquanli/contract/join';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { boardName, cleanName, fullName, nameKey } from '../../../domain/live-round/name.js';
import { LIMITS } from '@anquanli/contract/vocabulary';
import { accept, refuse, type Result } from '../../../domain/shared/result.js';
import { Clock } from '../../../platform/clock/clock.js';
import { GroupCommit } from '../../../platform/database/group-commit.js';
import { findRow, findRows, insertRows, marks } from '../../../platform/database/rows.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { RateLimiter } from '../../../platform/rate-limit/rate-limiter.js';
import { PeopleService, type NewPerson } from '../../people/people.api.js';
import { LiveRoundEntity } from '../entities/live-round.entity.js';
import { LiveSeatEntity } from '../entities/live-seat.entity.js';
import { RoundRooms } from '../running/round-rooms.service.js';
import { isOver } from '../rounds/round-row.js';
import { RoundRepository } from '../rounds/round.repository.js';

/** A hall is one address: only wrong PINs count against it. */
const WRONG_PINS = { count: 100, windowMs: 600_000 };
/** As many seats as one reading looks for. */
const SEATS_AT_ONCE = 200;
/** Joins of one commit. */
const JOINS_PER_COMMIT = 200;

interface JoinRequest {
  /** Of a known person, or made by the phone for a new one: a request whose reply was lost may come again. */
  readonly personToken: string | null;
  readonly name: string;
  /** Whom a registered person plays for; null for guests. */
  readonly unitId: string | null;
}

/** Under which name somebody wants to sit down: typed, or the one they are registered with. */
export interface Entrance {
  readonly name: string;
  readonly unitId: string | null;
  readonly personToken: string | undefined;
}

export interface Seated {
  readonly roundId: string;
  readonly seatNo: number;
  readonly name: string;
  readonly personToken: string;
}

type Seating = Result<{ seat: LiveSeatEntity; personToken: string; isNew: boolean }>;

/** Which seat has the person of a token in a round? */
interface SeatQuestion {
  readonly roundId: string;
  readonly personToken: string;
}

/** Through the door and into a seat. */
@Injectable()
export class JoinService {
  private readonly queues = new Map<string, GroupCommit<JoinRequest, Seating>>();
  private readonly asking = new GroupCommit<SeatQuestion, LiveSeatEntity | null>(
    (asked) => this.seatsOf(asked),
    SEATS_AT_ONCE,
  );

  constructor(
    private readonly rounds: RoundRepository,
    private readonly rooms: RoundRooms,
    private readonly people: PeopleService,
    private readonly unitOfWork: UnitOfWork,
    private readonly limiter: RateLimiter,
    private readonly clock: Clock,
  ) {
    rooms.onForgotten((roundId) => this.queues.delete(roundId));
  }

  /** The round behind a door; `pin_unknown`, `not_found`, or `too_many_requests` after too many wrong PINs of one address. */
  async behind(door: Door, address: string): Promise<Result<LiveRoundEntity>> {
    if ('joinToken' in door) {
      const row = await this.rounds.find({ joinToken: door.joinToken });
      return row ? accept(row) : refuse('not_found');
    }
    const key = `wrong pins ${address}`;
    const verdict = await this.limiter.peek(key, WRONG_PINS);
    if (!verdict.ok) return refuse('too_many_requests', { retryAfterMs: verdict.retryAfterMs });
    const row = await this.rounds.find({ pin: door.pin });
    if (row) return accept(row);
    await this.limiter.take(key, WRONG_PINS);
    return refuse('pin_unknown', { path: 'door.pin' });
  }

  /** The seat that the person of a token has in a round. */
  seatOf(roundId: string, personToken: string): Promise<LiveSeatEntity | null> {
    return this.asking.add({ roundId, personToken });
  }

  /** A hall comes back at once: those who ask together are answered by one reading. */
  private async seatsOf(asked: readonly SeatQuestion[]): Promise<(LiveSeatEntity | null)[]> {
    const persons = await this.people.personsOf(asked.map(({ personToken }) => personToken));
    const ids = [...new Set(persons.values())];
    if (ids.length === 0) return asked.map(() => null);
    const roundIds = [...new Set(asked.map(({ roundId }) => roundId))];
    const where = `WHERE round_id IN (${marks(roundIds)}) AND person_id IN (${marks(ids)})`;
    const values = [...roundIds, ...ids];
    const seats = await this.unitOfWork.read((manager) => findRows(manager, LiveSeatEntity, where, values));
    const found = new Map(seats.map((seat) => [`${seat.roundId}/${seat.personId}`, seat]));
    return asked.map(({ roundId, personToken }) => found.get(`${roundId}/${persons.get(personToken) ?? ''}`) ?? null);
  }

  /** Takes a seat. A person who has one gets it back, whatever name was typed; a kicked one is let in again. */
  async join(row: LiveRoundEntity, entrance: Entrance): Promise<Result<Seated>> {
    if (isOver(row)) return refuse('round_over');
    const { personToken, unitId } = entrance;
    const name = cleanName(entrance.name);
    // A person on the way back need not type a name.
    // Opened before the seat is written, or the new seat would be counted twice.
    const room = await this.rooms.open(row.id);
    const seating = await this.queueOf(row.id).add({
      personToken: personToken ?? null,
      name: name.ok ? name.value : '',
      unitId,
    });
    if (!seating.ok) return seating.code === 'name_invalid' && !name.ok ? name : seating;
    const { seat, isNew } = seating.value;
    if (isNew && room) room.noteJoined(seat.seatNo, boardName(seat, row.settings.namesOnStage), this.clock.now());
    return accept({
      roundId: row.id,
      seatNo: seat.seatNo,
      name: fullName(seat),
      personToken: seating.value.personToken,
    });
  }

  private queueOf(roundId: string): GroupCommit<JoinRequest, Seating> {
    let queue = this.queues.get(roundId);
    if (!queue) {
      queue = new GroupCommit((requests) => this.seatAll(roundId, requests), JOINS_PER_COMMIT);
      this.queues.set(roundId, queue);
    }
    return queue;
  }

  /** Seats a group in one transaction. Its first statement locks the round's row, so that seat numbers and equal names are decided one by one. */
  private seatAll(roundId: string, requests: readonly JoinRequest[]): Promise<Seating[]> {
    return this.unitOfWork.run(async (tx) => {
      await tx.query('UPDATE live_round SET seats_taken = seats_taken WHERE id = ?', [roundId]);
      const row = await findRow(tx, LiveRoundEntity, 'WHERE id = ?', [roundId]);
      if (!row) return requests.map(() => refuse('not_found'));
      const group = new SeatGroup(row, await this.activeSeats(tx, roundId));
      const seatings: Seating[] = [];
      for (const request of requests) seatings.push(await this.seatOne(tx, group, request));
      await this.insert(tx, group);
      return seatings;
    });
  }

  private async seatOne(
    tx: EntityManager,
    group: SeatGroup,
    { personToken, name, unitId }: JoinRequest,
  ): Promise<Seating> {
    const { row } = group;
    const holder = await this.people.holderOf(tx, personToken);
    const personId = holder.personId ?? group.newcomerWith(personToken);
    const known = personId === null ? null : (group.seatOf(personId) ?? (await this.findSeat(tx, row.id, personId)));
    if (known) return this.seatAgain(tx, row, known, personToken ?? '');
    const closed = group.whyClosed();
    if (closed) return closed;
    if (name === '') return refuse('name_invalid', { path: 'name' });
    const person = personId === null ? this.people.create(holder.isFree ? personToken : null) : null;
    if (person) group.newcomers.push(person);
    const isNameShared = group.isTaken(name) || (await this.isNameTaken(tx, row.id, name));
    const sitter = { personId: person?.personId ?? personId ?? '', unitId, name, isNameShared };
    const seat = group.add({ ...sitter, joinedAt: this.clock.now() });
    return accept({ seat, personToken: person?.personToken ?? personToken ?? '', isNew: true });
  }

  /** Who has a seat gets it; who was kicked comes in again by the open door; a banned browser stays out. */
  private async seatAgain(
    tx: EntityManager,
    row: LiveRoundEntity,
    seat: LiveSeatEntity,
    personToken: string,
  ): Promise<Seating> {
    if (seat.status === 'banned') return refuse('seat_banned');
    if (seat.status === 'active') return accept({ seat, personToken, isNew: false });
    if (row.isLobbyLocked) return refuse('lobby_locked');
    const back = { status: 'active' as const, version: seat.version + 1 };
    await tx.update(LiveSeatEntity, { roundId: row.id, seatNo: seat.seatNo }, back);
    return accept({ seat: Object.assign(seat, back), personToken, isNew: true });
  }

  private async insert(tx: EntityManager, group: SeatGroup): Promise<void> {
    if (group.added.length === 0) return;
    await this.people.insert(tx, group.newcomers);
    await insertRows(tx, LiveSeatEntity, group.added);
    await tx.update(LiveRoundEntity, { id: group.row.id }, { seatsTaken: group.row.seatsTaken });
  }

  private async activeSeats(tx: EntityManager, roundId: string): Promise<number> {
    const rows: { n: number | string }[] = await tx.query(
      `SELECT COUNT(*) AS n FROM live_seat WHERE round_id = ? AND status = 'active'`,
      [roundId],
    );
    return Number(rows[0]?.n ?? 0);
  }

  private findSeat(tx: EntityManager, roundId: string, personId: string): Promise<LiveSeatEntity | null> {
    return findRow(tx, LiveSeatEntity, 'WHERE round_id = ? AND person_id = ?', [roundId, personId]);
  }

  private async isNameTaken(tx: EntityManager, roundId: string, name: string): Promise<boolean> {
    const rows: unknown[] = await tx.query(
      'SELECT seat_no FROM live_seat WHERE round_id = ? AND name_key = ? LIMIT 1',
      [roundId, nameKey(name)],
    );
    return rows.length > 0;
  }
}

/** The seats given within one transaction. */
class SeatGroup {
  readonly added: LiveSeatEntity[] = [];
  readonly newcomers: NewPerson[] = [];
  private readonly names = new Set<string>();

  constructor(
    readonly row: LiveRoundEntity,
    private readonly activeBefore: number,
  ) {}

  whyClosed(): Result<never> | null {
    const { row } = this;
    if (isOver(row)) return refuse('round_over');
    if (row.isLobbyLocked) return refuse('lobby_locked');
    if (row.phase !== 'lobby' && !row.settings.isLateJoinAllowed) return refuse('late_join_closed');
    const limit = row.settings.seatLimit ?? LIMITS.seatsPerRound;
    if (this.activeBefore + this.added.length >= limit) return refuse('round_full', { maximum: limit });
    return null;
  }

  /** The person of this very group that was made with the token, for a request that came twice. */
  newcomerWith(personToken: string | null): string | null {
    return this.newcomers.find((person) => person.personToken === personToken)?.personId ?? null;
  }

  seatOf(personId: string): LiveSeatEntity | undefined {
    return this.added.find((seat) => seat.personId === personId);
  }

  isTaken(name: string): boolean {
    return this.names.has(nameKey(name));
  }

  add(sitter: Pick<LiveSeatEntity, 'personId' | 'unitId' | 'name' | 'isNameShared' | 'joinedAt'>): LiveSeatEntity {
    const { name } = sitter;
    this.row.seatsTaken += 1;
    this.names.add(nameKey(name));
    const seat = Object.assign(new LiveSeatEntity(), {
      roundId: this.row.id,
      seatNo: this.row.seatsTaken,
      ...sitter,
      nameKey: nameKey(name),
      isNameHidden: false,
      status: 'active' as const,
      version: 1,
    });
    this.added.push(seat);
    return seat;
  }
}
