import { useCallback, useEffect, useReducer, useRef, useState } from 'react';
import type { Refusal } from '@anquanli/contract/error';
import { stageExchanges, stageNotices } from '@anquanli/contract/live-stage';
import { CONTRACT_VERSION } from '@anquanli/contract/version';
import type { ByeReason, ErrorCode } from '@anquanli/contract/vocabulary';
import type { ConnectionState } from '../../../lib/connection-watch';
import { openLiveSocket, type LiveSocket } from '../../../lib/live-socket';
import { atServerTime, noteServerNow } from '../../../lib/server-clock';
import { nextAskAt } from './next-ask';
import { EMPTY_STAGE, isBehind, reduceStage, type StageState } from './stage-state';

export interface StageRound {
  readonly state: StageState;
  readonly connection: ConnectionState;
  /** Why there is no round to show, for good: an unknown code, a deleted round. */
  readonly ended: { readonly code: ErrorCode | ByeReason; readonly ref?: string | undefined } | null;
}

/** After this long a question that was asked in vain is asked again, ms. */
const ASK_AGAIN_MS = 2_000;

/** Follows the round of a stage code. Whatever was shown stays while the connection is away. */
export function useStageRound(stageCode: string): StageRound {
  const [state, dispatch] = useReducer(reduceStage, EMPTY_STAGE);
  const [connection, setConnection] = useState<ConnectionState>('connecting');
  const [ended, setEnded] = useState<StageRound['ended']>(null);
  const socket = useRef<LiveSocket | null>(null);

  useEffect(() => {
    const opened = openLiveSocket({
      handshake: { as: 'stage', contractVersion: CONTRACT_VERSION, stageCode },
      contract: stageNotices,
      notices: {
        view(shared) {
          noteServerNow(shared.serverNow);
          dispatch({ type: 'view', shared });
        },
        counters: (counters) => dispatch({ type: 'counters', counters }),
        pulse: ({ version, people }) => dispatch({ type: 'pulse', version, people }),
      },
      onState: setConnection,
      onBye: (reason) => {
        if (reason === 'round_deleted') setEnded({ code: reason });
      },
      onRefused: (refusal: Refusal) => setEnded({ code: refusal.code, ref: refusal.ref }),
    });
    socket.current = opened;
    return () => opened.close();
  }, [stageCode]);

  const ask = useCallback(async () => {
    const reply = await socket.current?.ask(stageExchanges.sync, {});
    if (reply === undefined || !reply.ok) return;
    noteServerNow(reply.value.shared.serverNow);
    dispatch({ type: 'view', shared: reply.value.shared });
    dispatch({ type: 'counters', counters: reply.value.counters });
  }, []);

  const needsNewer = connection === 'online' && isBehind(state);
  useEffect(() => {
    if (!needsNewer) return undefined;
    // The server sends a view by itself on joining: a moment of patience spares the question.
    const first = setTimeout(() => void ask(), 300);
    const again = setInterval(() => void ask(), ASK_AGAIN_MS);
    return () => {
      clearTimeout(first);
      clearInterval(again);
    };
  }, [needsNewer, ask]);

  const at = state.shared === null || connection !== 'online' ? null : nextAskAt(state.shared.view);
  useEffect(() => (at === null ? undefined : askFrom(at, ask)), [at, ask]);

  return { state, connection, ended };
}

/** Asks at that server time and then again and again, until a newer view makes the caller cancel. */
function askFrom(at: number, ask: () => Promise<void>): () => void {
  let again: ReturnType<typeof setInterval> | undefined;
  const cancel = atServerTime(at, () => {
    void ask();
    again = setInterval(() => void ask(), ASK_AGAIN_MS);
  });
  return () => {
    cancel();
    clearInterval(again);
  };
}
