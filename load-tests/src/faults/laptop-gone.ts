import { monotonicMs } from '../measure/monotonic.js';
import type { Fault } from './fault.js';

/** Its network dies without a word; the organiser signs in on a phone and leads the round to its end from there. */
export const laptopGone: Fault = {
  name: 'laptop-gone',
  what: 'the host’s laptop is gone, the round is taken over from a phone',
  targets: ['embedded', 'mysql', 'cluster'],
  needs: { cableFor: 'the host' },
  strikes: { at: 'open', afterMs: 2_000 },
  promises: { backWithinMs: 2_000, isTimeGivenBack: false, told: null },
  async strike({ cable, openConsole }) {
    const at = monotonicMs();
    cable.pull();
    return { from: at, to: at, host: await openConsole() };
  },
};
