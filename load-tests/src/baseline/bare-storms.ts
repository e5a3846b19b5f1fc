import { LIMITS } from '@anquanli/contract/vocabulary';
import type { StormTimes } from '../bots/crew.js';
import type { SwarmPlan } from '../bots/swarm.js';
import { onBareServer } from './run-baseline.js';
import { ordinaryScript } from './script.js';

/*
 * The storms on a bare Nest gateway: as many sockets in the same pattern. It knows no seats, so nobody takes one over HTTP: what is left is opening
 * the sockets, saying the screen and, to those who come back, the own part.
 */

type StormPlan = Omit<SwarmPlan, 'origins' | 'roundId' | 'joinToken' | 'questions'>;

const QUESTIONS = 2;

/** Everybody connects within so long. */
export function bareJoinStorm(plan: StormPlan, withinMs: number): Promise<StormTimes> {
  return onBareServer('nest', ordinaryScript(QUESTIONS), { ...plan, questions: QUESTIONS }, async ({ swarm, host }) => {
    await host.begin();
    return swarm.storm(withinMs);
  });
}

/** All connections end so long after the second question has opened. How long each took to be back, ms. */
export function bareReconnectStorm(plan: StormPlan, cut: { afterMs: number; patienceMs: number }): Promise<number[]> {
  return onBareServer('nest', ordinaryScript(QUESTIONS), { ...plan, questions: QUESTIONS }, async ({ swarm, host }) => {
    await host.begin();
    await swarm.join();
    await swarm.connect();
    await host.open(1);
    await host.closed(1);
    await host.reveal(1);
    await swarm.reached('standing', 1, cut.patienceMs);
    await host.open(2);
    await new Promise((resolve) => setTimeout(resolve, LIMITS.leadMs + cut.afterMs));
    return swarm.cut(cut.patienceMs);
  });
}
