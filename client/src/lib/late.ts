import { useEffect, useSyncExternalStore } from 'react';
import { importPersistently } from './late-import';

export interface LateState<Part> {
  /** null until it is there. */
  readonly part: Part | null;
  /** How often it could not be fetched so far. */
  readonly failures: number;
}

/** A part of the page that is no part of its first load. */
export interface Late<Part> {
  /** Fetches it; again and again on a bad network. */
  load(): void;
  /** The part once it is there; asks for it. */
  use(): LateState<Part>;
}

/**
 * Declares a part that comes later. Unlike React's `lazy` it never gives up and never throws: the page says what to show
 * meanwhile. `load` is the bare import, since it may be the module by another address that arrives; `pick` takes from it
 * what is wanted.
 */
export function late<Module, Part>(load: () => Promise<Module>, pick: (module: Module) => Part): Late<Part> {
  let state: LateState<Part> = { part: null, failures: 0 };
  let isUnderWay = false;
  const listeners = new Set<() => void>();
  const update = (change: Partial<LateState<Part>>) => {
    state = { ...state, ...change };
    listeners.forEach((listener) => listener());
  };
  const subscribe = (onChange: () => void) => {
    listeners.add(onChange);
    return () => listeners.delete(onChange);
  };
  const start = () => {
    if (isUnderWay) return;
    isUnderWay = true;
    void importPersistently(load, (failures) => update({ failures })).then((module) => update({ part: pick(module) }));
  };
  return {
    load: start,
    use: function useLate() {
      useEffect(start, []);
      return useSyncExternalStore(subscribe, () => state);
    },
  };
}
