import { fileURLToPath } from 'node:url';
import type { MonthPlan } from '../month/month-plan.js';
import { MonthSwarm, type MonthField, type PaperReplies } from '../month/month-swarm.js';
import type { MonthDiary } from '../month/diary.js';
import { timed } from '../month/observe.js';
import { usageOfAll } from '../measure/process-usage.js';
import { Child } from '../server/child.js';

const BARE_FILE = fileURLToPath(new URL('./bare-contest.js', import.meta.url));

/** A morning on which all registered people answer one after the other, so many at once. Times in ms. */
export interface MeasuredMorning {
  readonly diary: MonthDiary;
  readonly replies: PaperReplies;
  readonly registeredMs: number;
  readonly playedMs: number;
  /** Processor time of the server while papers were answered; null where the kernel does not say. */
  readonly cpuMs: number | null;
  readonly databaseCpuMs: number | null;
  readonly peakRssMb: number | null;
}

/** Registers everybody, then has everybody answer: only the second part is measured. */
export async function measuredMorning(
  plan: MonthPlan,
  field: MonthField,
  processes: { readonly pids: readonly number[]; readonly databasePid: number | null },
): Promise<MeasuredMorning> {
  const { pids, databasePid } = processes;
  const database = databasePid === null ? [] : [databasePid];
  const swarm = new MonthSwarm(plan, field);
  const registered = await timed(() => swarm.registerAll());
  const [before, databaseBefore] = [cpuOf(pids), cpuOf(database)];
  const played = await timed(() => swarm.playDay(1));
  return {
    ...{ diary: swarm.diary(), replies: swarm.lastReplies(), registeredMs: registered.ms, playedMs: played.ms },
    ...{ cpuMs: spent(before, cpuOf(pids)), databaseCpuMs: spent(databaseBefore, cpuOf(database)) },
    peakRssMb: Math.round((usageOfAll(pids)?.peakRssKb ?? 0) / 1_024) || null,
  };
}

/** The same morning against a Nest server that says the same and stores nothing. */
export async function bareMorning(plan: MonthPlan, replies: PaperReplies): Promise<MeasuredMorning> {
  const child = new Child(BARE_FILE, [], { cwd: process.cwd(), env: process.env });
  try {
    child.say(JSON.stringify(replies));
    const port = await child.printed((output) => /^listening (\d+)$/m.exec(output)?.[1] ?? null);
    const field = { origins: [`http://127.0.0.1:${port}`], contestId: 'bare', codes: new Map<number, string>() };
    return await measuredMorning(plan, field, { pids: [child.pid], databasePid: null });
  } finally {
    await child.stop();
  }
}

function cpuOf(pids: readonly number[]): number | null {
  return pids.length === 0 ? null : (usageOfAll(pids)?.cpuMs ?? null);
}

function spent(before: number | null, after: number | null): number | null {
  return before === null || after === null ? null : after - before;
}
