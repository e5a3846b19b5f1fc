import { Bus } from './bus.js';

/** One process, which hears itself. */
export class LocalBus extends Bus {
  readonly nodeId = 'alone';
  readonly isAlone = true;
  readonly isOpen = true;

  async close(): Promise<void> {
    // nothing to let go of
  }

  protected send(): void {
    // nobody else
  }
}
