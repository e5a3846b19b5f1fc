export interface LimitRule {
  readonly count: number;
  readonly windowMs: number;
}

export type LimitVerdict = { readonly ok: true } | { readonly ok: false; readonly retryAfterMs: number };

/** Counts attempts per key in windows that begin with the first attempt. */
export abstract class RateLimiter {
  /** Counts one attempt, unless the window is full already. */
  abstract take(key: string, rule: LimitRule): Promise<LimitVerdict>;

  /** Would an attempt pass? Counts nothing. */
  abstract peek(key: string, rule: LimitRule): Promise<LimitVerdict>;

  /** Forgets what was counted, as after a right password. */
  abstract clear(key: string): Promise<void>;
}
