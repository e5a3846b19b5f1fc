import { describe, expect, it } from '@jest/globals';
import { Turns } from './turns.js';

/** Works for so long, and counts how often others had their turn. */
async function work(ms: number): Promise<number> {
  const turns = new Turns();
  const endsAt = performance.now() + ms;
  let others = 0;
  const other = () => {
    others += 1;
    next = setImmediate(other);
  };
  let next = setImmediate(other);
  while (performance.now() < endsAt) await turns.between();
  clearImmediate(next);
  return others;
}

describe('long work', () => {
  it('lets others have their turn again and again', async () => {
    expect(await work(100)).toBeGreaterThanOrEqual(5);
  });

  it('that is over soon goes through in one', async () => {
    expect(await work(0)).toBe(0);
  });
});
