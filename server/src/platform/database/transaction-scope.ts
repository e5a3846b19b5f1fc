import { AsyncLocalStorage } from 'node:async_hooks';

/**
 * Knows whether code runs inside a transaction. What opens another connection there would wait for itself: a second transaction on SQLite at
 * once, a read on MySQL as soon as every connection of the pool is in a transaction that reads.
 */
export class TransactionScope {
  private readonly storage = new AsyncLocalStorage<{ isOpen: boolean }>();

  async enter<T>(work: () => Promise<T> | T): Promise<T> {
    const turn = { isOpen: true };
    return this.storage.run(turn, async () => {
      try {
        return await work();
      } finally {
        turn.isOpen = false;
      }
    });
  }

  /** Throws inside a transaction. */
  refuseInside(): void {
    if (this.storage.getStore()?.isOpen === true) {
      throw new Error(
        'Inside a transaction everything goes through its own manager: what asks for more waits for itself',
      );
    }
  }
}
