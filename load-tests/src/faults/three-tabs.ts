import { monotonicMs } from '../measure/monotonic.js';
import type { Fault } from './fault.js';

export const threeTabs: Fault = {
  name: 'three-tabs',
  what: 'everybody sends the same answer ten times at once from three tabs',
  targets: ['embedded', 'mysql', 'cluster'],
  strikes: { at: 'open', afterMs: -2_800 },
  promises: { backWithinMs: 2_000, isTimeGivenBack: false, told: null },
  async strike({ swarm }) {
    await swarm.openTabs();
    const at = monotonicMs();
    return { from: at, to: at };
  },
};
