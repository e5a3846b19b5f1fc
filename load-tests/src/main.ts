import { contestMorning } from '../scenarios/contest-morning.js';
import { faults } from '../scenarios/faults.js';
import { fullRound } from '../scenarios/full-round.js';
import { joinStorm, reconnectStorm } from '../scenarios/storms.js';
import { simulateMonth } from '../scenarios/simulate-month.js';
import { brokenIn, jsonOfFaults, summaryOfFaults } from './faults/fault-report.js';
import { brokenInMonth, jsonOfMonth, summaryOfMonth } from './month/month-report.js';
import { jsonOfMorning, summaryOfMorning } from './morning/morning-report.js';
import { readOptions, USAGE, UsageError } from './options.js';
import { reportOfJoinStorm, reportOfReconnectStorm } from './storm/storm-report.js';
import { brokenPromises, jsonOf, summaryOf } from './report.js';

/** No scenario takes longer than this; a run that hangs must not keep the machine. */
const MOST_MS = 60 * 60_000;

/** Ends with 0 when every promise was kept, 1 when one broke or the run failed, 2 for a wrong command line. */
async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2));
  if (options.scenario === 'simulate-month') {
    const month = await simulateMonth(options, options.target);
    process.stdout.write(`${summaryOfMonth(month)}\n${JSON.stringify(jsonOfMonth(month))}\n`);
    return brokenInMonth(month).length === 0 ? 0 : 1;
  }
  if (options.scenario === 'contest-morning') {
    const morning = await contestMorning(options);
    process.stdout.write(`${summaryOfMorning(morning)}\n${JSON.stringify(jsonOfMorning(morning))}\n`);
    return brokenInMonth({ verdict: morning.verdict, diary: morning.product.diary }).length === 0 ? 0 : 1;
  }
  if (options.scenario === 'faults') {
    const outcomes = await faults(options);
    process.stdout.write(`${summaryOfFaults(options, outcomes)}\n${JSON.stringify(jsonOfFaults(options, outcomes))}\n`);
    return outcomes.some((outcome) => brokenIn(outcome).length > 0) ? 1 : 0;
  }
  if (options.scenario !== 'full-round') {
    const isJoining = options.scenario === 'join-storm';
    const { summary, json, broken } = isJoining
      ? reportOfJoinStorm(await joinStorm(options))
      : reportOfReconnectStorm(await reconnectStorm(options));
    process.stdout.write(`${summary}\n${JSON.stringify(json)}\n`);
    return broken.length === 0 ? 0 : 1;
  }
  const findings = await fullRound(options);
  process.stdout.write(`${summaryOf(findings)}\n${JSON.stringify(jsonOf(findings))}\n`);
  return brokenPromises(findings).length === 0 ? 0 : 1;
}

setTimeout(() => {
  process.stderr.write(`The run took longer than ${MOST_MS / 60_000} minutes.\n`);
  process.exit(1);
}, MOST_MS).unref();

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

try {
  process.exitCode = await main();
} catch (error) {
  if (error instanceof UsageError) process.stderr.write(`${error.message}\n\n${USAGE}\n`);
  else process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}
