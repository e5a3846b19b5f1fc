import 'reflect-metadata';
import { createInterface } from 'node:readline';
import { Clock } from '../../src/platform/clock/clock.js';
import { readConfig } from '../../src/platform/config/env.js';
import { createLog } from '../../src/platform/logging/log.js';
import { startServer } from '../../src/server.js';

/** Runs like the real clock from whatever moment it was set to. */
class SettableClock extends Clock {
  private ahead = 0;

  override now(): number {
    return super.now() + this.ahead;
  }

  set(at: number): void {
    this.ahead += at - this.now();
  }
}

/**
 * The product's server, whose clock can be set: a month passes in minutes. `clock <epoch ms>` on stdin sets it and is answered by a line
 * that begins with `clock`; everything else is as in `main.ts`.
 */
const config = readConfig();
const clock = new SettableClock();
const server = await startServer({ config, log: createLog(config.logLevel), clock });
process.stdout.write(`ready :${server.port}/setup#${server.setupToken ?? ''}\n`);

createInterface({ input: process.stdin }).on('line', (line) => {
  const at = Number(/^clock (\d+)$/.exec(line)?.[1]);
  if (!Number.isFinite(at)) return;
  clock.set(at);
  process.stdout.write(`clock ${clock.now()}\n`);
});
process.once('SIGTERM', () => void server.stop().then(() => process.exit(0)));
