import { hostExchanges } from '@anquanli/contract/live-host';
import { Injectable } from '@nestjs/common';
import { hostView } from '../../../domain/live-round/projection.js';
import { accept, refuse, type Result } from '../../../domain/shared/result.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Log } from '../../../platform/logging/log.js';
import { Random } from '../../../platform/random/random.js';
import { ExchangeTable } from '../../../platform/realtime/exchange-table.js';
import type { LiveSocket } from './live-connection.js';
import type { LiveRoom } from '../running/live-room.js';
import { RoundAnnouncer } from '../views/round-announcer.service.js';
import { RoundCommandService } from '../running/round-command.service.js';
import { RoundRooms } from '../running/round-rooms.service.js';
import { SeatClaimService } from '../seats/seat-claim.service.js';
import { SeatService } from '../seats/seat.service.js';

/** What hosts may ask and order. Whether the round is theirs was decided at the handshake. */
@Injectable()
export class HostDesk {
  readonly exchanges: ExchangeTable<LiveSocket>;

  constructor(
    private readonly rooms: RoundRooms,
    private readonly announcer: RoundAnnouncer,
    commands: RoundCommandService,
    seats: SeatService,
    claims: SeatClaimService,
    clock: Clock,
    log: Log,
    random: Random,
  ) {
    this.exchanges = new ExchangeTable<LiveSocket>(() => clock.now(), log, random)
      .on(hostExchanges.command, (socket, { version, order }) =>
        commands.order(socket.data.connection.roundId, version, order),
      )
      .on(hostExchanges.sync, (socket) => this.inRoom(socket, (room) => this.sync(room)))
      .on(hostExchanges.clock, () => Promise.resolve(accept({ serverNow: clock.now() })))
      .on(hostExchanges.listPeople, (socket, query) =>
        this.inRoom(socket, async (room) => accept(await seats.list(room, query))),
      )
      .on(hostExchanges.seat, (socket, { seatNo, order }) =>
        this.inRoom(socket, (room) => seats.order(room, seatNo, order)),
      )
      .on(hostExchanges.listClaims, (socket) => this.inRoom(socket, async (room) => accept(await claims.list(room))))
      .on(hostExchanges.decideClaim, (socket, { claimId, decision }) =>
        this.inRoom(socket, (room) => claims.decide(room, claimId, decision)),
      );
  }

  private async inRoom<T>(socket: LiveSocket, work: (room: LiveRoom) => Promise<Result<T>>): Promise<Result<T>> {
    const room = await this.rooms.open(socket.data.connection.roundId);
    return room ? work(room) : refuse('not_found');
  }

  private async sync(room: LiveRoom) {
    const snapshot = await this.announcer.snapshot(room);
    return accept({
      shared: this.announcer.shared(snapshot, hostView(snapshot)),
      counters: this.announcer.hostCounters(room),
    });
  }
}
