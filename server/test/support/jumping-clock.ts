import { Clock } from '../../src/platform/clock/clock.js';

/** Runs like the real clock, but can leap ahead: a question's seconds pass without waiting for them. */
export class JumpingClock extends Clock {
  private ahead = 0;

  override now(): number {
    return super.now() + this.ahead;
  }

  jump(ms: number): void {
    this.ahead += ms;
  }
}
