import type { SharedStageView, StageCounters } from '@anquanli/contract/live-stage';

/** What the stage knows of its round. `newestVersion` may be ahead of the view it holds: then it asks. */
export interface StageState {
  readonly shared: SharedStageView | null;
  readonly counters: StageCounters;
  readonly newestVersion: number;
  /** Seats that came with the last counters; they are the ones that fly in. */
  readonly freshSeats: readonly number[];
}

export type StageEvent =
  | { readonly type: 'view'; readonly shared: SharedStageView }
  | { readonly type: 'counters'; readonly counters: StageCounters }
  | { readonly type: 'pulse'; readonly version: number; readonly people: number };

export const EMPTY_STAGE: StageState = {
  shared: null,
  counters: { people: 0, answered: 0, names: [] },
  newestVersion: 0,
  freshSeats: [],
};

export function reduceStage(state: StageState, event: StageEvent): StageState {
  switch (event.type) {
    case 'view':
      return takeView(state, event.shared);
    case 'counters':
      return takeCounters(state, event.counters);
    case 'pulse':
      return {
        ...state,
        newestVersion: Math.max(state.newestVersion, event.version),
        counters: { ...state.counters, people: event.people },
      };
  }
}

/** Whether a newer view is known to exist. */
export function isBehind(state: StageState): boolean {
  return state.shared === null || state.newestVersion > state.shared.version;
}

/** The newest version wins. The same version is taken again: a name hidden since then changes a board, not its number. */
function takeView(state: StageState, shared: SharedStageView): StageState {
  const held = state.shared;
  const isSameRound = held !== null && held.roundId === shared.roundId;
  if (isSameRound && shared.version < held.version) return state;
  const isNextQuestion = !isSameRound || shared.view.questionNo !== held.view.questionNo;
  return {
    ...state,
    shared,
    newestVersion: isSameRound ? Math.max(state.newestVersion, shared.version) : shared.version,
    // Counters are lossy: until the first of a new question comes, nobody has answered it.
    counters: isNextQuestion && held !== null ? { ...state.counters, answered: 0 } : state.counters,
  };
}

/**
 * Counters replace each other. Names come newest first, so those in front of the first known seat are fresh; an older name
 * that moves up because somebody left is not. Of the first list only the newest is.
 */
function takeCounters(state: StageState, counters: StageCounters): StageState {
  const before = new Set(state.counters.names.map((name) => name.seatNo));
  const seats = counters.names.map((name) => name.seatNo);
  const isFirst = before.size === 0 && counters.people > 1;
  const known = seats.findIndex((seat) => before.has(seat));
  const arrived = isFirst ? seats.slice(0, 1) : seats.slice(0, known < 0 ? seats.length : known);
  return { ...state, counters, freshSeats: arrived.length > 0 ? arrived : state.freshSeats };
}
