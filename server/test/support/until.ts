import { setTimeout as pause } from 'node:timers/promises';

/** Waits until `look` gives something other than false, null or undefined; throws after `withinMs`. A throwing look counts as not yet. */
export async function until<T>(
  look: () => Promise<T | false | null | undefined> | T | false | null | undefined,
  withinMs = 10_000,
): Promise<T> {
  const deadline = performance.now() + withinMs;
  for (;;) {
    let problem: unknown = new Error('it never came true');
    try {
      const seen = await look();
      if (seen !== false && seen !== null && seen !== undefined) {
        return seen;
      }
    } catch (error) {
      problem = error;
    }
    if (performance.now() > deadline) {
      throw new Error(`Waited ${withinMs} ms in vain`, { cause: problem });
    }
    await pause(20);
  }
}
