/** So many whole batches that have come within one turn of the event loop wait for its end no longer. */
const FULL_BATCHES = 5;

/**
 * Writes what has queued as soon as the write before has ended: no timer. One item alone waits for nothing; under load a
 * commit carries as many as came during the last one. Reads that many want at once may travel so too: each begins after it was asked for.
 */
export class GroupCommit<Item, Outcome> {
  private queue: { item: Item; settle: (outcome: Outcome) => void; fail: (error: unknown) => void }[] = [];
  private isWriting = false;
  /** Items that have come since the last breath began. */
  private gathered = 0;
  private enough: (() => void) | null = null;
  private idleWaiters: (() => void)[] = [];

  /**
   * @param write stores a batch in one transaction and answers with one outcome per item, in order
   * @param maxBatch items per transaction at most
   * @param isEager thousands of items do not wait for the end of a turn of the event loop: for what people wait to have stored. What is only read may
   * wait until all who knock have been let in
   */
  constructor(
    private readonly write: (items: readonly Item[]) => Promise<readonly Outcome[]>,
    private readonly maxBatch: number,
    private readonly isEager = false,
  ) {}

  /** Resolves after the commit that holds the item. */
  add(item: Item): Promise<Outcome> {
    return new Promise((settle, fail) => {
      this.queue.push({ item, settle, fail });
      if (!this.isWriting) {
        this.isWriting = true;
        void this.drain();
      }
      this.gathered += 1;
      if (this.isOverdue) this.enough?.();
    });
  }

  /** Items that wait or are being written. */
  get depth(): number {
    return this.queue.length + (this.isWriting ? 1 : 0);
  }

  /** Resolves when nothing waits and nothing is being written. */
  idle(): Promise<void> {
    if (!this.isWriting) return Promise.resolve();
    return new Promise((resolve) => this.idleWaiters.push(resolve));
  }

  private get isOverdue(): boolean {
    return this.isEager && this.gathered >= FULL_BATCHES * this.maxBatch;
  }

  private async drain(): Promise<void> {
    for (;;) {
      await this.breath();
      if (this.queue.length === 0) break;
      // What has waited for so long is written at once.
      for (let rest = this.isOverdue ? this.queue.length : 1; rest > 0;) rest -= await this.writeBatch();
    }
    this.isWriting = false;
    this.idleWaiters.splice(0).forEach((resolve) => resolve());
  }

  private async writeBatch(): Promise<number> {
    const batch = this.queue.splice(0, this.maxBatch);
    try {
      const outcomes = await this.write(batch.map(({ item }) => item));
      batch.forEach(({ settle, fail }, index) => {
        const outcome = outcomes[index];
        if (outcome === undefined) fail(new Error('a group commit answered with too few outcomes'));
        else settle(outcome);
      });
    } catch (error) {
      batch.forEach(({ fail }) => fail(error));
    }
    return batch.length;
  }

  /**
   * Lets sockets speak between two writes: for one turn of the event loop, so that what comes in it travels together, or, if eager, until
   * thousands have gathered. A turn can take seconds: the loop goes on reading for as long as thousands of sockets have something to say.
   */
  private breath(): Promise<void> {
    this.gathered = 0;
    return new Promise((resolve) => {
      this.enough = resolve;
      setImmediate(resolve);
    });
  }
}
