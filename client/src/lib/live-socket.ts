import { io, type Socket } from 'socket.io-client';
import * as z from 'zod/mini';
import { Refusal } from '@anquanli/contract/error';
import type { Exchange, Notice, PayloadOf } from '@anquanli/contract/exchange';
import { playerExchanges, playerNotices } from '@anquanli/contract/live';
import type { ByeReason } from '@anquanli/contract/vocabulary';
import type { Outcome } from './api-client';
import { connectionWatch, type ConnectionState } from './connection-watch';
import { randomShare } from './ids';
import { reloadWhenQuiet } from './quiet-reload';
import { localNow, noteClockSync } from './server-clock';

type Notices = Readonly<Record<string, Notice>>;
type Handlers<N extends Notices> = { readonly [Key in keyof N]?: (payload: PayloadOf<N[Key]>) => void };

export interface LiveSocketOptions<N extends Notices> {
  /** Travels as `auth` with every (re)connection. */
  readonly handshake: Readonly<Record<string, unknown>>;
  /** The notices of this audience: `playerNotices`, `stageNotices`, `hostNotices`. */
  readonly contract: N;
  /** Handlers keyed as in `contract`. Messages that do not parse are dropped. */
  readonly notices: Handlers<N>;
  onState(state: ConnectionState): void;
  /** The server's last word before it ends the connection. */
  onBye?(reason: ByeReason): void;
  /** The server refused the handshake for good; nothing is tried again until `reconnect`. */
  onRefused?(refusal: Refusal): void;
}

export type Ack<T> = Outcome<T>;

export interface LiveSocket {
  /** Sends and waits for the ack; `offline` when none came in time (default 4 s). Never throws. */
  ask<Q, R>(exchange: Exchange<Q, R>, request: Q, options?: { timeoutMs?: number }): Promise<Ack<R>>;
  /** Sends without waiting; lost when offline. */
  tell<Q, R>(exchange: Exchange<Q, R>, request: Q): void;
  /** Drops the connection and makes a new one at once. */
  reconnect(): void;
  close(): void;
}

const ASK_TIMEOUT_MS = 4_000;
/** An ack that takes longer than this makes the connection suspect. */
const DOUBT_MS = 1_000;
/** Refusals of a handshake after which another try may succeed by itself. */
const PASSING: readonly string[] = ['server_busy', 'server_stopping', 'too_many_requests', 'internal'];

/** Opens the live connection of one audience. It keeps itself alive until `close`. */
export function openLiveSocket<const N extends Notices>(options: LiveSocketOptions<N>): LiveSocket {
  const socket = io({
    path: '/socket.io',
    auth: { ...options.handshake },
    transports: ['websocket', 'polling'],
    tryAllTransports: true,
    reconnectionDelay: 400,
    reconnectionDelayMax: 4_000,
    randomizationFactor: 0.5,
    // Where thousands come back at once, who gives up in the queue and knocks again makes it longer.
    timeout: 8_000,
    forceNew: true,
  });
  let retry: ReturnType<typeof setTimeout> | undefined;

  const ask: LiveSocket['ask'] = async (exchange, request, { timeoutMs = ASK_TIMEOUT_MS } = {}) => {
    // The probe itself must not call for another probe.
    const canDoubt = socket.connected && exchange.name !== playerExchanges.clock.name;
    const doubt = canDoubt ? setTimeout(() => watch.doubt(), DOUBT_MS) : undefined;
    const outcome = await askOnce(socket, exchange, request, timeoutMs);
    clearTimeout(doubt);
    return outcome;
  };
  const reconnect = () => {
    clearTimeout(retry);
    socket.disconnect();
    socket.connect();
  };
  const syncClock = async (timeoutMs: number): Promise<boolean> => {
    const sentAt = localNow();
    const reply = await ask(playerExchanges.clock, {}, { timeoutMs });
    if (reply.ok) noteClockSync(sentAt, reply.value.serverNow, localNow());
    return reply.ok;
  };
  const watch = connectionWatch({ probe: syncClock, reconnect, onState: options.onState });

  listen(socket, options);
  socket.onAny(() => watch.heard());
  socket.on('connect', () => {
    watch.connected();
    socket.io.engine.on('packet', () => watch.heard());
  });
  socket.on('disconnect', (reason) => {
    watch.disconnected();
    // The library does not come back by itself after the server hung up.
    if (reason === 'io server disconnect') retry = setTimeout(reconnect, 400 + randomShare() * 2_000);
  });
  socket.on('connect_error', (error: Error & { data?: unknown }) => {
    watch.disconnected();
    if (socket.active) return;
    const refusal = z.safeParse(Refusal, error.data);
    if (refusal.success && refusal.data.code === 'client_outdated') reloadWhenQuiet();
    if (!refusal.success || PASSING.includes(refusal.data.code)) {
      retry = setTimeout(reconnect, 1_000 + randomShare() * 3_000);
    } else options.onRefused?.(refusal.data);
  });
  socket.on(playerNotices.bye.name, (payload: unknown) => {
    const bye = z.safeParse(playerNotices.bye.payload, payload);
    if (!bye.success) return;
    options.onBye?.(bye.data.reason);
  });

  return {
    ask,
    tell: (exchange, request) => void (socket.connected && socket.emit(exchange.name, request)),
    reconnect,
    close() {
      clearTimeout(retry);
      watch.stop();
      socket.disconnect();
      socket.removeAllListeners();
    },
  };
}

function listen<N extends Notices>(socket: Socket, { contract, notices }: LiveSocketOptions<N>): void {
  for (const key of Object.keys(contract) as (keyof N & string)[]) {
    const notice = contract[key];
    const handle = notices[key] as ((payload: unknown) => void) | undefined;
    if (notice === undefined || handle === undefined) continue;
    socket.on(notice.name, (payload: unknown) => {
      const parsed = z.safeParse(notice.payload, payload);
      if (parsed.success) handle(parsed.data);
    });
  }
}

async function askOnce<Q, R>(socket: Socket, exchange: Exchange<Q, R>, request: Q, timeoutMs: number): Promise<Ack<R>> {
  // Not queued while offline: what must arrive later is the business of whoever asks.
  if (!socket.connected) return { ok: false, code: 'offline' };
  try {
    const ack: unknown = await socket.timeout(timeoutMs).emitWithAck(exchange.name, request);
    const refusal = z.safeParse(Refusal, ack);
    if (refusal.success) return refusal.data;
    const reply = z.safeParse(exchange.reply, ack);
    return reply.success ? { ok: true, value: reply.data } : { ok: false, code: 'internal' };
  } catch {
    return { ok: false, code: 'offline' };
  }
}
