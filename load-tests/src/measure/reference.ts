/** What a bare server did with one question for 10,000 players on the reference machine (two cores, generator beside it). */
export interface Reference {
  readonly fanoutP99Ms: number;
  readonly ackP99Ms: number;
}

const MEASURED_PLAYERS = 10_000;
const NEST_AT_MEASURED: Reference = { fanoutP99Ms: 284, ackP99Ms: 227 };
/** A broadcast is one loop over the sockets, so times grow with the players; below this the scheduler is what one measures. */
const FLOOR_MS = 10;
/** A machine that is slower than this at the baseline is busy with something else. */
const TOLERANCE = 1.5;

/** The bare Nest gateway's figures for so many players: linear between an idle machine's jitter and the measured point. */
export function referenceFor(players: number): Reference {
  const at = (measuredMs: number) => FLOOR_MS + ((measuredMs - FLOOR_MS) * players) / MEASURED_PLAYERS;
  return { fanoutP99Ms: at(NEST_AT_MEASURED.fanoutP99Ms), ackP99Ms: at(NEST_AT_MEASURED.ackP99Ms) };
}

/** Why the run says nothing about the product, or an empty list: the same machine was too slow for a server that does nothing. */
export function voidReasons(
  players: number,
  baseline: { fanoutP99Ms: number | null; ackP99Ms: number | null },
): string[] {
  const reference = referenceFor(players);
  return (['fanoutP99Ms', 'ackP99Ms'] as const).flatMap((name) => {
    const allowed = reference[name] * TOLERANCE;
    const seen = baseline[name];
    if (seen !== null && seen <= allowed) return [];
    return [`baseline ${name} was ${seen ?? 'not measured'}, at most ${Math.round(allowed)} ms is normal here`];
  });
}
