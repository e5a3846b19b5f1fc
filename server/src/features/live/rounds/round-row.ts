import type { RoundSettings } from '@anquanli/contract/rounds';
import type { RoundState } from '../../../domain/live-round/phase.js';
import type { LiveRoundEntity } from '../entities/live-round.entity.js';

/** The part of a row that the domain moves. */
export function stateOf(row: LiveRoundEntity): RoundState {
  return {
    phase: row.phase,
    questionNo: row.questionNo,
    questionCount: row.questionCount,
    opensAt: row.opensAt,
    closesAt: row.closesAt,
    acceptsUntil: row.acceptsUntil,
    limitMs: row.limitMs,
    phaseSince: row.phaseSince,
    autopilot: row.autopilot,
    autopilotFrom: row.autopilotFrom,
  };
}

/** The pauses of the autopilot as the organiser set them. */
export function pausesOf(row: Pick<LiveRoundEntity, 'settings'>) {
  const { closedSeconds, revealSeconds, leaderboardSeconds } = row.settings.autopilot;
  return {
    closedMs: closedSeconds * 1_000,
    revealMs: revealSeconds * 1_000,
    leaderboardMs: leaderboardSeconds * 1_000,
  };
}

/** How long a round and its people are kept after its last move, milliseconds. */
export function keptMs(settings: Pick<RoundSettings, 'retentionDays'>): number {
  return settings.retentionDays * 86_400_000;
}

/** Phases in which nothing moves any more. */
export const FINAL_PHASES: readonly string[] = ['finished', 'aborted'];

export function isOver(row: Pick<LiveRoundEntity, 'phase'>): boolean {
  return FINAL_PHASES.includes(row.phase);
}
