import { parseArgs } from 'node:util';
import { LIMITS } from '@anquanli/contract/vocabulary';
import { FAULTS } from './faults/all-faults.js';
import { openFilesLimit } from './measure/process-usage.js';
import { type Target, TARGETS } from './server/product-server.js';

export interface RunOptions {
  readonly scenario: 'full-round';
  readonly target: Target;
  readonly players: number;
  readonly questions: number;
  /** Time limit of a question, seconds; all answers come within 2 s anyway. */
  readonly seconds: number;
  readonly threads: number;
  readonly seed: number;
  readonly isBaselineOnly: boolean;
}

export interface MonthOptions {
  readonly scenario: 'simulate-month';
  readonly target: Target;
  readonly units: number;
  readonly people: number;
  readonly days: number;
  readonly seed: number;
}

export interface MorningOptions {
  readonly scenario: 'contest-morning';
  readonly target: Target;
  readonly units: number;
  readonly people: number;
  readonly seed: number;
}

export interface StormOptions {
  readonly scenario: 'join-storm' | 'reconnect-storm';
  readonly target: Target;
  readonly players: number;
  /** Everybody joins within so many seconds; for join-storm alone. */
  readonly seconds: number;
  readonly threads: number;
  readonly seed: number;
}

export interface FaultOptions {
  readonly scenario: 'faults';
  /** The name of one, or `all`. */
  readonly fault: string;
  /** Null: where each is usually shown. */
  readonly target: Target | null;
  readonly players: number;
  /** The fault strikes in the last but one. */
  readonly questions: number;
  /** Rounds that are played at the same time. */
  readonly atOnce: number;
  readonly threads: number;
  readonly seed: number;
}

/** A mistake on the command line; the message says what to write instead. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export const USAGE = `npm run load -- full-round --players N --questions Q [options]
  --players N        2 to ${LIMITS.seatsPerRound} (default 500)
  --questions Q      1 to 20 (default 5)
  --seconds S        time limit of a question, 5 to 240 (default 10)
  --threads T        threads for the players, 1 to 8 (default 1)
  --baseline-only    measure the bare servers alone
npm run load -- join-storm --players N [options]
  --seconds S        in which all of them come, 1 to 240 (default 30)
npm run load -- reconnect-storm --players N [options]
npm run load -- contest-morning --people P [options]
  --units U          enterprises, 1 to 2,000 (default 200)
  --people P         1 to 50,000, all of whom answer (default 5,000)
npm run load -- simulate-month --units U --people P [options]
  --units U          enterprises, 1 to 2,000 (default 500)
  --people P         1 to 200,000 (default 5,000)
  --days D           1 to 60 (default 30)
npm run load -- faults --players N [options]
  --fault NAME       ${FAULTS.map(({ name }) => name).join(', ')}
                     or all (default)
  --questions Q      2 to 20 (default 3)
  --at-once R        rounds at the same time, 1 to 8 (default 1)
All of them
  --target embedded  the server with SQLite (default), mysql: with a MariaDB of the run's own, or
                     cluster: two servers that share MariaDB and Redis
  --seed S           other choices at other moments (default 1)`;

/** Files a process needs besides one per player. */
const OTHER_FILES = 200;

/** Reads the command line. Throws {@link UsageError}. */
export function readOptions(
  args: readonly string[],
): RunOptions | StormOptions | MorningOptions | MonthOptions | FaultOptions {
  const { values, positionals } = parsed(args);
  const [scenario, ...more] = positionals;
  if (more.length === 0 && scenario === 'full-round') return roundOptions(values);
  if (more.length === 0 && (scenario === 'join-storm' || scenario === 'reconnect-storm'))
    return stormOptions(scenario, values);
  if (more.length === 0 && scenario === 'contest-morning') return morningOptions(values);
  if (more.length === 0 && scenario === 'simulate-month') return monthOptions(values);
  if (more.length === 0 && scenario === 'faults') return faultOptions(values);
  throw new UsageError(
    'Name one scenario: full-round, join-storm, reconnect-storm, contest-morning, simulate-month or faults.',
  );
}

function targetOf({ target = 'embedded' }: Values): Target {
  const found = TARGETS.find((each) => each === target);
  if (found === undefined) throw new UsageError(`--target takes one of ${TARGETS.join(', ')}, not ${target}.`);
  return found;
}

type Values = ReturnType<typeof parsed>['values'];

function monthOptions(values: Values): MonthOptions {
  return {
    scenario: 'simulate-month',
    target: targetOf(values),
    units: whole('units', values.units ?? '500', 1, 2_000),
    people: whole('people', values.people ?? '5000', 1, 200_000),
    days: whole('days', values.days ?? '30', 1, 60),
    seed: whole('seed', values.seed ?? '1', 0, 1_000_000),
  };
}

function morningOptions(values: Values): MorningOptions {
  return {
    scenario: 'contest-morning',
    target: targetOf(values),
    units: whole('units', values.units ?? '200', 1, 2_000),
    people: whole('people', values.people ?? '5000', 1, 50_000),
    seed: whole('seed', values.seed ?? '1', 0, 1_000_000),
  };
}

function faultOptions(values: Values): FaultOptions {
  const { fault = 'all' } = values;
  const names = ['all', ...FAULTS.map(({ name }) => name)];
  if (!names.includes(fault)) throw new UsageError(`--fault takes one of ${names.join(', ')}, not ${fault}.`);
  return {
    scenario: 'faults',
    fault,
    target: values.target === undefined ? null : targetOf(values),
    players: playersOf({ players: '200', ...values }),
    questions: whole('questions', values.questions ?? '3', 2, 20),
    atOnce: whole('at-once', values['at-once'] ?? '1', 1, 8),
    threads: whole('threads', values.threads ?? '1', 1, 8),
    seed: whole('seed', values.seed ?? '1', 0, 1_000_000),
  };
}

function stormOptions(scenario: StormOptions['scenario'], values: Values): StormOptions {
  return {
    scenario,
    target: targetOf(values),
    players: playersOf(values),
    seconds: whole('seconds', values.seconds ?? '30', 1, 240),
    threads: whole('threads', values.threads ?? '1', 1, 8),
    seed: whole('seed', values.seed ?? '1', 0, 1_000_000),
  };
}

/** As many as this shell may open files for. */
function playersOf(values: Values): number {
  const players = whole('players', values.players ?? '500', 2, LIMITS.seatsPerRound);
  const files = openFilesLimit();
  if (files !== null && players + OTHER_FILES > files) {
    throw new UsageError(`This shell allows ${files} open files; ${players} players need more (ulimit -n).`);
  }
  return players;
}

function roundOptions(values: Values): RunOptions {
  return {
    scenario: 'full-round',
    target: targetOf(values),
    players: playersOf(values),
    questions: whole('questions', values.questions ?? '5', 1, 20),
    seconds: whole('seconds', values.seconds ?? '10', LIMITS.secondsPerQuestion.min, LIMITS.secondsPerQuestion.max),
    threads: whole('threads', values.threads ?? '1', 1, 8),
    seed: whole('seed', values.seed ?? '1', 0, 1_000_000),
    isBaselineOnly: values['baseline-only'] ?? false,
  };
}

function parsed(args: readonly string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        players: text,
        questions: text,
        seconds: text,
        target: text,
        threads: text,
        seed: text,
        units: text,
        people: text,
        days: text,
        fault: text,
        'at-once': text,
        'baseline-only': { type: 'boolean' },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function whole(name: string, text: string, min: number, max: number): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= min && value <= max) return value;
  throw new UsageError(`--${name} takes a whole number from ${min} to ${max}, not ${text}.`);
}
