import { GroupCommit } from './group-commit.js';

type Outcome<Value> = { readonly value: Value } | { readonly error: unknown };

/** One transaction for what many want at once: what comes while one is under way travels with the next. */
export class SharedTransaction<Item, Value> {
  private readonly group: GroupCommit<Item, Outcome<Value>>;

  /**
   * @param write does the work of some items in one transaction and answers with one value per item, in order
   * @param most items per transaction: few enough that it is over within 20 ms
   */
  constructor(
    private readonly write: (items: readonly Item[]) => Promise<readonly Value[]>,
    most: number,
  ) {
    this.group = new GroupCommit((items) => this.outcomes(items), most, true);
  }

  /** Resolves after the commit; rejects with what went wrong with this very item. */
  async add(item: Item): Promise<Value> {
    const outcome = await this.group.add(item);
    if ('error' in outcome) throw outcome.error;
    return outcome.value;
  }

  /** A group that fails is tried one by one: what is wrong with one is no other's fault. */
  private async outcomes(items: readonly Item[]): Promise<Outcome<Value>[]> {
    try {
      return (await this.write(items)).map((value) => ({ value }));
    } catch (error) {
      if (items.length === 1) return [{ error }];
      const outcomes: Outcome<Value>[] = [];
      for (const item of items) outcomes.push(...(await this.outcomes([item])));
      return outcomes;
    }
  }
}
