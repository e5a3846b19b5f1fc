import { type Crowd, personId, pointsOf, regionNo } from './crowd.js';

export type Scope = 'all' | 'region' | 'unit';

/** The places of the first `count` people of a crowd, computed apart from the product: by sorting once, and by counting each time. */
export class ExpectedRanks {
  /** Numbers of people, the best first. */
  readonly order: Uint32Array;

  constructor(
    private readonly crowd: Crowd,
    readonly count: number,
  ) {
    this.order = Uint32Array.from({ length: count }, (_, no) => no).sort(
      (a, b) => this.compare(a, b) || (personId(a) < personId(b) ? -1 : 1),
    );
  }

  /** People of a scope around a person, and how many of them are better + 1. */
  place(scope: Scope, no: number): { place: number; people: number } {
    let [place, people] = [1, 0];
    for (let other = 0; other < this.count; other += 1) {
      if (!this.isWithin(scope, no, other)) continue;
      people += 1;
      if (this.compare(other, no) < 0) place += 1;
    }
    return { place, people };
  }

  /** Numbers of a page of the board around a person, in order. */
  page(scope: Scope, no: number, offset: number, size: number): number[] {
    if (scope === 'all') return [...this.order.subarray(offset, offset + size)];
    const within = this.order.filter((other) => this.isWithin(scope, no, other));
    return [...within.subarray(offset, offset + size)];
  }

  private isWithin(scope: Scope, no: number, other: number): boolean {
    const [own, theirs] = [this.crowd.unitNo[no] ?? -1, this.crowd.unitNo[other] ?? -1];
    if (scope === 'all') return true;
    return scope === 'unit' ? own === theirs : regionNo(own) === regionNo(theirs);
  }

  private compare(a: number, b: number): number {
    const { timeMs } = this.crowd;
    return pointsOf(this.crowd, b) - pointsOf(this.crowd, a) || (timeMs[a] ?? 0) - (timeMs[b] ?? 0);
  }
}
