import { hostExchanges, HostHandshake } from '@anquanli/contract/live-host';
import { playerExchanges, PlayerHandshake } from '@anquanli/contract/live';
import { stageExchanges, StageHandshake } from '@anquanli/contract/live-stage';
import { CONTRACT_VERSION } from '@anquanli/contract/version';
import { WebSocketGateway, type OnGatewayInit } from '@nestjs/websockets';
import * as z from 'zod/mini';
import { refuse, type Result } from '../../../domain/shared/result.js';
import { fieldAtFault } from '../../../platform/errors/field-at-fault.js';
import { Log } from '../../../platform/logging/log.js';
import { HandshakeService } from './handshake.service.js';
import { HostDesk } from './host-desk.service.js';
import type { Connection, LiveServer, LiveSocket } from './live-connection.js';
import { Arrivals } from './arrivals.service.js';
import { Partings } from './partings.js';
import { PlayerDesk } from './player-desk.service.js';
import { StageDesk } from './stage-desk.service.js';

const Handshake = z.discriminatedUnion('as', [PlayerHandshake, StageHandshake, HostHandshake]);
export type Handshake = z.infer<typeof Handshake>;

/** Names that every audience may use; anything else never reaches a table. */
const KNOWN_NAMES = new Set(
  [...Object.values(playerExchanges), ...Object.values(stageExchanges), ...Object.values(hostExchanges)].map(
    ({ name }) => name,
  ),
);

/** The door for sockets: who is it, then a desk for each audience that answers its exchanges. */
@WebSocketGateway()
export class LiveGateway implements OnGatewayInit<LiveServer> {
  constructor(
    private readonly handshakes: HandshakeService,
    private readonly arrivals: Arrivals,
    private readonly players: PlayerDesk,
    private readonly stages: StageDesk,
    private readonly hosts: HostDesk,
    private readonly partings: Partings,
    private readonly log: Log,
  ) {}

  afterInit(server: LiveServer): void {
    this.arrivals.attach(server);
    server.use((socket, next) => {
      this.admit(socket).then(
        (result) => next(result.ok ? undefined : refusalError(result)),
        (err: unknown) => {
          this.log.error({ err }, 'a handshake failed');
          next(refusalError(refuse('internal')));
        },
      );
    });
    server.on('connection', (socket) => void this.welcome(socket));
  }

  private async admit(socket: LiveSocket): Promise<Result<Connection>> {
    const parsed = z.safeParse(Handshake, socket.handshake.auth);
    if (!parsed.success) return refuse('invalid_input', { path: fieldAtFault(parsed.error) });
    if (parsed.data.contractVersion !== CONTRACT_VERSION) return refuse('client_outdated');
    const partingsMark = this.partings.mark;
    const connection = await this.handshakes.identify(parsed.data, socket.handshake.headers.cookie);
    if (connection.ok) Object.assign(socket.data, { connection: connection.value, partingsMark });
    return connection;
  }

  private async welcome(socket: LiveSocket): Promise<void> {
    socket.onAny((name: string, ...rest: unknown[]) => {
      const last = rest[rest.length - 1];
      const ack = typeof last === 'function' ? (last as (reply: object) => void) : undefined;
      // A hidden page leaves its draft without waiting for an ack: then the payload is the last argument too.
      const payload = typeof rest[0] === 'function' ? undefined : rest[0];
      void this.dispatch(socket, KNOWN_NAMES.has(name) ? name : 'unknown', payload, ack);
    });
    try {
      await this.arrivals.welcome(socket);
    } catch (err) {
      this.log.error({ err }, 'a socket could not be welcomed');
      socket.disconnect(true);
    }
  }

  private dispatch(socket: LiveSocket, name: string, payload: unknown, ack?: (reply: object) => void): Promise<void> {
    switch (socket.data.connection.as) {
      case 'player':
        return this.players.exchanges.dispatch(socket, name, payload, ack);
      case 'stage':
        return this.stages.exchanges.dispatch(socket, name, payload, ack);
      case 'host':
        return this.hosts.exchanges.dispatch(socket, name, payload, ack);
    }
  }
}

/** What socket.io hands to the client as `connect_error`, the refusal in its `data`. */
function refusalError(refusal: Result<never>): Error {
  return Object.assign(new Error(refusal.ok ? 'internal' : refusal.code), { data: refusal });
}
