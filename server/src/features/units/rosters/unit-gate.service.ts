import { LIMITS, type ParticipantStatus } from '@anquanli/contract/vocabulary.js';
import { Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import { nameKey } from '../../../domain/live-round/name.js';
import { accept, refuse, type Result } from '../../../domain/shared/result.js';
import { choosePlace } from '../../../domain/units/roster-choice.js';
import { Clock } from '../../../platform/clock/clock.js';
import { RateLimiter } from '../../../platform/rate-limit/rate-limiter.js';
import { RosterEntryEntity } from '../entities/roster-entry.entity.js';
import { UnitTreeService } from '../tree/unit-tree.service.js';

/** A whole plant may come from one address: only names that are on no roster count against it. */
const MISSES_OF_ADDRESS = { count: 600, windowMs: 600_000 };

/** Who stands at the gate. `name` is clean. */
export interface Newcomer {
  readonly unitId: string;
  readonly name: string;
  readonly employeeNo: string | null;
}

/** What a unit makes of whoever registers. */
export interface Admission {
  readonly status: ParticipantStatus;
  /** The number of the roster, where it has one. */
  readonly employeeNo: string | null;
}

/** Lets people register with a unit as it wants: at once, after a yes, or from its roster alone. */
@Injectable()
export class UnitGate {
  constructor(
    private readonly trees: UnitTreeService,
    private readonly limiter: RateLimiter,
    private readonly clock: Clock,
  ) {}

  /** May names be tried at all? `too_many_requests` after five misses of the name in an hour. Counts nothing. */
  async mayTry(newcomer: Newcomer, address: string): Promise<Result<null>> {
    const { rows } = await this.trees.load();
    if (rows.get(newcomer.unitId)?.isRosterOnly !== true) return accept(null);
    for (const [key, rule] of limitsOf(newcomer, address)) {
      const verdict = await this.limiter.peek(key, rule);
      if (!verdict.ok) return refuse('too_many_requests', { retryAfterMs: verdict.retryAfterMs });
    }
    return accept(null);
  }

  async countMiss(newcomer: Newcomer, address: string): Promise<void> {
    for (const [key, rule] of limitsOf(newcomer, address)) await this.limiter.take(key, rule);
  }

  /**
   * Admits the person, in the transaction that makes them: with a roster by taking a free place, which one alone gets. Whatever does not
   * fit is `not_on_roster`, and nothing is written then.
   */
  async admitIn(tx: EntityManager, newcomer: Newcomer, personId: string): Promise<Result<Admission>> {
    const { tree, rows } = await this.trees.loadIn(tx);
    const { unitId, name, employeeNo } = newcomer;
    if (tree.get(unitId)?.status !== 'active') return refuse('registration_code_expired', { path: 'body.code' });
    const unit = rows.get(unitId);
    const status = unit?.needsApproval === true ? ('waiting' as const) : ('active' as const);
    if (unit?.isRosterOnly !== true) return accept({ status, employeeNo });
    const alike = await tx.findBy(RosterEntryEntity, { unitId, nameKey: nameKey(name) });
    const namesakes = alike.filter((entry) => entry.name === name);
    const place = choosePlace(namesakes, employeeNo);
    const claim = { claimedBy: personId, claimedAt: this.clock.now() };
    const isTaken =
      place !== null &&
      (await tx.update(RosterEntryEntity, { id: place.id, claimedBy: IsNull() }, claim)).affected === 1;
    // What is missing is said by what was sent, never by what is on the roster.
    const path = employeeNo === null ? 'body.employeeNo' : 'body.name';
    return isTaken ? accept({ status, employeeNo: place.employeeNo ?? employeeNo }) : refuse('not_on_roster', { path });
  }
}

function limitsOf({ unitId, name }: Newcomer, address: string) {
  return [
    [`roster ${unitId} ${nameKey(name)}`, LIMITS.recoveryTries],
    [`roster misses ${address}`, MISSES_OF_ADDRESS],
  ] as const;
}
