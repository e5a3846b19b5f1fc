import * as z from 'zod/mini';
import { SeatSet } from '../../../domain/live-round/seat-set.js';
import { topic } from '../../../platform/cluster/bus.js';

const count = z.number().check(z.minimum(0));
const bits = z.string().check(z.maxLength(4_000));

/** What one node knows of a round that the others cannot see in the rows. */
const RoundDigest = z.object({
  roundId: z.string(),
  questionNo: count,
  /** Seats with a connection here, and seats that have answered the question here; see `SeatSet`. */
  online: bits,
  answered: bits,
  /** Answers and left selections that are not on disk yet. */
  waiting: count,
  /** Seats that were taken or changed here since the node began. */
  seatChanges: count,
  joinsLastMinute: count,
});

export type RoundDigest = z.infer<typeof RoundDigest>;

/** Sent each second, and a tenth of a second after something has changed. `at` is the system's time; `isLeaving` is a node's last word. */
export const presence = topic(
  'live.presence',
  z.object({ at: z.number(), isLeaving: z.boolean(), rounds: z.array(RoundDigest) }),
);

/** A round has a newer version. */
export const roundMoved = topic(
  'live.round.moved',
  z.object({ roundId: z.string(), version: count, hasNewResults: z.boolean() }),
);

/** A seat has changed: a new name, taken out, let in again, or moved to another phone. */
export const seatChanged = topic(
  'live.seat.changed',
  z.object({ roundId: z.string(), seatNo: count, isMoved: z.boolean() }),
);

export const claimsChanged = topic('live.claims.changed', z.object({ roundId: z.string() }));

export const roundRemoved = topic('live.round.removed', z.object({ roundId: z.string() }));

/** A digest as it is kept. */
export interface KeptDigest {
  readonly questionNo: number;
  readonly online: SeatSet;
  readonly answered: SeatSet;
  readonly waiting: number;
  readonly seatChanges: number;
  readonly joinsLastMinute: number;
  /** When it was made, system time. */
  readonly at: number;
}

export function keptDigest(digest: RoundDigest, at: number): KeptDigest {
  const { questionNo, waiting, seatChanges, joinsLastMinute } = digest;
  return {
    ...{ questionNo, waiting, seatChanges, joinsLastMinute, at },
    online: SeatSet.fromText(digest.online),
    answered: SeatSet.fromText(digest.answered),
  };
}
