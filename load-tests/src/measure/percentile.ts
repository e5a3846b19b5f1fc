/**
 * The nearest-rank percentile of `values` (any order): the smallest value that at least `share` (0–1) of them do not exceed.
 * 0 is the least, 1 the greatest; null for no values.
 */
export function percentile(values: readonly number[], share: number): number | null {
  const sorted = Float64Array.from(values).sort();
  const index = Math.max(0, Math.ceil(share * sorted.length) - 1);
  return sorted[index] ?? null;
}

/** Two digits after the point are more than this machine can promise. */
export function rounded(value: number | null): number | null {
  return value === null ? null : Math.round(value * 100) / 100;
}
