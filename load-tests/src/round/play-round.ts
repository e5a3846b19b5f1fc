import type { Swarm } from '../bots/swarm.js';
import { usageOfAll } from '../measure/process-usage.js';
import type { RoundDriver } from './round-driver.js';

/** When the host ordered what (monotonic ms, by questionNo − 1), and what the server used from the first order to the last. */
export interface RoundCourse {
  readonly openSentAt: number[];
  readonly revealSentAt: number[];
  readonly cpuMs: number | null;
}

const PATIENCE_MS = 20_000;
/** A host takes a breath between two orders; less would measure the rest of the broadcast before. */
const BREATH_MS = 200;

/** Plays all questions. A milestone that some never reach does not stop the round: it shows in their diaries. */
export async function playRound(
  driver: RoundDriver,
  swarm: Pick<Swarm, 'reached'>,
  run: { questions: number; pids: readonly number[] },
): Promise<RoundCourse> {
  const before = usageOfAll(run.pids);
  const openSentAt: number[] = [];
  const revealSentAt: number[] = [];
  for (let questionNo = 1; questionNo <= run.questions; questionNo += 1) {
    openSentAt.push(await driver.open(questionNo));
    await swarm.reached('question_open', questionNo, PATIENCE_MS);
    await driver.closed(questionNo);
    await swarm.reached('question_closed', questionNo, PATIENCE_MS);
    revealSentAt.push(await driver.reveal(questionNo));
    await swarm.reached('standing', questionNo, PATIENCE_MS);
    await driver.leaderboard(questionNo);
    await swarm.reached('leaderboard', questionNo, PATIENCE_MS);
    await new Promise((resolve) => setTimeout(resolve, BREATH_MS));
  }
  const after = usageOfAll(run.pids);
  await driver.finish();
  const cpuMs = before === null || after === null ? null : after.cpuMs - before.cpuMs;
  return { openSentAt, revealSentAt, cpuMs };
}
