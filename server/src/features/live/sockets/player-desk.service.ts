import { playerExchanges } from '@anquanli/contract/live';
import { Injectable } from '@nestjs/common';
import { playerView } from '../../../domain/live-round/projection.js';
import { accept, refuse } from '../../../domain/shared/result.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Log } from '../../../platform/logging/log.js';
import { Random } from '../../../platform/random/random.js';
import { ExchangeTable } from '../../../platform/realtime/exchange-table.js';
import { seatOf, type LiveSocket } from './live-connection.js';
import { PersonalService } from '../views/personal.service.js';
import { RoundAnnouncer } from '../views/round-announcer.service.js';
import { RoundPlayService } from '../answers/round-play.service.js';
import { RoundRooms } from '../running/round-rooms.service.js';
import { SeatService } from '../seats/seat.service.js';

/** What phones may ask. */
@Injectable()
export class PlayerDesk {
  readonly exchanges: ExchangeTable<LiveSocket>;

  constructor(
    private readonly rooms: RoundRooms,
    private readonly play: RoundPlayService,
    private readonly personal: PersonalService,
    private readonly seats: SeatService,
    private readonly announcer: RoundAnnouncer,
    clock: Clock,
    log: Log,
    random: Random,
  ) {
    this.exchanges = new ExchangeTable<LiveSocket>(() => clock.now(), log, random)
      .on(playerExchanges.submitAnswer, (socket, answer) =>
        this.play.submit(socket.data.connection.roundId, seatOf(socket) ?? 0, answer),
      )
      .on(playerExchanges.draftAnswer, (socket, draft) =>
        this.play.draft(socket.data.connection.roundId, seatOf(socket) ?? 0, draft),
      )
      .on(playerExchanges.sync, (socket) => this.sync(socket))
      .on(playerExchanges.clock, () => Promise.resolve(accept({ serverNow: clock.now() })))
      .on(playerExchanges.rename, (socket, { name }) => this.rename(socket, name));
  }

  private async sync(socket: LiveSocket) {
    const room = await this.rooms.open(socket.data.connection.roundId);
    const me = room && (await this.personal.ofSeatNo(room.loaded, seatOf(socket) ?? 0));
    if (!room || !me) return refuse('not_seated');
    const snapshot = await this.announcer.snapshot(room);
    return accept({ shared: this.announcer.shared(snapshot, playerView(snapshot)), me });
  }

  private async rename(socket: LiveSocket, name: string) {
    const room = await this.rooms.open(socket.data.connection.roundId);
    return room ? this.seats.rename(room, seatOf(socket) ?? 0, name) : refuse('not_found');
  }
}
