import { percentile, rounded } from '../measure/percentile.js';
import type { MonthVerdict } from '../month/compare.js';
import { brokenInMonth } from '../month/month-report.js';
import type { CommonOptions } from '../scenario.js';
import type { MeasuredMorning } from './measured-morning.js';

export interface MorningOptions extends CommonOptions {
  readonly units: number;
  readonly people: number;
  /** Servers of a cluster. */
  readonly nodes: number;
}

export interface MorningFindings {
  readonly options: MorningOptions;
  readonly product: MeasuredMorning;
  readonly bare: MeasuredMorning;
  readonly verdict: MonthVerdict;
}

/** The machine-readable result, the last line of the output. */
export function jsonOfMorning(findings: MorningFindings): object {
  const { options, product, bare, verdict } = findings;
  const { examples: _, ...counts } = verdict;
  return {
    ...{ scenario: 'contest-morning', target: options.target, units: options.units, players: options.people },
    ...(options.target === 'cluster' && { nodes: options.nodes }),
    ...{ questions: 5, answersSent: product.diary.answersSent, answersAcked: product.diary.answersAcked, ...counts },
    ...figuresOf(product),
    registrationsPerSecond: rounded(options.people / (product.registeredMs / 1_000)),
    databaseCpuMsPerAttempt: perPaper(product, product.databaseCpuMs),
    peakRssMb: product.peakRssMb,
    baseline: figuresOf(bare),
    brokenPromises: brokenInMonth({ verdict, diary: product.diary }),
  };
}

/** The result for people. */
export function summaryOfMorning(findings: MorningFindings): string {
  const { options, product, bare, verdict } = findings;
  const broken = brokenInMonth({ verdict, diary: product.diary });
  const columns = [product, bare];
  const line = (name: string, value: (morning: MeasuredMorning) => string | number | null) =>
    name.padEnd(38) + columns.map((morning) => String(value(morning) ?? '–').padStart(22)).join('');
  const times = (of: 'start' | 'answer' | 'submit') => (morning: MeasuredMorning) =>
    [0.5, 0.99, 1].map((share) => Math.round(percentile(morning.diary.times[of], share) ?? 0)).join('/');
  return [
    '',
    `contest-morning on ${options.target}, ${options.people} people, ${options.units} units`,
    ''.padEnd(38) + ['product', 'bare Nest'].map((name) => name.padStart(22)).join(''),
    line('whole papers a second', papersPerSecond),
    line('start p50/p99/max ms', times('start')),
    line('answer p50/p99/max ms', times('answer')),
    line('hand-in p50/p99/max ms', times('submit')),
    line('CPU ms per paper', (morning) => perPaper(morning, morning.cpuMs)),
    line('CPU ms of the database per paper', (morning) => perPaper(morning, morning.databaseCpuMs)),
    ...verdict.examples.map((example) => `  ${example}`),
    ...broken.map((promise) => `BROKEN  ${promise}`),
    broken.length === 0 ? 'Every paper is stored once; every board and report is right.' : '',
    '',
  ].join('\n');
}

function figuresOf(morning: MeasuredMorning): object {
  const { start, answer, submit } = morning.diary.times;
  const p = (values: readonly number[], share: number) => rounded(percentile(values, share));
  return {
    attemptsPerSecond: papersPerSecond(morning),
    ...{ startP50Ms: p(start, 0.5), startP99Ms: p(start, 0.99), ackP50Ms: p(answer, 0.5), ackP99Ms: p(answer, 0.99) },
    ...{ submitP50Ms: p(submit, 0.5), submitP99Ms: p(submit, 0.99) },
    cpuMsPerAttempt: perPaper(morning, morning.cpuMs),
  };
}

function papersPerSecond({ diary, playedMs }: MeasuredMorning): number | null {
  return rounded(diary.papers.length / (playedMs / 1_000));
}

function perPaper({ diary }: MeasuredMorning, cpuMs: number | null): number | null {
  return cpuMs === null || diary.papers.length === 0 ? null : rounded(cpuMs / diary.papers.length);
}
