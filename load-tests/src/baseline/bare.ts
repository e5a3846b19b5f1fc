import type { Me, PlayerScreen, SharedPlayerView } from '@anquanli/contract/live';

/*
 * What both bare servers do: let everybody in, pass on what the host says, acknowledge answers without looking at them.
 * They mark what this machine can do at best with as many frames of the same size; nothing of the product is in them.
 */

/** One thing the host says. */
export interface Saying {
  readonly view: SharedPlayerView;
  /** What each player gets with the view, in one message, with the own seat number put in; null: the view alone, the same bytes for all. */
  readonly me: Me | null;
}

export const SAY = 'baseline.say';
export const PLAYERS = 'players';
/** The product's pulse: every phone hears one this often, spread so that no loop is long. */
const PULSE_EVERY_MS = 5_000;
const PULSE_PARTS = 20;

/** As the product has it. */
export const SOCKET_OPTIONS = {
  transports: ['websocket' as const],
  pingInterval: 10_000,
  pingTimeout: 5_000,
  maxHttpBufferSize: 16_384,
  serveClient: false,
};

/** The part of a socket.io socket the bare servers use. */
export interface BareSocket {
  readonly handshake: { readonly auth: Record<string, unknown> };
  join(room: string): unknown;
  emit(name: string, payload: unknown): unknown;
  on(name: 'disconnect', listener: () => void): unknown;
}

/** The bare server's whole state: who is here, and what is on the screens. */
export class Hall {
  private readonly sockets = new Set<BareSocket>();
  private latest: SharedPlayerView | null = null;
  /** What everybody was told last of the own part: who comes back is told it again, as on the product. */
  private ownPart: Me | null = null;
  private part = 0;
  private readonly pulsing = setInterval(() => this.pulse(), PULSE_EVERY_MS / PULSE_PARTS);

  enter(socket: BareSocket): void {
    if (socket.handshake.auth['as'] === 'host') return;
    this.sockets.add(socket);
    socket.on('disconnect', () => this.sockets.delete(socket));
    void socket.join(PLAYERS);
    if (this.latest !== null) this.show(socket, this.latest, this.ownPart, this.sockets.size);
  }

  /** @param broadcast sends the view to the room of players in the server's own way */
  say({ view, me }: Saying, broadcast: (view: SharedPlayerView) => void): { ok: true } {
    this.latest = view;
    this.ownPart = me ?? this.ownPart;
    let seatNo = 0;
    if (me === null) broadcast(view);
    else for (const socket of this.sockets) this.show(socket, view, me, ++seatNo);
    return { ok: true };
  }

  private show(socket: BareSocket, shared: SharedPlayerView, me: Me | null, seatNo: number): void {
    if (me === null) socket.emit('view', shared);
    else socket.emit('screen', { shared, me: { ...me, seatNo } } satisfies PlayerScreen);
  }

  close(): void {
    clearInterval(this.pulsing);
  }

  private pulse(): void {
    const version = this.latest?.version;
    if (version === undefined) return;
    this.part = (this.part + 1) % PULSE_PARTS;
    let index = 0;
    for (const socket of this.sockets) {
      if (index++ % PULSE_PARTS === this.part) socket.emit('pulse', { version, people: this.sockets.size });
    }
  }
}

/** Epoch ms; all processes of a machine agree as far as their starts saw the same wall clock. */
export function wallMs(): number {
  return performance.timeOrigin + performance.now();
}

/** The ack of an answer, the same bytes as the product's. */
export function ackOf(request: { answerId: string; questionNo: number }): object {
  const { answerId, questionNo } = request;
  return { ok: true, answerId, questionNo, receivedAt: Math.round(wallMs()), elapsedMs: 1_000 };
}

export function clockReply(): object {
  return { ok: true, serverNow: wallMs() };
}
