import { Injectable } from '@nestjs/common';
import { refuse, type Result } from '../../../domain/shared/result.js';
import { RateLimiter } from '../../../platform/rate-limit/rate-limiter.js';
import { UnitCodes } from './unit-codes.service.js';

/** A whole plant may come from one address: only wrong codes count against it. */
const WRONG_CODES = { count: 100, windowMs: 600_000 };

/** The way in by a registration code, closed to whoever tries out codes. */
@Injectable()
export class UnitDoor {
  constructor(
    private readonly codes: UnitCodes,
    private readonly limiter: RateLimiter,
  ) {}

  /** The unit behind a code: `registration_code_unknown`, `registration_code_expired`, `too_many_requests`. */
  async unitBehind(code: string, address: string): Promise<Result<string>> {
    const key = `wrong unit codes ${address}`;
    const verdict = await this.limiter.peek(key, WRONG_CODES);
    if (!verdict.ok) return refuse('too_many_requests', { retryAfterMs: verdict.retryAfterMs });
    const found = await this.codes.unitBehind(code);
    if (!found.ok && found.code === 'registration_code_unknown') await this.limiter.take(key, WRONG_CODES);
    return found;
  }
}
