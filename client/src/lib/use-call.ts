import { useCallback, useEffect, useRef, useState } from 'react';
import type { Failure, Outcome } from './api-client';

/*
 * How pages of the desk talk to routes: reading with `useLoaded`, ordering with `useOrder`.
 * Whoever shows the desk listens with `onSessionLost` and leads to the sign-in.
 */

const sessionListeners = new Set<() => void>();

/** Calls back when a route answers that nobody is signed in any more. Returns the end of the subscription. */
export function onSessionLost(listener: () => void): () => void {
  sessionListeners.add(listener);
  return () => sessionListeners.delete(listener);
}

function note(failure: Failure): Failure {
  if (failure.code === 'not_signed_in') sessionListeners.forEach((listener) => listener());
  return failure;
}

export interface Loaded<T> {
  /** The newest value that arrived; stays while it is read again and when that fails. */
  readonly value: T | null;
  /** Why the last reading failed; null while reading and after success. */
  readonly failure: Failure | null;
  readonly isReading: boolean;
  reload(): void;
  /** Puts in what an order has answered, without reading again. */
  change(next: (value: T) => T): void;
}

interface Reading<T> {
  readonly load: () => Promise<Outcome<T>>;
  readonly value: T | null;
  readonly failure: Failure | null;
  readonly isReading: boolean;
}

/** Reads when shown and whenever `load` changes (wrap it in `useCallback`); replies of an older `load` are dropped. */
export function useLoaded<T>(load: () => Promise<Outcome<T>>): Loaded<T> {
  const [reading, setReading] = useState<Reading<T>>({ load, value: null, failure: null, isReading: true });
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let isCurrent = true;
    void load().then((outcome) => {
      if (!isCurrent) return;
      setReading((before) => ({
        load,
        value: outcome.ok ? outcome.value : before.load === load ? before.value : null,
        failure: outcome.ok ? null : note(outcome),
        isReading: false,
      }));
    });
    return () => {
      isCurrent = false;
    };
  }, [load, turn]);
  const isOurs = reading.load === load;
  return {
    value: isOurs ? reading.value : null,
    failure: isOurs ? reading.failure : null,
    isReading: !isOurs || reading.isReading,
    reload: useCallback(() => {
      setReading((before) => ({ ...before, isReading: true, failure: null }));
      setTurn((before) => before + 1);
    }, []),
    change: useCallback((next) => {
      setReading((before) => (before.value === null ? before : { ...before, value: next(before.value) }));
    }, []),
  };
}

export interface Order {
  readonly isBusy: boolean;
  /** Why the last order failed; null while busy and after success. */
  readonly failure: Failure | null;
  /** Gives the order unless one is under way; null then, and on failure. */
  give<T>(order: () => Promise<Outcome<T>>): Promise<T | null>;
  clear(): void;
}

/** One order at a time, with what a button and its note need to know. */
export function useOrder(): Order {
  const [state, setState] = useState<{ isBusy: boolean; failure: Failure | null }>({ isBusy: false, failure: null });
  const isBusy = useRef(false);
  const give = useCallback(async <T>(order: () => Promise<Outcome<T>>): Promise<T | null> => {
    if (isBusy.current) return null;
    isBusy.current = true;
    setState({ isBusy: true, failure: null });
    const outcome = await order();
    isBusy.current = false;
    setState({ isBusy: false, failure: outcome.ok ? null : note(outcome) });
    return outcome.ok ? outcome.value : null;
  }, []);
  return { ...state, give, clear: useCallback(() => setState((before) => ({ ...before, failure: null })), []) };
}
