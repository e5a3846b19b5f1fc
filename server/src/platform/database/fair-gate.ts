/** Lets one in at a time, in the order of arrival. A failure of one is no business of the next. */
export class FairGate {
  private tail: Promise<unknown> = Promise.resolve();

  /** Waits for everybody who came before, then runs `work` alone. */
  enter<T>(work: () => Promise<T> | T): Promise<T> {
    const turn = this.tail.then(work, work);
    this.tail = turn.catch(() => undefined);
    return turn;
  }
}
