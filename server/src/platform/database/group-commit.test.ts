import { describe, expect, it } from '@jest/globals';
import { until } from '../../../test/support/until.js';
import { GroupCommit } from './group-commit.js';

/** A write that waits until the test lets it end. */
class HeldWrites {
  readonly batches: (readonly string[])[] = [];
  private endings: ((error?: Error) => void)[] = [];

  readonly write = (items: readonly string[]): Promise<string[]> => {
    this.batches.push(items);
    return new Promise((resolve, reject) => {
      this.endings.push((error) => (error ? reject(error) : resolve(items.map((item) => `${item}!`))));
    });
  };

  /** Ends the oldest write that is under way. */
  async end(error?: Error): Promise<void> {
    const ending = await until(() => this.endings.shift());
    ending(error);
  }
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('a group commit', () => {
  it('carries what came in one turn of the loop in one write, and answers each in order', async () => {
    const writes = new HeldWrites();
    const group = new GroupCommit(writes.write, 100);
    const outcomes = Promise.all(['a', 'b', 'c'].map((item) => group.add(item)));
    await writes.end();
    expect(await outcomes).toEqual(['a!', 'b!', 'c!']);
    expect(writes.batches).toEqual([['a', 'b', 'c']]);
  });

  it('collects what comes during a write for the next one, and never writes two at a time', async () => {
    const writes = new HeldWrites();
    const group = new GroupCommit(writes.write, 100);
    const first = group.add('a');
    await until(() => writes.batches.length === 1);
    const later = ['b', 'c', 'd'].map((item) => group.add(item));
    await turn();
    expect(writes.batches).toEqual([['a']]);
    expect(group.depth).toBe(4);
    await writes.end();
    expect(await first).toBe('a!');
    await writes.end();
    expect(await Promise.all(later)).toEqual(['b!', 'c!', 'd!']);
    expect(writes.batches).toEqual([['a'], ['b', 'c', 'd']]);
  });

  it('splits what is too much for one write, in order', async () => {
    const written: number[][] = [];
    const group = new GroupCommit<number, number>(async (items) => {
      written.push([...items]);
      await turn();
      return items;
    }, 4);
    const numbers = Array.from({ length: 10 }, (_, index) => index);
    expect(await Promise.all(numbers.map((number) => group.add(number)))).toEqual(numbers);
    expect(written).toEqual([
      [0, 1, 2, 3],
      [4, 5, 6, 7],
      [8, 9],
    ]);
  });

  it('that is eager writes five whole batches though the loop, busy with thousands of sockets, does not turn', async () => {
    let turns = 0;
    setImmediate(() => (turns += 1));
    const sizes: number[] = [];
    const write = (items: readonly number[]) => {
      sizes.push(items.length);
      return Promise.resolve(items);
    };
    const group = new GroupCommit(write, 4, true);
    const numbers = Array.from({ length: 23 }, (_, no) => no);
    const outcomes = numbers.map((no) => group.add(no));
    expect(await Promise.all(outcomes)).toEqual(numbers);
    expect([sizes, turns]).toEqual([[4, 4, 4, 4, 4, 3], 0]);
    const [first] = await Promise.all([group.add(23), turn()]);
    expect([first, turns]).toEqual([23, 1]);
  });

  it('that fails fails for its own items alone: the next one is written', async () => {
    const writes = new HeldWrites();
    const group = new GroupCommit(writes.write, 2);
    const fates = Promise.allSettled(['a', 'b', 'c'].map((item) => group.add(item)));
    await writes.end(new Error('disk full'));
    await writes.end();
    expect(await fates).toMatchObject([
      { status: 'rejected', reason: { message: 'disk full' } },
      { status: 'rejected', reason: { message: 'disk full' } },
      { status: 'fulfilled', value: 'c!' },
    ]);
    const after = group.add('d');
    await writes.end();
    expect(await after).toBe('d!');
  });

  it('whose write throws before it begins fails in the same way', async () => {
    let calls = 0;
    const group = new GroupCommit<string, string>((items) => {
      calls += 1;
      if (calls === 1) throw new Error('no connection');
      return Promise.resolve([...items]);
    }, 10);
    await expect(group.add('a')).rejects.toThrow('no connection');
    expect(await group.add('b')).toBe('b');
  });

  it('with an answer missing fails the item that got none, and no other', async () => {
    const group = new GroupCommit<string, string>((items) => Promise.resolve(items.slice(0, 1)), 10);
    expect(await Promise.allSettled([group.add('a'), group.add('b')])).toMatchObject([
      { status: 'fulfilled', value: 'a' },
      { status: 'rejected', reason: { message: 'a group commit answered with too few outcomes' } },
    ]);
  });

  it('lets an item that is added on an answer ride in the next write', async () => {
    const group = new GroupCommit<number, number>((items) => Promise.resolve(items.map((item) => item + 1)), 10);
    expect(await group.add(1).then((answer) => group.add(answer))).toBe(3);
  });
});

describe('an idle group commit', () => {
  it('is idle at once, and again only when the last write has ended', async () => {
    const writes = new HeldWrites();
    const group = new GroupCommit(writes.write, 1);
    await group.idle();
    expect(group.depth).toBe(0);
    const fates = Promise.allSettled([group.add('a'), group.add('b')]);
    let isIdle = false;
    const idle = group.idle().then(() => (isIdle = true));
    await writes.end();
    await until(() => writes.batches.length === 2);
    expect(isIdle).toBe(false);
    await writes.end(new Error('also when the last one fails'));
    await idle;
    expect((await fates).map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    expect(group.depth).toBe(0);
  });
});
