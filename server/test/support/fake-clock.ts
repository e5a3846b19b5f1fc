import { Clock } from '../../src/platform/clock/clock.js';

/** A clock that stands still until a test moves it. Starts on 16 June 2026, 09:00 in Shanghai. */
export class FakeClock extends Clock {
  private time: number;

  constructor(startAt = Date.UTC(2026, 5, 16, 1)) {
    super();
    this.time = startAt;
  }

  override now(): number {
    return this.time;
  }

  advance(ms: number): void {
    this.time += ms;
  }

  set(ms: number): void {
    this.time = ms;
  }
}
