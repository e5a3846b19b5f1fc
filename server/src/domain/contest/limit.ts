import { LIMITS } from '@anquanli/contract/vocabulary';

/** A stretch of time in which nobody could answer, epoch ms. */
export interface Outage {
  readonly from: number;
  readonly until: number;
}

/**
 * When an attempt is over: its start and limit, and every outage on the way added, also one that falls into what an earlier one has added.
 * @param outages in any order; those that overlap count once
 */
export function deadlineOf(startedAt: number, limitMs: number, outages: readonly Outage[]): number {
  let deadline = startedAt + limitMs;
  let covered = startedAt;
  for (const { from, until } of [...outages].sort((a, b) => a.from - b.from)) {
    const start = Math.max(from, covered);
    if (start >= deadline) break;
    if (until > start) {
      deadline += until - start;
      covered = until;
    }
  }
  return deadline;
}

/** Milliseconds of the attempt's own time at a moment: outages stand still. At most the limit. */
export function elapsedAt(startedAt: number, at: number, limitMs: number | null, outages: readonly Outage[]): number {
  let lost = 0;
  let covered = startedAt;
  for (const { from, until } of [...outages].sort((a, b) => a.from - b.from)) {
    const start = Math.max(from, covered);
    const end = Math.min(until, at);
    if (end <= start) continue;
    lost += end - start;
    covered = end;
  }
  const elapsed = Math.max(0, at - startedAt - lost);
  return limitMs === null ? elapsed : Math.min(elapsed, limitMs);
}

/** Is it over, for what arrives at this moment? Phones send what is chosen at the deadline itself. */
export function isOver(deadlineAt: number, at: number): boolean {
  return at > deadlineAt + LIMITS.graceMs;
}
