/** How one question of a paper was answered. */
export interface AnsweredLine {
  /** Milliseconds since the answer before, or since the start. */
  readonly sinceMs: number;
  /** Characters of stem and options. */
  readonly chars: number;
}

/** Nobody reads faster: three times the 10 characters a second that quick readers of Chinese reach. */
const CHARS_A_SECOND = 30;
/** Nor taps with thought. */
const TAP_MS = 300;

/**
 * Was the paper answered faster than it can be read? At least three answers, and all of them together in less time than reading and tapping
 * take the fastest. A reason to look, never a verdict.
 */
export function isImpossiblyFast(lines: readonly AnsweredLine[]): boolean {
  if (lines.length < 3) return false;
  const taken = lines.reduce((sum, { sinceMs }) => sum + sinceMs, 0);
  const needed = lines.reduce((sum, { chars }) => sum + TAP_MS + (chars / CHARS_A_SECOND) * 1_000, 0);
  return taken < needed;
}
