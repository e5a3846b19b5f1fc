import { stageExchanges } from '@anquanli/contract/live-stage';
import { Injectable } from '@nestjs/common';
import { stageView } from '../../../domain/live-round/projection.js';
import { accept, refuse } from '../../../domain/shared/result.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Log } from '../../../platform/logging/log.js';
import { Random } from '../../../platform/random/random.js';
import { ExchangeTable } from '../../../platform/realtime/exchange-table.js';
import type { LiveSocket } from './live-connection.js';
import { RoundAnnouncer } from '../views/round-announcer.service.js';
import { RoundRooms } from '../running/round-rooms.service.js';

/** What the stage may ask: it only ever looks. */
@Injectable()
export class StageDesk {
  readonly exchanges: ExchangeTable<LiveSocket>;

  constructor(
    private readonly rooms: RoundRooms,
    private readonly announcer: RoundAnnouncer,
    clock: Clock,
    log: Log,
    random: Random,
  ) {
    this.exchanges = new ExchangeTable<LiveSocket>(() => clock.now(), log, random)
      .on(stageExchanges.sync, (socket) => this.sync(socket))
      .on(stageExchanges.clock, () => Promise.resolve(accept({ serverNow: clock.now() })));
  }

  private async sync(socket: LiveSocket) {
    const room = await this.rooms.open(socket.data.connection.roundId);
    if (!room) return refuse('not_found');
    const snapshot = await this.announcer.snapshot(room);
    return accept({ shared: this.announcer.shared(snapshot, stageView(snapshot)), counters: room.stageCounters() });
  }
}
