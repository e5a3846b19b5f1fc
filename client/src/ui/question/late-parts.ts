import { useEffect, useSyncExternalStore } from 'react';
import { importPersistently } from '../../lib/late-import';
import type { PARTS } from './parts';

export type Parts = typeof PARTS;

interface State {
  readonly parts: Parts | null;
  /** How often it could not be fetched so far. */
  readonly failures: number;
}

let state: State = { parts: null, failures: 0 };
let isUnderWay = false;
const listeners = new Set<() => void>();

function update(change: Partial<State>): void {
  state = { ...state, ...change };
  listeners.forEach((listener) => listener());
}

/**
 * Fetches the inputs that most questions do without: they are no part of the first load. A phone calls this while it
 * waits in the lobby, so that no question has to wait for them.
 */
export function loadParts(): void {
  if (isUnderWay) return;
  isUnderWay = true;
  void importPersistently(
    () => import('./parts'),
    (failures) => update({ failures }),
  ).then(({ PARTS: parts }) => update({ parts }));
}

function subscribe(onChange: () => void): () => void {
  listeners.add(onChange);
  return () => listeners.delete(onChange);
}

/** The larger inputs once they are there; asks for them. */
export function useParts(): State {
  useEffect(loadParts, []);
  return useSyncExternalStore(subscribe, () => state);
}
