import type { RefusalDetails } from '@anquanli/contract/error';
import type { ErrorCode } from '@anquanli/contract/vocabulary';
import type { Result } from '../../domain/shared/result.js';

/** A refusal on its way through an edge (controller, guard, gateway) to the filter that tells it. */
export class RefusalError extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly details?: RefusalDetails,
  ) {
    super(code);
    this.name = 'RefusalError';
  }
}

/** The value of a result; a refusal is thrown for the edge's filter. */
export function valueOf<T>(result: Result<T>): T {
  if (result.ok) {
    return result.value;
  }
  throw new RefusalError(result.code, result.details);
}
