import type { RefusalDetails } from '@anquanli/contract/error';
import type { ErrorCode } from '@anquanli/contract/vocabulary';

/** A rule said no. Expected, harmless, told to the person: never thrown inside the domain. */
export interface RefusalValue {
  readonly ok: false;
  readonly code: ErrorCode;
  readonly details?: RefusalDetails;
}

/** What a rule answers: a value, or the reason why not. */
export type Result<T> = { readonly ok: true; readonly value: T } | RefusalValue;

export function refuse(code: ErrorCode, details?: RefusalDetails): RefusalValue {
  return details === undefined ? { ok: false, code } : { ok: false, code, details };
}

export function accept<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}
