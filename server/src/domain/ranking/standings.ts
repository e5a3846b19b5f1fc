import type { Verdict } from '@anquanli/contract/vocabulary';

/** What one seat got for one question. */
export interface Outcome {
  readonly seatNo: number;
  readonly verdict: Verdict;
  readonly points: number;
  readonly bonus: number;
  /** Milliseconds to the answer; null without one. */
  readonly elapsedMs: number | null;
}

/** Where a seat stands after a question: the row that is stored once per seat and question. */
export interface StandingRow extends Outcome {
  readonly total: number;
  readonly rightCount: number;
  /** Summed time of right answers only; breaks ties. */
  readonly rightTimeMs: number;
  readonly streak: number;
  /** Competition rank 1, 2, 2, 4; 0 for a seat that is off the board. */
  readonly rank: number;
  readonly previousRank: number | null;
  /** Points to the next better total; null for the first. */
  readonly gapToNext: number | null;
}

type Sums = Pick<StandingRow, 'total' | 'rightCount' | 'rightTimeMs' | 'streak'>;
const NOTHING: Sums = { total: 0, rightCount: 0, rightTimeMs: 0, streak: 0 };

/**
 * Standings after one more question.
 * @param before rows after the question before, by seat; a seat that joined later has none and starts at 0
 * @param outcomes one per seat of the round, also for those who did not answer
 * @param offBoard seats that are not ranked (kicked or banned)
 */
export function standingsAfter(
  before: ReadonlyMap<number, StandingRow>,
  outcomes: readonly Outcome[],
  offBoard: ReadonlySet<number>,
): StandingRow[] {
  const rows = outcomes.map((outcome) => ({ ...outcome, ...add(before.get(outcome.seatNo) ?? NOTHING, outcome) }));
  const ranked = rows.filter((row) => !offBoard.has(row.seatNo)).sort(compareStanding);
  const places = places1224(ranked);
  return rows.map((row) => {
    const rankBefore = before.get(row.seatNo)?.rank;
    const place = places.get(row.seatNo);
    return {
      ...row,
      rank: place?.rank ?? 0,
      previousRank: rankBefore === undefined || rankBefore === 0 ? null : rankBefore,
      gapToNext: place?.gapToNext ?? null,
    };
  });
}

/** Better first: more points, then less time over right answers. Equal in both = truly tied, listed by seat. */
export function compareStanding(
  a: { total: number; rightTimeMs: number; seatNo: number },
  b: { total: number; rightTimeMs: number; seatNo: number },
): number {
  return b.total - a.total || a.rightTimeMs - b.rightTimeMs || a.seatNo - b.seatNo;
}

function add(before: Sums, outcome: Outcome): Sums {
  const isRight = outcome.verdict === 'right';
  const keepsStreak = outcome.verdict === 'void' || outcome.verdict === 'skipped';
  return {
    total: before.total + outcome.points,
    rightCount: before.rightCount + (isRight ? 1 : 0),
    rightTimeMs: before.rightTimeMs + (isRight ? (outcome.elapsedMs ?? 0) : 0),
    streak: isRight ? before.streak + 1 : keepsStreak ? before.streak : 0,
  };
}

function places1224(sorted: readonly { seatNo: number; total: number; rightTimeMs: number }[]) {
  const places = new Map<number, { rank: number; gapToNext: number | null }>();
  let rank = 0;
  let better: number | null = null;
  sorted.forEach((row, index) => {
    const above = sorted[index - 1];
    const isTied = above !== undefined && above.total === row.total && above.rightTimeMs === row.rightTimeMs;
    if (!isTied) {
      rank = index + 1;
      better = above === undefined ? null : above.total;
    }
    places.set(row.seatNo, { rank, gapToNext: better === null ? null : better - row.total });
  });
  return places;
}
