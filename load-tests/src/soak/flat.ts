/** How a series of readings went on after its beginning. */
export interface Course {
  /** From the first reading after the warm-up to the last, by the slope that half of all pairs exceed; in the unit of the readings. */
  readonly growth: number;
  readonly allowed: number;
  /** Null where there are too few readings to tell. */
  readonly isFlat: boolean | null;
}

/** Caches fill and code is compiled in the first third: that is no leak. */
const WARM_UP_SHARE = 1 / 3;
/** Fewer readings than this lie on a rising line by chance. */
const FEWEST = 6;

/**
 * Whether readings taken after like pieces of work stay level. The slope is the median of the slopes of all pairs (Theil and Sen), so that
 * single outliers (a collection that came late) move nothing; flat means that it adds up to less than `tolerance` of the level over the whole
 * series, or less than `least`, below which a reading is never exact.
 */
export function courseOf(
  readings: readonly number[],
  { tolerance, least }: { tolerance: number; least: number },
): Course {
  const settled = readings.slice(Math.floor(readings.length * WARM_UP_SHARE));
  const slopes = settled.flatMap((from, i) => settled.slice(i + 1).map((to, j) => (to - from) / (j + 1)));
  const growth = median(slopes) * (settled.length - 1);
  const allowed = Math.max(least, tolerance * median(settled));
  return { growth, allowed, isFlat: settled.length < FEWEST ? null : growth <= allowed };
}

/** 0 for none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}
