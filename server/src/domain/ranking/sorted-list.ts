/** Half of it is moved by one insertion, at most. */
const CHUNK = 1_024;

/**
 * Values in order, with the number of those before any value: counted in chunks, so that a million takes some microseconds. `order` gives 0 for
 * nothing but the same value.
 */
export class SortedList<T> {
  private readonly chunks: T[][] = [];
  private count = 0;

  constructor(private readonly order: (a: T, b: T) => number) {}

  get size(): number {
    return this.count;
  }

  add(value: T): void {
    const no = Math.max(0, this.chunkBefore(value));
    const chunk = this.chunks[no];
    this.count += 1;
    if (chunk === undefined) {
      this.chunks.push([value]);
      return;
    }
    chunk.splice(this.countIn(chunk, value), 0, value);
    if (chunk.length > CHUNK) this.chunks.splice(no + 1, 0, chunk.splice(CHUNK / 2));
  }

  /** Nothing happens when it is not there. */
  remove(value: T): void {
    const no = Math.max(0, this.chunkBefore(value));
    // The first of a chunk is not before itself.
    for (const each of [no, no + 1]) {
      const chunk = this.chunks[each];
      const found = chunk === undefined ? undefined : chunk[this.countIn(chunk, value)];
      if (chunk === undefined || found === undefined || this.order(found, value) !== 0) continue;
      chunk.splice(this.countIn(chunk, value), 1);
      if (chunk.length === 0) this.chunks.splice(each, 1);
      this.count -= 1;
      return;
    }
  }

  /** How many come before a value, which need not be there; where it is known, not fewer than `low` and not more than `high`. */
  countBefore(value: T, low = 0, high = this.count): number {
    const [only] = this.chunks;
    if (only === undefined) return 0;
    if (this.chunks.length === 1) return this.countIn(only, value, low, high);
    const no = this.chunkBefore(value);
    const last = this.chunks[no];
    if (last === undefined) return 0;
    let before = this.countIn(last, value);
    for (let each = 0; each < no; each += 1) before += this.chunks[each]?.length ?? 0;
    return before;
  }

  /** From the value at an index on, counted from 0. */
  *from(index: number): Generator<T, void, void> {
    let skip = index;
    for (const chunk of this.chunks) {
      if (skip >= chunk.length) {
        skip -= chunk.length;
        continue;
      }
      for (let at = skip; at < chunk.length; at += 1) yield chunk[at] as T;
      skip = 0;
    }
  }

  at(index: number): T | undefined {
    let skip = index;
    for (const chunk of this.chunks) {
      if (skip < chunk.length) return chunk[skip];
      skip -= chunk.length;
    }
    return undefined;
  }

  /** The last chunk that begins before a value; −1 when none does. */
  private chunkBefore(value: T): number {
    let [low, high] = [0, this.chunks.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const first = this.chunks[middle]?.[0];
      if (first !== undefined && this.order(first, value) < 0) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  private countIn(chunk: readonly T[], value: T, least = 0, most = chunk.length): number {
    let [low, high] = [least, most];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.order(chunk[middle] as T, value) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
