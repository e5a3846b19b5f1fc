import { SCENARIOS } from '../scenarios/registry.js';
import { UsageError } from './command-line.js';
import { readOptions, usageOf } from './options.js';
import { checkedOut } from './runs/commit.js';
import { reportOfRuns } from './runs/runs-report.js';
import type { Outcome, Prepared } from './scenario.js';

/** No scenario takes longer than this; a run that hangs must not keep the machine. */
const MOST_MS = 60 * 60_000;

/** Ends with 0 when every promise was kept, 1 when one broke or the run failed, 2 for a wrong command line. */
async function main(): Promise<number> {
  const { summary, json, broken } = await outcomeOf(readOptions(process.argv.slice(2), SCENARIOS));
  process.stdout.write(`${summary}\n${JSON.stringify(json)}\n`);
  return broken.length === 0 ? 0 : 1;
}

/** Of one run its own; of several the medians, after a word on each. */
async function outcomeOf({ name, runs, options, run }: Prepared): Promise<Outcome> {
  if (runs === 1) return run();
  const outcomes: Outcome[] = [];
  for (let no = 0; no < runs; no += 1) {
    const outcome = await run(options.seed + no);
    process.stdout.write(`${outcome.summary}\n`);
    outcomes.push(outcome);
  }
  return reportOfRuns(name, outcomes, checkedOut());
}

setTimeout(() => {
  process.stderr.write(`The run took longer than ${MOST_MS / 60_000} minutes.\n`);
  process.exit(1);
}, MOST_MS).unref();

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

try {
  process.exitCode = await main();
} catch (error) {
  if (error instanceof UsageError) process.stderr.write(`${error.message}\n\n${usageOf(SCENARIOS)}\n`);
  else process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}
