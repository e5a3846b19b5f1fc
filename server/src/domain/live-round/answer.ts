import { LIMITS } from '@anquanli/contract/vocabulary';
import { accept, refuse, type Result } from '../shared/result.js';
import type { RoundState } from './phase.js';

/** What an admitted answer is worth in time: milliseconds since the opening, at most the limit of the question. */
export interface Admission {
  readonly elapsedMs: number;
}

/**
 * May an answer to question `questionNo` that reached the server at `receivedAt` count?
 * Refusals: `not_open_yet` (with opensAt; the phone sends again), `answer_late` (with lateMs where it is known), `question_not_open`.
 */
export function admitAnswer(state: RoundState, questionNo: number, receivedAt: number): Result<Admission> {
  if (questionNo > state.questionNo || state.opensAt === null) return refuse('question_not_open');
  if (questionNo < state.questionNo) return refuse('answer_late');
  switch (state.phase) {
    case 'question_open':
      if (receivedAt < state.opensAt) return refuse('not_open_yet', { opensAt: state.opensAt });
      if (state.closesAt !== null && receivedAt > state.closesAt + LIMITS.graceMs)
        return late(receivedAt, state.closesAt);
      return accept({ elapsedMs: elapsed(state.opensAt, state.limitMs, receivedAt) });
    case 'question_closed':
      if (state.acceptsUntil === null || receivedAt > state.acceptsUntil) return late(receivedAt, state.closesAt);
      return accept({
        elapsedMs: elapsed(state.opensAt, state.limitMs, Math.min(receivedAt, state.closesAt ?? receivedAt)),
      });
    default:
      return late(receivedAt, state.closesAt);
  }
}

function late(receivedAt: number, closesAt: number | null): Result<Admission> {
  return refuse('answer_late', closesAt === null ? undefined : { lateMs: Math.max(0, receivedAt - closesAt) });
}

function elapsed(opensAt: number, limitMs: number | null, at: number): number {
  const ms = Math.max(0, at - opensAt);
  return limitMs === null ? ms : Math.min(ms, limitMs);
}
