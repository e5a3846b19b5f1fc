import { setImmediate as nextTurn } from 'node:timers/promises';

/** As long as nobody minds waiting. */
const STRETCH_MS = 4;

/** For long work on the thread that answers: after every few milliseconds of it others have their turn. */
export class Turns {
  private since = performance.now();

  /** To be awaited between any two pieces of the work, however small. */
  async between(): Promise<void> {
    if (performance.now() - this.since < STRETCH_MS) return;
    await nextTurn();
    this.since = performance.now();
  }
}
