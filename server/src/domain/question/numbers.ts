/** Far above what adding decimal fractions in binary gets wrong, far below any digit that a question may ask for. */
const RELATIVE_EPSILON = 1e-13;

/** The value with at most so many digits after the point; zero has no sign. */
export function roundedTo(value: number, decimals: number): number {
  return Number(value.toFixed(decimals)) + 0;
}

/** Is the value finite, with at most so many digits after the point? 0.1 + 0.2 counts as 0.3. */
export function fitsDecimals(value: number, decimals: number): boolean {
  if (!Number.isFinite(value)) return false;
  return Math.abs(value - roundedTo(value, decimals)) <= RELATIVE_EPSILON * Math.abs(value);
}

/** Does the value lie in one of the ranges, both ends included? An end is met also by what binary fractions make of it. */
export function isInAnyRange(
  value: number,
  ranges: readonly { readonly min: number; readonly max: number }[],
): boolean {
  const slack = (end: number) => RELATIVE_EPSILON * Math.max(Math.abs(end), Math.abs(value));
  return ranges.some(({ min, max }) => value >= min - slack(min) && value <= max + slack(max));
}
