import { LIMITS } from '@anquanli/contract/vocabulary';
import type { RoundState } from './phase.js';

/** A heartbeat is written each second; a gap longer than this is an outage. */
export const OUTAGE_MIN_MS = 2_500;
/** An outage gives back at most this much time. */
export const OUTAGE_MAX_MS = 10 * 60_000;
/** The last phone needs this long to come back: it tries again after 4 s at the most, half as much more by jitter, and has to connect. */
export const RETURN_MS = 7_000;

/**
 * The state a round is taken up with after nobody ran its clock from `aliveAt` to `now`.
 * An open question moves as a whole, opening and closing instant alike: the time lost neither shortens anyone's time to answer
 * nor counts as thinking time in the score. It stays open until phones had a chance to return. A question that had closed within the grace before the outage admits answers again
 * just as long. Returns null when there is nothing to give back.
 */
export function takeUp(state: RoundState, aliveAt: number, now: number): RoundState | null {
  const lost = now - aliveAt;
  if (lost < OUTAGE_MIN_MS || state.opensAt === null) return null;
  const given = Math.min(lost, OUTAGE_MAX_MS);
  const openUntil = lost <= OUTAGE_MAX_MS ? now + RETURN_MS : 0;
  if (state.phase === 'question_open') {
    return {
      ...state,
      opensAt: state.opensAt + given,
      closesAt: state.closesAt === null ? null : Math.max(state.closesAt + given, openUntil),
    };
  }
  if (
    state.phase === 'question_closed' &&
    state.acceptsUntil !== null &&
    state.acceptsUntil > aliveAt - LIMITS.graceMs
  ) {
    return { ...state, acceptsUntil: now + RETURN_MS, autopilotFrom: now };
  }
  return null;
}
