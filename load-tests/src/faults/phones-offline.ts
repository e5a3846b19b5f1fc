import { monotonicMs } from '../measure/monotonic.js';
import type { Fault } from './fault.js';
import { pause } from './pause.js';

const AWAY_MS = 20_000;

/** Cut off just before the opening: the people choose on a phone that has no network, and is not told so. */
export const phonesOffline: Fault = {
  name: 'phones-offline',
  what: 'every fourth phone offline for 20 s with an answer chosen',
  targets: ['embedded', 'mysql'],
  needs: { cableFor: 'some phones' },
  strikes: { at: 'open', afterMs: -300 },
  promises: { backWithinMs: 8_000, isTimeGivenBack: false, told: null },
  async strike({ cable }) {
    cable.pull();
    await pause(AWAY_MS);
    cable.plugIn();
    const at = monotonicMs();
    // The hall could answer all the time.
    return { from: at, to: at };
  },
};
