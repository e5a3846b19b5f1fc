import 'reflect-metadata';
import { banner } from './banner.js';
import { Clock } from './platform/clock/clock.js';
import { DatabaseClock } from './platform/clock/database-clock.js';
import type { Config } from './platform/config/config.js';
import { lockDataDir } from './platform/config/data-dir-lock.js';
import { readConfig } from './platform/config/env.js';
import { StartRefusal } from './platform/errors/start-refusal.js';
import { createLog, type Log } from './platform/logging/log.js';
import { startServer } from './server.js';

/** A graceful stop that takes longer than this is not one. */
const STOP_MS = 15_000;
/** One Ctrl-C under npm arrives twice: from the terminal and passed on by npm. */
const SAME_SIGNAL_MS = 500;

async function main(): Promise<void> {
  const config = readConfig();
  const log = createLog(config.logLevel);
  let stop = (): Promise<void> => Promise.resolve();
  const lost = (what: string) => () => {
    log.error({}, `another process has taken the ${what}; stopping`);
    void leave(stop, log, 1);
  };
  const unlock = await lockDataDir(config.dataDir, lost('data folder'));
  try {
    const server = await startServer({ config, log, clock: clockFor(config), onLost: lost('database') });
    stop = async () => {
      await server.stop();
      await unlock();
    };
    process.stdout.write(`${banner({ config, ...server })}\n`);
    log.info({ port: server.port, engine: config.database.engine }, 'listening');
  } catch (error) {
    await unlock();
    throw error;
  }
  stopOnSignals(() => leave(stop, log, 0), log);
}

/** Processes that are one system need one time. */
function clockFor({ redisUrl }: Config): Clock {
  return redisUrl === null ? new Clock() : new DatabaseClock();
}

/** The first signal asks, the second insists. */
function stopOnSignals(stop: () => Promise<void>, log: Log): void {
  let askedAt: number | null = null;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (askedAt !== null) {
        if (performance.now() - askedAt > SAME_SIGNAL_MS) {
          process.exit(1);
        }
        return;
      }
      askedAt = performance.now();
      log.info({ signal }, 'stopping');
      void stop();
    });
  }
}

async function leave(stop: () => Promise<void>, log: Log, status: number): Promise<void> {
  setTimeout(() => process.exit(1), STOP_MS).unref();
  try {
    await stop();
    process.exit(status);
  } catch (err) {
    log.error({ err }, 'stopping failed');
    process.exit(1);
  }
}

main().catch((error: unknown) => {
  if (error instanceof StartRefusal) {
    process.stderr.write(`\n${error.chinese}\n${error.english}\n\n`);
  } else {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  }
  process.exit(1);
});
