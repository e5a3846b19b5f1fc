/** A short buzz where the device has one and allows it. */
export function vibrate(patternMs: number | number[]): void {
  try {
    // Before the page was touched browsers refuse it, and say so in the console.
    if (navigator.userActivation?.hasBeenActive !== false) navigator.vibrate?.(patternMs);
  } catch {
    // Some web views forbid it by throwing.
  }
}
