import { inParallel } from '../src/bots/in-parallel.js';
import { playersOf, seedOf, targetOf, threadsOf, UsageError, type Values, whole } from '../src/command-line.js';
import { FAULTS } from '../src/faults/all-faults.js';
import type { Fault } from '../src/faults/fault.js';
import { type FaultOptions, type FaultOutcome, reportOfFaults } from '../src/faults/fault-report.js';
import { missingFor } from '../src/faults/needs.js';
import { playWithFault } from '../src/faults/play-with-fault.js';
import { scenario } from '../src/scenario.js';
import { NotPossibleHere } from '../src/server/parts.js';
import type { Target } from '../src/server/product-server.js';

/*
 * What goes wrong in a hall: one round for each fault, on a server of its own, with everybody playing and everything verified.
 * Limits: loopback only; processes, sockets and disks fail, machines do not.
 */

const ANSWER_WITHIN_MS = 4_000;
/** Long enough for a phone that is away for 20 s, and comes back after a few more. */
const SECONDS = 45;

const NAMES = FAULTS.map(({ name }) => name);

export const faultsScenario = scenario<FaultOptions>({
  name: 'faults',
  usage: `[options]
  --players N        as in full-round (default 200)
  --fault NAME       all (default), or one of
                     ${NAMES.slice(0, 5).join(', ')},
                     ${NAMES.slice(5, 9).join(', ')},
                     ${NAMES.slice(9).join(', ')}
  --questions Q      2 to 20 (default 3)
  --at-once R        rounds at the same time, 1 to 8 (default 1)`,
  flags: ['fault', 'players', 'questions', 'at-once', 'threads'],
  read: (values) => ({
    fault: faultOf(values),
    target: targetOf(values),
    players: playersOf({ players: '200', ...values }),
    questions: whole(values, 'questions', 3, [2, 20]),
    atOnce: whole(values, 'at-once', 1, [1, 8]),
    threads: threadsOf(values),
    seed: seedOf(values),
  }),
  run: async (options) => reportOfFaults(options, await faults(options)),
});

function faultOf({ fault = 'all' }: Values): string {
  const found = ['all', ...NAMES].find((each) => each === fault);
  if (found === undefined) throw new UsageError(`--fault takes all or one of ${NAMES.join(', ')}, not ${fault}.`);
  return found;
}

/** One outcome for each fault that was asked for, in their order. */
function faults(options: FaultOptions): Promise<FaultOutcome[]> {
  const wanted = FAULTS.filter(({ name }) => options.fault === 'all' || options.fault === name);
  return inParallel(wanted.length, options.atOnce, (index) => meet(wanted[index] as Fault, options));
}

async function meet(fault: Fault, options: FaultOptions): Promise<FaultOutcome> {
  const target = targetFor(fault, options.target);
  const head = { fault: fault.name, target };
  const missing = missingFor(target);
  if (missing.length > 0) return skipped(head, `${missing.join(' and ')} missing`, process.env['CI'] !== 'true');
  try {
    const hall = { seconds: SECONDS, answerWithinMs: ANSWER_WITHIN_MS };
    const size = { ...options, target, ...hall, ...fault.hall };
    const findings = await playWithFault(fault, size);
    process.stderr.write(`${fault.name} on ${target}: played\n`);
    return { ...head, findings };
  } catch (error) {
    if (error instanceof NotPossibleHere) return skipped(head, error.message, true);
    return { ...head, failed: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

/** Where it was asked for, if it can be shown there; else where it usually is. */
function targetFor({ targets }: Fault, wanted: Target): Target {
  return targets.find((each) => each === wanted) ?? targets[0];
}

function skipped(head: { fault: string; target: Target }, why: string, isAllowed: boolean): FaultOutcome {
  process.stderr.write(`\n*** ${head.fault} is SKIPPED: ${why}. ***\n`);
  return { ...head, skipped: why, isAllowed };
}
