import { fileURLToPath } from 'node:url';
import { Swarm, type SwarmPlan } from '../bots/swarm.js';
import { measuredRound, type MeasuredRound } from '../round/measured-round.js';
import { Child } from '../server/child.js';
import { BaselineHost } from './baseline-host.js';
import type { QuestionScript } from './script.js';

export type BaselineKind = 'socket.io' | 'nest';

const MAIN_FILE = fileURLToPath(new URL('./main.js', import.meta.url));

export type BaselinePlan = Omit<SwarmPlan, 'origins' | 'roundId' | 'joinToken'>;

/** A bare server, the swarm that plays on it, and the one who speaks for it. */
export interface BareField {
  readonly swarm: Swarm;
  readonly host: BaselineHost;
  readonly pid: number;
}

/** The same round with the same swarm against a bare server in a process of its own. */
export function runBaseline(
  kind: BaselineKind,
  script: readonly QuestionScript[],
  plan: BaselinePlan,
): Promise<MeasuredRound> {
  return onBareServer(kind, script, plan, ({ swarm, host, pid }) =>
    measuredRound(swarm, host, { players: plan.players, questions: script.length, pids: [pid] }),
  );
}

/** Starts the bare server and ends everything afterwards. */
export async function onBareServer<T>(
  kind: BaselineKind,
  script: readonly QuestionScript[],
  plan: BaselinePlan,
  work: (field: BareField) => Promise<T>,
): Promise<T> {
  const child = new Child(MAIN_FILE, [kind], { cwd: process.cwd(), env: process.env });
  try {
    const port = await child.printed((output) => /^listening (\d+)$/m.exec(output)?.[1] ?? null);
    const origin = `http://127.0.0.1:${port}`;
    const swarm = new Swarm({
      ...plan,
      questions: script.length,
      origins: [origin],
      roundId: 'baseline',
      joinToken: null,
    });
    const host = new BaselineHost(origin, script, swarm);
    try {
      return await work({ swarm, host, pid: child.pid });
    } finally {
      host.close();
      await swarm.leave();
    }
  } finally {
    await child.stop();
  }
}
