import { type DynamicModule, Global, Module } from '@nestjs/common';
import { Clock } from './clock/clock.js';
import { Bus } from './cluster/bus.js';
import { Duty } from './cluster/duty.js';
import type { System } from './cluster/system.js';
import { Config } from './config/config.js';
import { PublicAddress } from './config/public-address.js';
import { StoredFiles } from './database/stored-files.js';
import { UnitOfWork } from './database/unit-of-work.js';
import { Metrics } from './metrics/metrics.js';
import { MetricsController } from './metrics/metrics.controller.js';
import { HotState } from './hot-state/hot-state.js';
import { HealthController } from './health/health.controller.js';
import { Readiness } from './health/readiness.js';
import { ApiDescription } from './http/api-description.js';
import { ApiDescriptionController } from './http/api-description.controller.js';
import { ClientAddress } from './http/client-address.js';
import { Lifecycle } from './lifecycle/lifecycle.js';
import { Log } from './logging/log.js';
import { Random } from './random/random.js';
import { RateLimiter } from './rate-limit/rate-limiter.js';

/** What is made before the application and lives longer than it. */
export interface Foundation {
  readonly config: Config;
  readonly log: Log;
  readonly clock: Clock;
  readonly random: Random;
  readonly database: UnitOfWork;
  readonly system: System;
}

/** Everything below the features, visible to all of them. */
@Global()
@Module({})
export class PlatformModule {
  static on({ config, log, clock, random, database, system }: Foundation): DynamicModule {
    return {
      module: PlatformModule,
      controllers: [HealthController, ApiDescriptionController, MetricsController],
      providers: [
        { provide: Config, useValue: config },
        { provide: Log, useValue: log },
        { provide: Clock, useValue: clock },
        { provide: Random, useValue: random },
        { provide: UnitOfWork, useValue: database },
        { provide: RateLimiter, useValue: system.limiter },
        { provide: Bus, useValue: system.bus },
        { provide: Duty, useValue: system.duty },
        // Null where this process is alone.
        { provide: HotState, useValue: system.hotState },
        StoredFiles,
        Lifecycle,
        Readiness,
        Metrics,
        ApiDescription,
        ClientAddress,
        PublicAddress,
      ],
      exports: [
        PublicAddress,
        Config,
        Log,
        Clock,
        Random,
        UnitOfWork,
        StoredFiles,
        RateLimiter,
        Bus,
        Duty,
        HotState,
        Lifecycle,
        Readiness,
        Metrics,
        ClientAddress,
      ],
    };
  }
}
