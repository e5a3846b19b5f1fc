import { monotonicMs } from '../measure/monotonic.js';
import type { Fault } from './fault.js';

/** As an access point does that starts anew: phones and console come back by themselves, each after a moment of its own. */
export const socketsCut: Fault = {
  name: 'sockets-cut',
  what: 'all sockets cut at once while people answer',
  targets: ['embedded', 'mysql'],
  needs: { cableFor: 'everybody' },
  strikes: { at: 'open', afterMs: 2_000 },
  promises: { backWithinMs: 15_000, isTimeGivenBack: false, told: null },
  async strike({ cable }) {
    cable.cut();
    const at = monotonicMs();
    return { from: at, to: at };
  },
};
