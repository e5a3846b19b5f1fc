import { describe, expect, it } from '@jest/globals';
import { FakeClock } from '../../../test/support/fake-clock.js';
import { createLog } from '../logging/log.js';
import type { UnitOfWork } from '../database/unit-of-work.js';
import { DatabaseClock } from './database-clock.js';

/** A database whose only row is its time. */
function aDatabase(at: () => number): UnitOfWork {
  const manager = { query: () => Promise.resolve([{ at: String(at()) }]) };
  return {
    read: (work: (given: typeof manager) => unknown) => Promise.resolve(work(manager)),
  } as unknown as UnitOfWork;
}

describe('the time of the database', () => {
  it('is told however far the own clock is off', async () => {
    const own = new FakeClock();
    const clock = new DatabaseClock(own);
    await clock.follow(
      aDatabase(() => own.now() - 5_250),
      createLog('silent'),
    );
    clock.stop();
    expect(clock.now()).toBe(own.now() - 5_250);
    own.advance(1_000);
    expect(clock.now()).toBe(own.now() - 5_250);
  });

  it('is the own time before it is known, and never goes back', () => {
    const own = new FakeClock();
    const clock = new DatabaseClock(own);
    const before = clock.now();
    expect(before).toBe(own.now());
    own.advance(-400);
    expect(clock.now()).toBe(before);
    own.advance(401);
    expect(clock.now()).toBe(before + 1);
  });
});
