import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Lifecycle, type Stage } from '../lifecycle/lifecycle.js';

const PROBE_MS = 1_000;

/** Can this process serve right now? */
@Injectable()
export class Readiness {
  constructor(
    private readonly lifecycle: Lifecycle,
    private readonly database: UnitOfWork,
  ) {}

  async status(): Promise<Stage | 'database_down'> {
    if (this.lifecycle.stage !== 'ok') {
      return this.lifecycle.stage;
    }
    return (await this.database.isHealthy(PROBE_MS)) ? 'ok' : 'database_down';
  }
}
