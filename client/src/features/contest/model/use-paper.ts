import { useCallback, useEffect, useRef, useState } from 'react';
import { contestRoutes as routes, type Attempt } from '@anquanli/contract/contest';
import type { Choice } from '@anquanli/contract/question';
import { call, type Failure, type Outcome } from '../../../lib/api-client';
import { atServerTime, localNow, noteClockSync } from '../../../lib/server-clock';
import { paperSlot } from './own-device';
import { type PaperState, type Pending, withAttempt, withoutLine, withPending, withSaved } from './paper-state';

const RETRY_MS = 2_000;
/** Phones send what is chosen at the deadline; then the server settles. */
const AFTER_DEADLINE_MS = 900;

export interface Paper {
  readonly state: PaperState | null;
  readonly failure: Failure | null;
  /** The server cannot be reached: what is chosen stays on the phone and is sent again and again. */
  readonly isOffline: boolean;
  readonly isHandingIn: boolean;
  choose(lineNo: number, choice: Choice): void;
  handIn(): void;
  reload(): void;
}

/** A paper and all that happens to it: saved answer by answer, resumed, handed in by the person or by the clock. */
export function usePaper(token: string, attemptId: string): Paper {
  const [state, setState] = useState<PaperState | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isOffline, setOffline] = useState(false);
  const [isHandingIn, setHandingIn] = useState(false);
  const held = useRef<PaperState | null>(null);
  const sending = useRef<Promise<boolean> | null>(null);
  const isGone = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const put = useCallback(
    (next: PaperState) => {
      held.current = next;
      setState(next);
      keep(attemptId, next.pending);
    },
    [attemptId],
  );

  const read = useCallback(
    async (ask: () => Promise<Outcome<Attempt>>): Promise<Attempt | null> => {
      const sentAt = localNow();
      const reply = await ask();
      setOffline(!reply.ok && isPassing(reply));
      if (!reply.ok) {
        if (held.current === null || !isPassing(reply)) setFailure(reply);
        return null;
      }
      noteClockSync(sentAt, reply.value.serverNow, localNow());
      setFailure(null);
      put(withAttempt(held.current?.pending ?? keptOf(attemptId), reply.value));
      return reply.value;
    },
    [attemptId, put],
  );

  const reload = useCallback(
    () => void read(() => call(routes.attempt, { params: { attemptId }, token })),
    [read, attemptId, token],
  );

  /** Sends what is on its way, one line after the other; what cannot be sent now is tried again. True when nothing is left. */
  const sendAll = useCallback(async (): Promise<boolean> => {
    clearTimeout(timer.current);
    for (;;) {
      const current = held.current;
      const next = current && Object.entries(current.pending)[0];
      if (current === null || !next || current.attempt.state !== 'open') return true;
      const [lineNo, choice] = [Number(next[0]), next[1]];
      const reply = await call(routes.answer, {
        ...{ params: { attemptId, lineNo: String(lineNo) }, body: { choice }, token },
      });
      if (!reply.ok && isPassing(reply)) {
        setOffline(true);
        if (!isGone.current) timer.current = setTimeout(() => void flushAgain.current(), RETRY_MS);
        return false;
      }
      setOffline(false);
      const now = held.current ?? current;
      if (reply.ok) put(withSaved(now, choice, reply.value));
      else {
        // It will never be taken: the server's own state is the truth.
        put({ ...now, pending: withoutLine(now.pending, lineNo) });
        await read(() => call(routes.attempt, { params: { attemptId }, token }));
      }
    }
  }, [attemptId, token, put, read]);
  const flush = useCallback(
    (): Promise<boolean> =>
      (sending.current ??= sendAll().finally(() => {
        sending.current = null;
      })),
    [sendAll],
  );
  const flushAgain = useRef(flush);
  flushAgain.current = flush;

  useEffect(() => {
    isGone.current = false;
    reload();
    return () => {
      isGone.current = true;
      clearTimeout(timer.current);
    };
  }, [reload]);

  // What was chosen before a reload goes first; and when the network or the page is back.
  const isLoaded = state !== null;
  useEffect(() => {
    if (!isLoaded) return;
    void flush();
    const again = () => void flushAgain.current().then(() => reload());
    window.addEventListener('online', again);
    window.addEventListener('pageshow', again);
    return () => {
      window.removeEventListener('online', again);
      window.removeEventListener('pageshow', again);
    };
  }, [isLoaded, flush, reload]);

  const deadlineAt = state?.attempt.state === 'open' ? state.attempt.deadlineAt : null;
  useEffect(() => {
    if (deadlineAt === null) return;
    let again: ReturnType<typeof setInterval> | undefined;
    const cancel = atServerTime(deadlineAt, () => {
      setHandingIn(true);
      void flushAgain.current();
      again = setInterval(reload, RETRY_MS);
      setTimeout(reload, AFTER_DEADLINE_MS);
    });
    return () => {
      cancel();
      clearInterval(again);
    };
  }, [deadlineAt, reload]);

  const choose = useCallback(
    (lineNo: number, choice: Choice) => {
      const current = held.current;
      if (current === null || current.attempt.state !== 'open') return;
      put(withPending(current, lineNo, choice));
      void flush();
    },
    [put, flush],
  );

  const handIn = useCallback(() => {
    setHandingIn(true);
    void (async () => {
      for (;;) {
        const isSent = await flush();
        const done = isSent ? await read(() => call(routes.submit, { params: { attemptId }, token })) : null;
        if (done !== null || isGone.current || held.current?.attempt.state !== 'open') break;
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
      }
      setHandingIn(false);
    })();
  }, [flush, read, attemptId, token]);

  return { state, failure, isOffline, isHandingIn, choose, handIn, reload };
}

/** Will the same request do later? */
function isPassing({ code }: Failure): boolean {
  return ['offline', 'server_busy', 'server_stopping', 'too_many_requests', 'internal'].includes(code);
}

function keptOf(attemptId: string): Pending {
  const kept = paperSlot.read();
  return kept?.attemptId === attemptId ? kept.pending : {};
}

function keep(attemptId: string, pending: Pending): void {
  if (Object.keys(pending).length > 0) paperSlot.write({ attemptId, pending: { ...pending } });
  else if (paperSlot.read()?.attemptId === attemptId) paperSlot.clear();
}
