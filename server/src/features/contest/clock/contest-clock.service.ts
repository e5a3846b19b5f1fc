import { Injectable, type OnModuleInit } from '@nestjs/common';
import { isOver } from '../../../domain/contest/limit.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Duty } from '../../../platform/cluster/duty.js';
import { Lifecycle } from '../../../platform/lifecycle/lifecycle.js';
import { Log } from '../../../platform/logging/log.js';
import { AttemptsRepository } from '../attempts/attempts.repository.js';
import { Settler } from '../attempts/settler.service.js';
import { ContestUnits } from '../contest-units.service.js';
import { ContestsRepository } from '../contests.repository.js';
import { Tally } from '../scores/tally.service.js';
import { ContestErasure } from './contest-erasure.service.js';
import { ContestPulse } from './contest-pulse.service.js';

const BEAT_MS = 1_000;
/** Attempts settled in one go, so that a morning's worth does not hold up the next beat. */
const SWEEP = 100;
const FREEZE_EVERY = 30;
const ERASE_EVERY = 600;

/** What happens in contests without anybody asking: beats, attempts whose time is over, tallies, the first day, forgetting. */
@Injectable()
export class ContestClock implements OnModuleInit {
  private beats = 0;
  private timer: NodeJS.Timeout | null = null;
  private working: Promise<void> = Promise.resolve();

  constructor(
    private readonly pulse: ContestPulse,
    private readonly attempts: AttemptsRepository,
    private readonly settler: Settler,
    private readonly contests: ContestsRepository,
    private readonly units: ContestUnits,
    private readonly tally: Tally,
    private readonly erasure: ContestErasure,
    private readonly duty: Duty,
    private readonly clock: Clock,
    private readonly lifecycle: Lifecycle,
    private readonly log: Log,
  ) {}

  /** The first beat comes before the first request: nobody's attempt is judged before the outage is known. */
  async onModuleInit(): Promise<void> {
    await this.pulse.beat();
    this.next();
    this.lifecycle.onStop(async () => {
      if (this.timer !== null) clearTimeout(this.timer);
      this.timer = null;
      await this.working;
    });
  }

  private next(): void {
    this.timer = setTimeout(() => {
      this.working = this.beat().then(() => {
        if (this.timer !== null) this.next();
      });
    }, BEAT_MS);
    this.timer.unref();
  }

  private async beat(): Promise<void> {
    if (!this.duty.isMine) return;
    this.beats += 1;
    await this.attempt('pulse', () => this.pulse.beat());
    await this.attempt('sweep', () => this.sweep());
    await this.attempt('tally', () => this.tally.catchUp());
    if (this.beats % FREEZE_EVERY === 1) await this.attempt('freeze', () => this.freeze());
    if (this.beats % ERASE_EVERY === 2) await this.attempt('erase', () => this.erasure.eraseDue());
  }

  /** Hands in what nobody handed in. */
  private async sweep(): Promise<void> {
    const overdue = await this.attempts.overdue(this.clock.now(), SWEEP);
    await Promise.all(
      overdue.map(async (attempt) => {
        if (isOver(await this.pulse.deadlineOf(attempt), this.clock.now())) await this.settler.settle(attempt, 'time');
      }),
    );
  }

  private async freeze(): Promise<void> {
    const now = this.clock.now();
    for (const contest of await this.contests.published()) {
      if (contest.startsAt <= now && now < contest.endsAt) await this.units.freeze(contest);
    }
  }

  /** What fails is tried again with a later beat. */
  private async attempt(what: string, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (err) {
      this.log.error({ err, what }, 'the clock of contests failed; it goes on');
    }
  }
}
