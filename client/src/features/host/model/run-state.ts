import type { HostCounters, SharedHostView } from '@anquanli/contract/live-host';

/** What the console knows: the newest view there was, and the newest counters. */
export interface RunState {
  readonly shared: SharedHostView | null;
  readonly counters: HostCounters | null;
}

export const NOTHING_KNOWN: RunState = { shared: null, counters: null };

export type RunNews =
  | { readonly type: 'view'; readonly shared: SharedHostView }
  | { readonly type: 'counters'; readonly counters: HostCounters };

/** Keeps the newest version and drops the rest; a view of the same version replaces, so that a sync heals. */
export function withNews(state: RunState, news: RunNews): RunState {
  if (news.type === 'counters') return { ...state, counters: news.counters };
  if (state.shared !== null && news.shared.version < state.shared.version) return state;
  return { ...state, shared: news.shared };
}

/**
 * The server time (epoch ms) at which this view should have been followed by a newer one; null while only a host can move on.
 * A console that hears nothing some time after it asks by itself.
 */
export function newerViewDueAt({ view, serverNow }: SharedHostView): number | null {
  if (view.isDraining) return serverNow;
  if (view.phase === 'question_open') return view.question?.closesAt ?? null;
  return view.autopilotMovesAt;
}
