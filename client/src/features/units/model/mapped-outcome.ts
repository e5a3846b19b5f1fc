import type { Outcome } from '../../../lib/api-client';

/** The same outcome with another value. */
export function mapped<T, U>(outcome: Outcome<T>, map: (value: T) => U): Outcome<U> {
  return outcome.ok ? { ok: true, value: map(outcome.value) } : outcome;
}
