/** Work that is done again and again: not while it is still being done, and never after `stop`. It deals with its own failures. */
export class Beat {
  private readonly timer: NodeJS.Timeout;
  private working: Promise<void> | null = null;

  constructor(work: () => Promise<void>, everyMs: number) {
    this.timer = setInterval(() => {
      this.working ??= work().finally(() => {
        this.working = null;
      });
    }, everyMs).unref();
  }

  /** Resolves when what is being done is over. */
  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.working;
  }
}
