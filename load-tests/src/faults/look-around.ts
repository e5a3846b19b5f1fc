import { monotonicMs } from '../measure/monotonic.js';
import type { RoundField } from '../round/in-round.js';
import type { ProductHost } from '../round/product-host.js';
import { pause } from './pause.js';
import { readTruth, type Truth, wrongOn } from './truth.js';

/** When everybody saw what the rows say, and who never did. */
export interface Sight {
  /** From `since` on; null when some never did. */
  readonly backMs: number | null;
  /** Who was left behind in the end, with what is wrong there. */
  readonly leftBehind: readonly string[];
  readonly truth: Truth;
}

const LOOK_EVERY_MS = 50;

/**
 * Looks at all phones and the console until each shows what the rows say. Nobody is touched: they heal by themselves or not.
 * @param isOver does the truth show that the fault is over? Before that it is nothing to be on time with
 */
export async function lookAround(
  { server, swarm, roundId }: Pick<RoundField, 'server' | 'swarm' | 'roundId'>,
  host: Pick<ProductHost, 'isConnected' | 'view'>,
  wait: { since: number; mostMs: number; isOver: (truth: Truth) => boolean },
): Promise<Sight> {
  for (;;) {
    const truth = await readTruth(server.rows, roundId);
    const screens = await swarm.screens();
    const lookedAt = monotonicMs();
    const leftBehind = screens.flatMap((screen) => {
      const wrong = wrongOn(screen, truth);
      return wrong === null ? [] : [`the phone of seat ${screen.seatNo} ${wrong}`];
    });
    if (!host.isConnected) leftBehind.push('the console is offline');
    else if (host.view?.version !== truth.version) leftBehind.push(`the console shows version ${host.view?.version}`);
    if (!wait.isOver(truth)) leftBehind.push('the time that was lost is not given back');
    if (leftBehind.length === 0) return { backMs: Math.round(lookedAt - wait.since), leftBehind, truth };
    if (lookedAt - wait.since > wait.mostMs) return { backMs: null, leftBehind, truth };
    await pause(LOOK_EVERY_MS);
  }
}
