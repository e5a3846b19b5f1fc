import { LIMITS } from '@anquanli/contract/vocabulary';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type EntityManager, MoreThan } from 'typeorm';
import { cleanName, fullName, nameKey } from '../../../domain/live-round/name.js';
import { accept, refuse, type Result } from '../../../domain/shared/result.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Bus } from '../../../platform/cluster/bus.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Random, hashToken } from '../../../platform/random/random.js';
import { PeopleService } from '../../people/people.api.js';
import type { LiveRoundEntity } from '../entities/live-round.entity.js';
import { LiveSeatClaimEntity } from '../entities/live-seat-claim.entity.js';
import { LiveSeatEntity } from '../entities/live-seat.entity.js';
import type { Seated } from './join.service.js';
import { ofSeat } from '../sockets/live-connection.js';
import { claimsChanged, seatChanged } from '../nodes/digest.js';
import type { LiveRoom } from '../running/live-room.js';
import { RoundAnnouncer } from '../views/round-announcer.service.js';
import { RoundRooms } from '../running/round-rooms.service.js';
import { isOver } from '../rounds/round-row.js';

type Decision = { readonly grant: true; readonly seatNo: number; readonly code: string } | { readonly grant: false };
type ClaimState = 'waiting' | 'granted' | 'refused' | 'expired';

/** The old seat on a new phone: only the host, who sees both people and codes, can hand it over. */
@Injectable()
export class SeatClaimService implements OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly people: PeopleService,
    private readonly rooms: RoundRooms,
    private readonly announcer: RoundAnnouncer,
    private readonly bus: Bus,
    private readonly clock: Clock,
    private readonly random: Random,
  ) {}

  onModuleInit(): void {
    this.bus.on(claimsChanged, ({ roundId }, from) => {
      if (from !== this.bus.nodeId)
        void this.countWaiting(this.rooms.peek(roundId) ?? null, false).catch(() => undefined);
    });
  }

  async claim(row: LiveRoundEntity, typedName: string) {
    if (isOver(row)) return refuse('round_over');
    const name = cleanName(typedName);
    if (!name.ok) return name;
    const claimSecret = this.random.hex(16);
    const claim = {
      id: this.random.uuid(),
      roundId: row.id,
      name: name.value,
      code: this.random.digits(4),
      secretHash: hashToken(claimSecret),
      state: 'waiting' as const,
      seatNo: null,
      expiresAt: this.clock.now() + LIMITS.seatClaimMs,
    };
    await this.unitOfWork.run((tx) => tx.insert(LiveSeatClaimEntity, claim));
    await this.countWaiting(await this.rooms.open(row.id), true);
    return accept({ claimId: claim.id, claimSecret, code: claim.code, expiresAt: claim.expiresAt });
  }

  /**
   * What became of a claim. When granted, asking gets a new token and revokes all earlier ones: the old phone is signed out,
   * and a reply that was lost on the way can be fetched again until the claim expires.
   */
  async stateOf(claimId: string, claimSecret: string): Promise<Result<{ state: ClaimState; seated: Seated | null }>> {
    const claim = await this.unitOfWork.read((manager) => manager.findOneBy(LiveSeatClaimEntity, { id: claimId }));
    if (!claim || claim.secretHash !== hashToken(claimSecret)) return refuse('code_unknown');
    if (claim.state === 'refused') return accept({ state: 'refused', seated: null });
    if (this.clock.now() > claim.expiresAt) return accept({ state: 'expired', seated: null });
    if (claim.state === 'waiting') return accept({ state: 'waiting', seated: null });
    return accept({ state: 'granted', seated: await this.hand(claim) });
  }

  /** Waiting claims of a round with the seats of that name. */
  async list(room: LiveRoom) {
    const claims = await this.waiting(room.roundId);
    const seats = await this.unitOfWork.read((manager) =>
      Promise.all(
        claims.map(async (claim) => {
          const named = await manager.findBy(LiveSeatEntity, { roundId: room.roundId, nameKey: nameKey(claim.name) });
          return this.ofGuests(manager, named);
        }),
      ),
    );
    return {
      claims: claims.map((claim, index) => ({
        claimId: claim.id,
        name: claim.name,
        seats: (seats[index] ?? []).map((seat) => ({
          seatNo: seat.seatNo,
          name: fullName(seat),
          isOnline: room.isOnline(seat.seatNo),
        })),
        expiresAt: claim.expiresAt,
      })),
    };
  }

  /** Grants or refuses. Granting takes the code that the phone shows: a wrong one is `code_unknown`. */
  async decide(room: LiveRoom, claimId: string, decision: Decision): Promise<Result<Record<string, never>>> {
    const claim = (await this.waiting(room.roundId)).find((each) => each.id === claimId);
    if (!claim) return refuse('code_expired');
    if (decision.grant) {
      if (decision.code.trim() !== claim.code) return refuse('code_unknown', { path: 'decision.code' });
      const [seat] = await this.unitOfWork.read((manager) =>
        this.guestsAt(manager, { roundId: room.roundId, seatNo: decision.seatNo }),
      );
      if (!seat) return refuse('not_found');
      if (seat.status === 'banned') return refuse('seat_banned');
    }
    const { affected } = await this.unitOfWork.run((tx) =>
      tx.update(
        LiveSeatClaimEntity,
        { id: claimId, state: 'waiting' },
        decision.grant ? { state: 'granted', seatNo: decision.seatNo } : { state: 'refused' },
      ),
    );
    await this.countWaiting(room, true);
    return affected === 1 ? accept({}) : refuse('code_expired');
  }

  private async hand(claim: LiveSeatClaimEntity): Promise<Seated | null> {
    const seated = await this.unitOfWork.run(async (tx) => {
      const [seat] = await this.guestsAt(tx, { roundId: claim.roundId, seatNo: claim.seatNo ?? 0 });
      if (!seat) return null;
      const personToken = await this.people.moveToNewToken(tx, seat.personId);
      return { roundId: seat.roundId, seatNo: seat.seatNo, name: fullName(seat), personToken };
    });
    if (seated) {
      this.announcer.bye(claim.roundId, 'player', 'seat_moved', ofSeat(seated.seatNo));
      this.bus.tellOthers(seatChanged, { roundId: claim.roundId, seatNo: seated.seatNo, isMoved: true });
    }
    return seated;
  }

  private async guestsAt(manager: EntityManager, at: { roundId: string; seatNo: number }): Promise<LiveSeatEntity[]> {
    return this.ofGuests(manager, await manager.findBy(LiveSeatEntity, at));
  }

  /**
   * A registered person's token opens the own data and contests besides the seat, and is nothing that a host may hand over: that takes the recovery
   * code or a captain.
   */
  private async ofGuests(manager: EntityManager, seats: readonly LiveSeatEntity[]): Promise<LiveSeatEntity[]> {
    const registered = await this.people.keptOf(
      manager,
      seats.map(({ personId }) => personId),
    );
    return seats.filter(({ personId }) => !registered.has(personId));
  }

  private waiting(roundId: string): Promise<LiveSeatClaimEntity[]> {
    return this.unitOfWork.read((manager) =>
      manager.find(LiveSeatClaimEntity, {
        where: { roundId, state: 'waiting', expiresAt: MoreThan(this.clock.now()) },
        order: { expiresAt: 'ASC' },
        take: 50,
      }),
    );
  }

  /** Counts them anew; `isNews` where the change was made on this node. */
  private async countWaiting(room: LiveRoom | null, isNews: boolean): Promise<void> {
    if (!room) return;
    if (isNews) this.bus.tellOthers(claimsChanged, { roundId: room.roundId });
    room.waitingClaims = (await this.waiting(room.roundId)).length;
    room.touch();
  }
}
