const OFFSET_MS = 8 * 3_600_000;

/** The day in China (UTC+8, no summer time) as YYYY-MM-DD: laws come into force there. */
export function chinaDay(epochMs: number): string {
  return new Date(epochMs + OFFSET_MS).toISOString().slice(0, 10);
}
