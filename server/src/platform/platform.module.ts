import { type DynamicModule, Global, Module } from '@nestjs/common';
import { Clock } from './clock/clock.js';
import { Config } from './config/config.js';
import { PublicAddress } from './config/public-address.js';
import { StoredFiles } from './database/stored-files.js';
import { UnitOfWork } from './database/unit-of-work.js';
import { Metrics } from './metrics/metrics.js';
import { MetricsController } from './metrics/metrics.controller.js';
import { HealthController } from './health/health.controller.js';
import { Readiness } from './health/readiness.js';
import { ClientAddress } from './http/client-address.js';
import { Lifecycle } from './lifecycle/lifecycle.js';
import { Log } from './logging/log.js';
import { Random } from './random/random.js';
import { MemoryRateLimiter } from './rate-limit/memory-rate-limiter.js';
import { RateLimiter } from './rate-limit/rate-limiter.js';

/** What is made before the application and lives longer than it. */
export interface Foundation {
  readonly config: Config;
  readonly log: Log;
  readonly clock: Clock;
  readonly random: Random;
  readonly database: UnitOfWork;
}

/** Everything below the features, visible to all of them. */
@Global()
@Module({})
export class PlatformModule {
  static on({ config, log, clock, random, database }: Foundation): DynamicModule {
    return {
      module: PlatformModule,
      controllers: [HealthController, MetricsController],
      providers: [
        { provide: Config, useValue: config },
        { provide: Log, useValue: log },
        { provide: Clock, useValue: clock },
        { provide: Random, useValue: random },
        { provide: UnitOfWork, useValue: database },
        { provide: RateLimiter, useClass: MemoryRateLimiter },
        StoredFiles,
        Lifecycle,
        Readiness,
        Metrics,
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
        Lifecycle,
        Readiness,
        Metrics,
        ClientAddress,
      ],
    };
  }
}
