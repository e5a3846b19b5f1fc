/** One measurement: the server's time minus the local time, and how long the question travelled (ms). */
export interface ClockSample {
  readonly offsetMs: number;
  readonly rttMs: number;
}

export interface ClockState {
  readonly best: ClockSample | null;
  readonly recent: readonly ClockSample[];
}

export const UNKNOWN_CLOCK: ClockState = { best: null, recent: [] };
const KEPT_SAMPLES = 8;

/** Reads one exchange: local time at sending and at arrival, and the server's time in between (all epoch ms). */
export function sampleOf(sentAt: number, serverNow: number, arrivedAt: number): ClockSample {
  const rttMs = Math.max(0, arrivedAt - sentAt);
  return { offsetMs: serverNow + rttMs / 2 - arrivedAt, rttMs };
}

/**
 * Adds a measurement. The one with the shortest way is the best of the last eight, since its error is at most half its way.
 * A measurement that contradicts the best by more than both errors allow means that the local clock jumped
 * (sleep, set by hand): everything before it is forgotten.
 */
export function withSample(state: ClockState, sample: ClockSample): ClockState {
  const { best } = state;
  const isContradiction =
    best !== null && Math.abs(sample.offsetMs - best.offsetMs) > (sample.rttMs + best.rttMs) / 2 + 30;
  const recent = isContradiction ? [sample] : [...state.recent, sample].slice(-KEPT_SAMPLES);
  return { recent, best: recent.reduce((least, each) => (each.rttMs < least.rttMs ? each : least), sample) };
}
