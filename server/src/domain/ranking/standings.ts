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
  const rows = outcomes.map((outcome) => summed(before.get(outcome.seatNo), outcome));
  setPlaces(rows.filter((row) => !offBoard.has(row.seatNo)).sort(compareStanding));
  return rows;
}

/** Better first: more points, then less time over right answers. Equal in both = truly tied, listed by seat. */
export function compareStanding(
  a: { total: number; rightTimeMs: number; seatNo: number },
  b: { total: number; rightTimeMs: number; seatNo: number },
): number {
  return b.total - a.total || a.rightTimeMs - b.rightTimeMs || a.seatNo - b.seatNo;
}

/** A row while it is made. */
type Draft = { -readonly [Column in keyof StandingRow]: StandingRow[Column] };

/** Without a place yet. Every field is written out: ten thousand objects that are spread together take as long as storing them. */
function summed(before: StandingRow | undefined, { seatNo, verdict, points, bonus, elapsedMs }: Outcome): Draft {
  const isRight = verdict === 'right';
  const keepsStreak = verdict === 'void' || verdict === 'skipped';
  const streak = before?.streak ?? 0;
  return {
    seatNo,
    verdict,
    points,
    bonus,
    elapsedMs,
    total: (before?.total ?? 0) + points,
    rightCount: (before?.rightCount ?? 0) + (isRight ? 1 : 0),
    rightTimeMs: (before?.rightTimeMs ?? 0) + (isRight ? (elapsedMs ?? 0) : 0),
    streak: isRight ? streak + 1 : keepsStreak ? streak : 0,
    rank: 0,
    previousRank: before === undefined || before.rank === 0 ? null : before.rank,
    gapToNext: null,
  };
}

/** Places 1, 2, 2, 4, and how far the next better total is. */
function setPlaces(sorted: readonly Draft[]): void {
  let rank = 0;
  let better: number | null = null;
  sorted.forEach((row, index) => {
    const above = sorted[index - 1];
    const isTied = above !== undefined && above.total === row.total && above.rightTimeMs === row.rightTimeMs;
    if (!isTied) {
      rank = index + 1;
      better = above === undefined ? null : above.total;
    }
    row.rank = rank;
    row.gapToNext = better === null ? null : better - row.total;
  });
}
