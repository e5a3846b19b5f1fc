import { monotonicMs } from '../measure/monotonic.js';
import type { Struck } from './fault.js';
import { pause } from './pause.js';

/** Kills a part of the system without a word, and starts it again after so long. */
export async function killedFor(
  downMs: number,
  part: { kill(): Promise<void>; start(): Promise<void> } | null | undefined,
): Promise<Struck> {
  if (!part) throw new Error('there is nothing to kill');
  const from = monotonicMs();
  await part.kill();
  await pause(downMs);
  await part.start();
  return { from, to: monotonicMs() };
}
