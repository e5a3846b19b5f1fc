/** People whose score has changed, until the board has it. */
export class BoardNews {
  private readonly people = new Set<string>();
  private hearing: Promise<void> = Promise.resolve();

  constructor(private readonly take: (personIds: readonly string[]) => Promise<void>) {}

  add(personId: string): void {
    this.people.add(personId);
  }

  /** Resolves when the board has everything that was added: everybody finds the own last paper. What could not be taken stays. */
  hear(): Promise<void> {
    if (this.people.size === 0) return this.hearing;
    const people = [...this.people];
    this.people.clear();
    this.hearing = this.hearing
      .catch(() => undefined)
      .then(() => this.take(people))
      .catch((error: unknown) => {
        for (const personId of people) this.people.add(personId);
        throw error;
      });
    return this.hearing;
  }
}
