/** People whose score has changed, until the board has it. */
export class BoardNews {
  private readonly people = new Set<string>();
  private hearing: Promise<void> | null = null;
  /** Begins when that has ended, with everybody who was added until then. */
  private next: Promise<void> | null = null;

  /** @param most so many are kept at the most; when they become more, all are forgotten: something else has to find them */
  constructor(
    private readonly take: (personIds: readonly string[]) => Promise<void>,
    private readonly most = Infinity,
  ) {}

  add(personId: string): void {
    this.people.add(personId);
    if (this.people.size > this.most) this.people.clear();
  }

  /** Resolves when the board has everything that was added: everybody finds the own last paper. What could not be taken stays. */
  hear(): Promise<void> {
    if (this.people.size === 0) return this.next ?? this.hearing ?? Promise.resolve();
    this.next ??= (this.hearing ?? Promise.resolve())
      .catch(() => undefined)
      .then(() => {
        this.next = null;
        this.hearing = this.takeAll().finally(() => {
          this.hearing = null;
        });
        return this.hearing;
      });
    return this.next;
  }

  private async takeAll(): Promise<void> {
    const people = [...this.people];
    this.people.clear();
    if (people.length === 0) return;
    try {
      await this.take(people);
    } catch (error) {
      for (const personId of people) this.add(personId);
      throw error;
    }
  }
}
