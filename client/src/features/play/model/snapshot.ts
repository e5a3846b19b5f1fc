import type { Me, SharedPlayerView } from '@anquanli/contract/live';

/** What the server last told: the part all phones share and the part of the own seat. */
export interface Snapshot {
  readonly shared: SharedPlayerView | null;
  readonly me: Me | null;
}

export const NO_SNAPSHOT: Snapshot = { shared: null, me: null };

/** Keeps the newest shared view; one that arrives late, or says nothing new, is dropped. A name on a board changes without a new version. */
export function withShared(snapshot: Snapshot, incoming: SharedPlayerView): Snapshot {
  const { shared } = snapshot;
  const isNews =
    shared === null ||
    incoming.version > shared.version ||
    (incoming.version === shared.version && JSON.stringify(incoming.view) !== JSON.stringify(shared.view));
  return !isNews ? snapshot : { ...snapshot, shared: incoming };
}

/** Keeps the newest own part: by version, then by seat version. */
export function withMe(snapshot: Snapshot, incoming: Me): Snapshot {
  const { me } = snapshot;
  const isOlder =
    me !== null &&
    (incoming.version < me.version || (incoming.version === me.version && incoming.seatVersion < me.seatVersion));
  return isOlder ? snapshot : { ...snapshot, me: incoming };
}

/** Is there something newer on the server than what is shown? `version` comes from a pulse. */
export function isBehind(snapshot: Snapshot, version: number): boolean {
  return snapshot.shared === null || snapshot.shared.version < version;
}

/**
 * The instant (epoch ms, server time) after which a newer view must exist: the close of the open question.
 * Its opening is none, since nothing is sent then, and neither is the own answer.
 */
export function knownInstant({ shared }: Snapshot): number | null {
  return shared?.view.phase === 'question_open' ? shared.view.question.closesAt : null;
}

/** At the reveal everybody gets an own result; what was heard of it may be the view alone. */
export function lacksOwnResult({ shared, me }: Snapshot): boolean {
  if (shared?.view.phase !== 'reveal') return false;
  return me?.standing?.questionNo !== shared.view.question.questionNo;
}
