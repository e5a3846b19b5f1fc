import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { DatabaseClock, DRIFT_MAX_MS } from '../clock/database-clock.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Lifecycle, type Stage } from '../lifecycle/lifecycle.js';

const PROBE_MS = 1_000;

/** Can this process serve right now? */
@Injectable()
export class Readiness {
  constructor(
    private readonly lifecycle: Lifecycle,
    private readonly database: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async status(): Promise<Stage | 'database_down' | 'clock_off'> {
    if (this.lifecycle.stage !== 'ok') {
      return this.lifecycle.stage;
    }
    if (!(await this.database.isHealthy(PROBE_MS))) return 'database_down';
    const isOff = this.clock instanceof DatabaseClock && Math.abs(this.clock.drift) > DRIFT_MAX_MS;
    return isOff ? 'clock_off' : 'ok';
  }
}
