/** A short buzz where the device has one and allows it. */
export function vibrate(patternMs: number | number[]): void {
  try {
    navigator.vibrate?.(patternMs);
  } catch {
    // Some web views forbid it by throwing.
  }
}
