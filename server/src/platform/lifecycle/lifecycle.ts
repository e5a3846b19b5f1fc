import { Injectable } from '@nestjs/common';
import { Log } from '../logging/log.js';

export type Stage = 'starting' | 'ok' | 'stopping';

/** Where the process stands, and what has to happen before it goes. */
@Injectable()
export class Lifecycle {
  private current: Stage = 'starting';
  private readonly greetings: Array<() => void> = [];
  private readonly farewells: Array<() => Promise<void>> = [];

  constructor(private readonly log: Log) {}

  get stage(): Stage {
    return this.current;
  }

  /** People can come. */
  markReady(): void {
    this.current = 'ok';
    this.greetings.forEach((greeting) => greeting());
  }

  /** Registers what begins only when people can come. Before `markReady`. */
  onReady(greeting: () => void): void {
    this.greetings.push(greeting);
  }

  /** Registers work for a graceful stop (say bye to sockets, drain a journal). Run one after the other, last registered first. */
  onStop(farewell: () => Promise<void>): void {
    this.farewells.unshift(farewell);
  }

  /** Turns readiness off, then runs the farewells; the failure of one does not keep the next from running. */
  async stop(): Promise<void> {
    if (this.current === 'stopping') {
      return;
    }
    this.current = 'stopping';
    for (const farewell of this.farewells) {
      await farewell().catch((err: unknown) => this.log.error({ err }, 'a farewell failed'));
    }
  }
}
