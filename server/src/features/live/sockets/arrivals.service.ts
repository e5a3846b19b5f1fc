import { hostNotices } from '@anquanli/contract/live-host';
import { stageNotices } from '@anquanli/contract/live-stage';
import { Injectable } from '@nestjs/common';
import { hostView, playerView, stageView } from '../../../domain/live-round/projection.js';
import type { Actor } from '../../../domain/identity/actor.js';
import { Bus } from '../../../platform/cluster/bus.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Lifecycle } from '../../../platform/lifecycle/lifecycle.js';
import { IdentityApi } from '../../identity/identity.api.js';
import { AnswerJournal } from '../answers/answer-journal.js';
import { roomName, seatOf, type Connection, type LiveServer, type LiveSocket } from './live-connection.js';
import type { LiveRoom } from '../running/live-room.js';
import { NodePeers } from '../nodes/node-peers.service.js';
import { PersonalService } from '../views/personal.service.js';
import { PulseService } from '../views/pulse.service.js';
import { RoundAnnouncer } from '../views/round-announcer.service.js';
import { RoundClock } from '../running/round-clock.service.js';
import { RoundRooms } from '../running/round-rooms.service.js';
import { Partings } from './partings.js';
import { isOver } from '../rounds/round-row.js';

/** Sockets come and go. First load, reconnect and gap are one path: join the room, then read rows, then send. */
@Injectable()
export class Arrivals {
  constructor(
    private readonly rooms: RoundRooms,
    private readonly announcer: RoundAnnouncer,
    private readonly personal: PersonalService,
    private readonly pulse: PulseService,
    private readonly roundClock: RoundClock,
    private readonly journal: AnswerJournal,
    private readonly identity: IdentityApi,
    private readonly bus: Bus,
    private readonly peers: NodePeers,
    private readonly lifecycle: Lifecycle,
    private readonly partings: Partings,
    private readonly clock: Clock,
  ) {}

  attach(server: LiveServer): void {
    this.announcer.attach(server);
    this.pulse.start();
    this.identity.onSessionsEnded(({ accountId }) =>
      this.recheckHosts(server, (actor) => actor.accountId === accountId),
    );
    // Which sessions have ended meanwhile nobody can say.
    this.bus.onGap(() => this.recheckHosts(server, () => true));
    this.lifecycle.onReady(() => this.roundClock.start());
    this.lifecycle.onStop(() => this.farewell(server));
  }

  async welcome(socket: LiveSocket): Promise<void> {
    const { connection, partingsMark } = socket.data;
    forgetRequest(socket);
    const room = await this.rooms.open(connection.roundId);
    if (!room || socket.disconnected || this.partings.haveMeant(connection, partingsMark)) {
      socket.disconnect(true);
      return;
    }
    void socket.join(roomName(room.roundId, connection.as));
    this.pulse.add(socket);
    const seatNo = seatOf(socket);
    if (seatNo !== null) room.noteConnected(seatNo);
    else room.touch();
    socket.on('disconnect', () => this.left(socket, room));
    await this.sendAll(socket, room);
  }

  /** The newest view and, for a phone, its own part. */
  async sendAll(socket: LiveSocket, room: LiveRoom): Promise<void> {
    const snapshot = await this.announcer.snapshot(room);
    const { connection } = socket.data;
    switch (connection.as) {
      case 'player': {
        const me = await this.personal.ofSeatNo(room.loaded, connection.seatNo);
        this.announcer.show(socket, this.announcer.shared(snapshot, playerView(snapshot)), me);
        return;
      }
      case 'stage':
        socket.emit(stageNotices.view.name, this.announcer.shared(snapshot, stageView(snapshot)));
        socket.emit(stageNotices.counters.name, room.stageCounters());
        return;
      case 'host':
        socket.emit(hostNotices.view.name, this.announcer.shared(snapshot, hostView(snapshot)));
        socket.emit(hostNotices.counters.name, this.announcer.hostCounters(room));
    }
  }

  private left(socket: LiveSocket, room: LiveRoom): void {
    this.pulse.remove(socket);
    const seatNo = seatOf(socket);
    if (seatNo !== null) room.noteDisconnected(seatNo, this.clock.now());
    if (isOver(room.loaded.row)) this.announcer.forgetIfDeserted(room.roundId);
  }

  /** Some sessions are over: their consoles have to show their cookies again. */
  private recheckHosts(server: LiveServer, isMeant: (actor: Actor) => boolean): void {
    const isHost = (connection: Connection) => connection.as === 'host' && isMeant(connection.actor);
    this.partings.note(isHost);
    for (const socket of server.sockets.sockets.values()) if (isHost(socket.data.connection)) socket.disconnect(true);
  }

  /** A graceful stop: phones are told to come back, what they handed in is written. */
  private async farewell(server: LiveServer): Promise<void> {
    this.roundClock.stop();
    this.pulse.stop();
    this.announcer.byeToAll('server_stopping');
    await this.journal.drained();
    this.peers.leave();
    server.disconnectSockets(true);
  }
}

/** The request that opened the socket has been read, is of no use any more, and is large. */
function forgetRequest(socket: LiveSocket): void {
  Object.assign(socket.conn, { request: null });
  socket.handshake.headers = {};
}
