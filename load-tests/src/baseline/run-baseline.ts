import { fileURLToPath } from 'node:url';
import { Swarm, type SwarmPlan } from '../bots/swarm.js';
import { measuredRound, type MeasuredRound } from '../round/measured-round.js';
import { Child } from '../server/child.js';
import { BaselineHost } from './baseline-host.js';
import type { QuestionScript } from './script.js';

export type BaselineKind = 'socket.io' | 'nest';

const MAIN_FILE = fileURLToPath(new URL('./main.js', import.meta.url));

/** The same round with the same swarm against a bare server in a process of its own. */
export async function runBaseline(
  kind: BaselineKind,
  script: readonly QuestionScript[],
  plan: Omit<SwarmPlan, 'origins' | 'roundId' | 'joinToken'>,
): Promise<MeasuredRound> {
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
      return await measuredRound(swarm, host, { players: plan.players, questions: script.length, pids: [child.pid] });
    } finally {
      host.close();
      await swarm.leave();
    }
  } finally {
    await child.stop();
  }
}
