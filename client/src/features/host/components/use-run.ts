import { useCallback, useEffect, useReducer, useRef, useState } from 'react';
import type { Refusal } from '@anquanli/contract/error';
import type { Exchange } from '@anquanli/contract/exchange';
import { hostExchanges, hostNotices, type HostCommand } from '@anquanli/contract/live-host';
import { CONTRACT_VERSION } from '@anquanli/contract/version';
import type { ByeReason } from '@anquanli/contract/vocabulary';
import type { ConnectionState } from '../../../lib/connection-watch';
import { openLiveSocket, type Ack, type LiveSocket } from '../../../lib/live-socket';
import { atServerTime, noteServerNow } from '../../../lib/server-clock';
import { newerViewDueAt, NOTHING_KNOWN, withNews, type RunState } from '../model/run-state';

export interface Run extends RunState {
  readonly connection: ConnectionState;
  /** The server will not let this browser host the round. */
  readonly refused: Refusal | null;
  readonly bye: ByeReason | null;
  /** The order on its way, null when there is none. */
  readonly pending: HostCommand['command'] | null;
  /** Sends an order with the version that is on the screen; one at a time. */
  order(order: HostCommand): Promise<Ack<{ version: number }>>;
  ask<Q, R>(exchange: Exchange<Q, R>, request: Q): Promise<Ack<R>>;
  reconnect(): void;
}

const OFFLINE = { ok: false, code: 'offline' } as const;
/** So much later than it was due, a newer view is asked for. */
const PATIENCE_MS = 1_500;
/** A reveal waits for the last answers: 3 s at most, and then computes. */
const ORDER_TIMEOUT_MS = 8_000;

/** The live connection of one console. */
export function useRun(roundId: string): Run {
  const [state, tell] = useReducer(withNews, NOTHING_KNOWN);
  const [connection, setConnection] = useState<ConnectionState>('connecting');
  const [refused, setRefused] = useState<Refusal | null>(null);
  const [bye, setBye] = useState<ByeReason | null>(null);
  const [pending, setPending] = useState<HostCommand['command'] | null>(null);
  const socket = useRef<LiveSocket | null>(null);
  const version = useRef(-1);
  const isOrdering = useRef(false);

  const ask = useCallback(<Q, R>(exchange: Exchange<Q, R>, request: Q): Promise<Ack<R>> => {
    const timeoutMs = exchange.name === hostExchanges.command.name ? ORDER_TIMEOUT_MS : undefined;
    const live = socket.current;
    if (live === null) return Promise.resolve(OFFLINE);
    return timeoutMs === undefined ? live.ask(exchange, request) : live.ask(exchange, request, { timeoutMs });
  }, []);

  const sync = useCallback(async () => {
    const reply = await ask(hostExchanges.sync, {});
    if (!reply.ok) return;
    noteServerNow(reply.value.shared.serverNow);
    tell({ type: 'view', shared: reply.value.shared });
    tell({ type: 'counters', counters: reply.value.counters });
  }, [ask]);

  useEffect(() => {
    version.current = state.shared?.version ?? -1;
  }, [state.shared]);

  useEffect(() => {
    const live = openLiveSocket({
      handshake: { as: 'host', contractVersion: CONTRACT_VERSION, roundId },
      contract: hostNotices,
      notices: {
        view: (shared) => {
          noteServerNow(shared.serverNow);
          tell({ type: 'view', shared });
        },
        counters: (counters) => tell({ type: 'counters', counters }),
        pulse: (pulse) => {
          if (pulse.version > version.current) void sync();
        },
      },
      onState: (next) => {
        setConnection(next);
        if (next === 'online') void sync();
      },
      onBye: setBye,
      onRefused: setRefused,
    });
    socket.current = live;
    return () => {
      socket.current = null;
      live.close();
    };
  }, [roundId, sync]);

  useOverdue(state, sync);

  const order = useCallback(
    async (command: HostCommand): Promise<Ack<{ version: number }>> => {
      if (isOrdering.current) return { ok: true, value: { version: version.current } };
      isOrdering.current = true;
      setPending(command.command);
      const ack = await ask(hostExchanges.command, { version: version.current, order: command });
      isOrdering.current = false;
      setPending(null);
      const isBehind = ack.ok ? ack.value.version > version.current : ack.code !== 'offline';
      if (isBehind) void sync();
      return ack;
    },
    [ask, sync],
  );

  const reconnect = useCallback(() => {
    setRefused(null);
    socket.current?.reconnect();
  }, []);

  return { ...state, connection, refused, bye, pending, order, ask, reconnect };
}

/** Asks for a newer view when it should have come and did not, again and again until it does. */
function useOverdue({ shared }: RunState, sync: () => Promise<void>) {
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    const dueAt = shared === null ? null : newerViewDueAt(shared);
    if (dueAt === null) return;
    return atServerTime(dueAt + PATIENCE_MS * (attempt + 1), () => void sync().then(() => setAttempt((n) => n + 1)));
  }, [shared, attempt, sync]);
}
