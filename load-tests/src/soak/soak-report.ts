import { rounded } from '../measure/percentile.js';
import type { CommonOptions, Outcome } from '../scenario.js';
import { type Course, courseOf } from './flat.js';
import type { Sample } from './sample.js';

export interface SoakOptions extends CommonOptions {
  readonly minutes: number;
  readonly players: number;
  readonly questions: number;
  readonly seconds: number;
  readonly threads: number;
  /** No more rounds than this. */
  readonly rounds: number;
  /** So much longer takes every commit. */
  readonly slowDiskMs: number;
}

/** One of the rounds: what it broke, what the server held afterwards. */
export interface SoakedRound {
  readonly broken: readonly string[];
  readonly answersSent: number;
  readonly answersAcked: number;
  readonly ackP99Ms: number | null;
  readonly fanoutP99Ms: number | null;
  readonly resultsP99Ms: number | null;
  readonly sample: Sample;
}

/** Resident memory follows the heap in steps of the allocator, so it may move more than the heap. */
const RULES = {
  heapMb: { tolerance: 0.05, least: 3 },
  rssMb: { tolerance: 0.1, least: 16 },
  handles: { tolerance: 0, least: 5 },
} as const;
type Watched = keyof typeof RULES;
const WATCHED = Object.keys(RULES) as Watched[];

/** Flat where each of the watched figures is, and nothing may be left of a round that has ended. */
export function reportOfSoak(options: SoakOptions, rounds: readonly SoakedRound[]): Outcome {
  const courses = WATCHED.map((name) => {
    const readings = rounds.map(({ sample }) => sample[name]);
    return { name, ...courseOf(readings, RULES[name]) };
  });
  const broken = [
    ...rounds.flatMap((round, index) =>
      [...round.broken, ...leftOf(round.sample)].map((what) => `round ${index + 1}: ${what}`),
    ),
    ...courses.flatMap((course) => (course.isFlat === false ? [`not flat: ${sentenceOf(course)}`] : [])),
  ];
  const sum = (of: (round: SoakedRound) => number) => rounds.reduce((total, round) => total + of(round), 0);
  const json = {
    scenario: 'soak',
    ...options,
    played: rounds.length,
    answersSent: sum(({ answersSent }) => answersSent),
    answersAcked: sum(({ answersAcked }) => answersAcked),
    flat: Object.fromEntries(
      courses.map(({ name, isFlat, growth, allowed }) => [
        name,
        { isFlat, growth: rounded(growth), allowed: rounded(allowed) },
      ]),
    ),
    samples: rounds.map(({ sample, ackP99Ms, fanoutP99Ms, resultsP99Ms }) => ({
      ...Object.fromEntries(Object.entries(sample).map(([name, value]) => [name, rounded(value as number)])),
      ...{ ackP99Ms, fanoutP99Ms, resultsP99Ms },
    })),
    brokenPromises: broken,
  };
  return { json, broken, summary: summaryOf(options, rounds, courses, broken) };
}

function leftOf({ seatsOnline, journal }: Sample): string[] {
  return [
    ...(seatsOnline === 0 ? [] : [`${seatsOnline} seats online though everybody has gone`]),
    ...(journal === 0 ? [] : [`${journal} answers wait for their commit`]),
  ];
}

function sentenceOf({ name, growth, allowed }: Course & { name: string }): string {
  return `${name} grew by ${rounded(growth)} after the warm-up, ${rounded(allowed)} is allowed`;
}

const COLUMNS = ['rssMb', 'heapMb', 'handles', 'seatsOnline', 'journal', 'roundsInMemory'] as const;

function summaryOf(
  { target, players }: SoakOptions,
  rounds: readonly SoakedRound[],
  courses: readonly (Course & { name: string })[],
  broken: readonly string[],
): string {
  const row = (cells: readonly (string | number | null)[]) =>
    cells.map((cell) => String(cell ?? '–').padStart(15)).join('');
  return [
    '',
    `soak on ${target}, ${players} players, ${rounds.length} rounds one after the other`,
    row(['round', 'ack p99 ms', ...COLUMNS]),
    ...rounds.map(({ sample, ackP99Ms }, i) => row([i + 1, ackP99Ms, ...COLUMNS.map((name) => rounded(sample[name]))])),
    ...courses.map((course) => `${VERDICTS[String(course.isFlat)]}  ${sentenceOf(course)}`),
    ...broken.map((promise) => `BROKEN  ${promise}`),
    broken.length === 0 ? 'Every answer of every round is stored once, every total and rank is right.' : '',
    '',
  ].join('\n');
}

const VERDICTS: Readonly<Record<string, string>> = { true: 'flat     ', false: 'NOT FLAT ', null: 'too short' };
