import { Injectable } from '@nestjs/common';

/**
 * The server's time, epoch milliseconds. Read from the wall once, then monotonic: a correction of the machine's clock
 * in the middle of a question must not give or take anybody's seconds.
 */
@Injectable()
export class Clock {
  private readonly anchorMs = Date.now() - performance.now();

  now(): number {
    return Math.floor(this.anchorMs + performance.now());
  }
}
