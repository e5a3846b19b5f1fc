import { Injectable } from '@nestjs/common';
import { deadlineOf, elapsedAt, type Outage } from '../../../domain/contest/limit.js';
import { Clock } from '../../../platform/clock/clock.js';
import { findRow, findRows } from '../../../platform/database/rows.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Log } from '../../../platform/logging/log.js';
import { Random } from '../../../platform/random/random.js';
import type { ContestAttemptEntity } from '../entities/contest-attempt.entity.js';
import { ContestOutageEntity } from '../entities/contest-outage.entity.js';
import { ContestPulseEntity } from '../entities/contest-pulse.entity.js';

/** Beats come each second: what is longer was an outage. */
const GAP_MS = 2_500;
/** So long what was read is taken for what is. */
const FRESH_MS = 1_000;

/** The heartbeat and all outages, as of a moment. */
interface Heard {
  readonly at: number;
  readonly aliveAt: number;
  readonly outages: readonly Outage[];
}

/** The heartbeat of contests: tells how long nobody could answer, so that an outage takes nobody's time. */
@Injectable()
export class ContestPulse {
  private heard: Heard | null = null;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly random: Random,
    private readonly log: Log,
  ) {}

  /** Writes that the server is alive, and what it has missed; without open attempts it rests. */
  async beat(): Promise<void> {
    const { aliveAt, isNeeded } = await this.unitOfWork.read(async (manager) => ({
      aliveAt: (await manager.findOneByOrFail(ContestPulseEntity, { id: 1 })).aliveAt,
      isNeeded:
        (await manager.query<unknown[]>(`SELECT 1 FROM contest_attempt WHERE state = 'open' LIMIT 1`)).length > 0,
    }));
    if (!isNeeded && aliveAt === 0) return;
    const now = isNeeded ? this.clock.now() : 0;
    const gap = aliveAt > 0 && isNeeded ? now - aliveAt : 0;
    await this.unitOfWork.run(async (tx) => {
      // Of several who beat at once one is right.
      const { affected } = await tx.update(ContestPulseEntity, { id: 1, aliveAt }, { aliveAt: now });
      if (affected === 1 && gap > GAP_MS)
        await tx.insert(ContestOutageEntity, { id: this.random.uuid(), beganAt: aliveAt, endedAt: now });
    });
    this.heard = null;
    if (gap > GAP_MS) this.log.warn({ gapMs: gap }, 'an outage was added to the limit of open papers');
  }

  async deadlineOf({ startedAt, dueAt }: Pick<ContestAttemptEntity, 'startedAt' | 'dueAt'>): Promise<number> {
    return deadlineOf(startedAt, dueAt - startedAt, await this.outagesSince(startedAt));
  }

  /** The attempt's own time at a moment, outages left out. */
  async elapsedOf(
    { startedAt, dueAt }: Pick<ContestAttemptEntity, 'startedAt' | 'dueAt'>,
    at: number,
  ): Promise<number> {
    return elapsedAt(startedAt, at, dueAt - startedAt, await this.outagesSince(startedAt));
  }

  /** Both at once, for an answer that has just come. */
  async timesOf(
    { startedAt, dueAt }: Pick<ContestAttemptEntity, 'startedAt' | 'dueAt'>,
    at: number,
  ): Promise<{ readonly deadlineAt: number; readonly elapsedMs: number }> {
    const outages = await this.outagesSince(startedAt);
    const limitMs = dueAt - startedAt;
    return {
      deadlineAt: deadlineOf(startedAt, limitMs, outages),
      elapsedMs: elapsedAt(startedAt, at, limitMs, outages),
    };
  }

  private async outagesSince(at: number): Promise<readonly Outage[]> {
    const now = this.clock.now();
    const { at: heardAt, aliveAt, outages } = await this.listen(now);
    // One that is just over and not on record yet took time of those who had begun before it.
    const isUnrecorded = aliveAt > at && heardAt - aliveAt > GAP_MS;
    return isUnrecorded ? [...outages, { from: aliveAt, until: now }] : outages;
  }

  private async listen(now: number): Promise<Heard> {
    if (this.heard !== null && Math.abs(now - this.heard.at) < FRESH_MS) return this.heard;
    const heard = await this.unitOfWork.read(async (manager): Promise<Heard> => {
      const pulse = await findRow(manager, ContestPulseEntity, 'WHERE id = ?', [1]);
      const rows = await findRows(manager, ContestOutageEntity, 'ORDER BY ended_at', []);
      const outages = rows.map(({ beganAt, endedAt }) => ({ from: beganAt, until: endedAt }));
      return { at: now, aliveAt: pulse?.aliveAt ?? 0, outages };
    });
    this.heard = heard;
    return heard;
  }
}
