import type { AutopilotState, Phase } from '@anquanli/contract/vocabulary';
import { LIMITS } from '@anquanli/contract/vocabulary';
import { accept, refuse, type Result } from '../shared/result.js';

/** The part of a round that commands and the clock move. All times are server time, epoch ms. */
export interface RoundState {
  readonly phase: Phase;
  /** Number of the current or last question; 0 before the first. */
  readonly questionNo: number;
  readonly questionCount: number;
  /** Opening and closing instants of the current question; closesAt is null while the host closes by hand. */
  readonly opensAt: number | null;
  readonly closesAt: number | null;
  /** Answers are admitted up to here once the question is closed. */
  readonly acceptsUntil: number | null;
  /** T of the score; null without a limit. Never moved by added time. */
  readonly limitMs: number | null;
  readonly phaseSince: number;
  readonly autopilot: AutopilotState;
  /** The autopilot counts its pause from here: the change of phase, or the moment it was switched on again. */
  readonly autopilotFrom: number;
}

/** Orders that move the phase. */
export const MOVES = [
  'open_next',
  'close',
  'add_time',
  'skip',
  'reveal',
  'leaderboard',
  'finish',
  'abort',
  'void',
] as const;
export type Move = (typeof MOVES)[number];

/**
 * Which move leads where. An order that is not in the row of the present phase is refused with `wrong_phase`.
 * `finished` and `aborted` are final; a question may still be voided after the end, since errata come late.
 */
export const TRANSITIONS: Readonly<Record<Phase, Partial<Record<Move, Phase>>>> = {
  lobby: { open_next: 'question_open', abort: 'aborted' },
  question_open: {
    close: 'question_closed',
    add_time: 'question_open',
    skip: 'leaderboard',
    abort: 'aborted',
  },
  question_closed: { reveal: 'reveal', skip: 'leaderboard', abort: 'aborted' },
  reveal: {
    leaderboard: 'leaderboard',
    open_next: 'question_open',
    finish: 'finished',
    void: 'reveal',
    abort: 'aborted',
  },
  leaderboard: { open_next: 'question_open', finish: 'finished', void: 'leaderboard', abort: 'aborted' },
  finished: { void: 'finished' },
  aborted: {},
};

/** Makes the move, or refuses: `wrong_phase`, or `no_more_questions` where there is nothing left to open. */
export function advance(state: RoundState, move: Move, at: number, limitMs: number | null): Result<RoundState> {
  const phase = TRANSITIONS[state.phase][move];
  if (!phase) return refusePhase(state);
  const next: RoundState = { ...state, phase, phaseSince: at, autopilotFrom: at };
  switch (move) {
    case 'open_next':
      return open(next, at, limitMs);
    case 'close':
      return close(next, state, at);
    case 'add_time':
      return addTime(state, at);
    case 'void':
      return accept({ ...state });
    default:
      return accept(next);
  }
}

function open(next: RoundState, at: number, limitMs: number | null): Result<RoundState> {
  if (next.questionNo >= next.questionCount) return refuse('no_more_questions');
  const opensAt = at + LIMITS.leadMs;
  return accept({
    ...next,
    questionNo: next.questionNo + 1,
    opensAt,
    closesAt: limitMs === null ? null : opensAt + limitMs,
    acceptsUntil: null,
    limitMs,
  });
}

/** Closing before the opening instant would give nobody a chance: the host skips instead. */
function close(next: RoundState, state: RoundState, at: number): Result<RoundState> {
  if (state.opensAt === null || at < state.opensAt) return refusePhase(state);
  const closesAt = state.closesAt === null ? at : Math.min(at, state.closesAt);
  return accept({ ...next, closesAt, acceptsUntil: closesAt + LIMITS.graceMs });
}

function addTime(state: RoundState, at: number): Result<RoundState> {
  if (state.closesAt === null || at >= state.closesAt) return refusePhase(state);
  return accept({ ...state, closesAt: state.closesAt + LIMITS.addTimeMs });
}

function refusePhase(state: RoundState): Result<never> {
  return refuse('wrong_phase', { phase: state.phase });
}

/** Switches the autopilot. It stops only the moves between phases; an open question always closes at its time. */
export function switchAutopilot(state: RoundState, isOn: boolean, at: number): RoundState {
  return { ...state, autopilot: isOn ? 'running' : 'paused', autopilotFrom: at };
}

/** Pauses of the autopilot after each phase, milliseconds. */
export interface AutopilotPauses {
  readonly closedMs: number;
  readonly revealMs: number;
  readonly leaderboardMs: number;
}

/** The move the autopilot makes next and when, or null where it waits for the host (lobby, end, paused). */
export function autopilotMove(state: RoundState, pauses: AutopilotPauses): { move: Move; at: number } | null {
  if (state.autopilot !== 'running') return null;
  switch (state.phase) {
    case 'question_closed':
      return { move: 'reveal', at: state.autopilotFrom + pauses.closedMs };
    case 'reveal':
      return { move: 'leaderboard', at: state.autopilotFrom + pauses.revealMs };
    case 'leaderboard':
      return {
        move: state.questionNo < state.questionCount ? 'open_next' : 'finish',
        at: state.autopilotFrom + pauses.leaderboardMs,
      };
    default:
      return null;
  }
}

/** A running round that nobody has moved for a day was forgotten: it ends, so that its PIN is free and its days of keeping run. */
export const FORGOTTEN_MS = 86_400_000;

/** How a forgotten round ends: with its board where there is one. */
export function forgottenMove(state: RoundState): { move: Move; at: number } | null {
  const at = state.phaseSince + FORGOTTEN_MS;
  switch (state.phase) {
    case 'question_open':
    case 'question_closed':
      return { move: 'abort', at };
    case 'reveal':
    case 'leaderboard':
      return { move: 'finish', at };
    default:
      return null;
  }
}

/** The next move that the clock owes: closing at closesAt, the autopilot's, or the end of a forgotten round. */
export function clockMove(state: RoundState, pauses: AutopilotPauses): { move: Move; at: number } | null {
  if (state.phase === 'question_open' && state.closesAt !== null) return { move: 'close', at: state.closesAt };
  return autopilotMove(state, pauses) ?? forgottenMove(state);
}
