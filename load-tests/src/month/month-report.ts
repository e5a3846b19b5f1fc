import { percentile, rounded } from '../measure/percentile.js';
import type { Target } from '../server/product-server.js';
import type { MonthVerdict } from './compare.js';
import type { MonthDiary } from './diary.js';
import type { MonthSize } from './month-plan.js';
import type { Observation } from './observe.js';

/** What a simulated month found. Times in ms. */
export interface MonthFindings extends Pick<Observation, 'boardsMs' | 'reportsMs'> {
  readonly target: Target;
  readonly size: MonthSize;
  readonly diary: MonthDiary;
  readonly verdict: MonthVerdict;
  readonly playedMs: number;
  readonly importMs: number;
  readonly cpuMs: number | null;
  readonly peakRssMb: number | null;
}

/** Why the run must count as failed, or an empty list. */
export function brokenInMonth({ verdict, diary }: Pick<MonthFindings, 'verdict' | 'diary'>): string[] {
  const { examples: _, ...counts } = verdict;
  const wrong = Object.entries(counts).flatMap(([name, count]) => (count === 0 ? [] : [`${name}: ${count}`]));
  const { answersSent, answersAcked } = diary;
  return answersSent === answersAcked ? wrong : [...wrong, `${answersAcked} of ${answersSent} answers acknowledged`];
}

/** The machine-readable result, the last line of the output. */
export function jsonOfMonth(findings: MonthFindings): object {
  const { target, size, diary, verdict, playedMs, importMs, boardsMs, reportsMs, cpuMs, peakRssMb } = findings;
  const { examples: _, ...counts } = verdict;
  const attempts = diary.papers.length;
  const { start, answer, submit } = diary.times;
  return {
    ...{ scenario: 'simulate-month', target, ...size, players: diary.registered, questions: 5, attempts },
    ...{ answersSent: diary.answersSent, answersAcked: diary.answersAcked, ...counts },
    ...{ ackP50Ms: rounded(percentile(answer, 0.5)), ackP99Ms: rounded(percentile(answer, 0.99)) },
    ...{ startP99Ms: rounded(percentile(start, 0.99)), submitP99Ms: rounded(percentile(submit, 0.99)) },
    ...{ attemptsPerSecond: rounded(attempts / (playedMs / 1_000)), importMs, boardsMs, reportsMs },
    ...{ cpuMsPerAttempt: cpuMs === null || attempts === 0 ? null : rounded(cpuMs / attempts), peakRssMb, playedMs },
    brokenPromises: brokenInMonth(findings),
  };
}

/** The result for people. */
export function summaryOfMonth(findings: MonthFindings): string {
  const { target, size, diary, verdict, playedMs, importMs, boardsMs, reportsMs } = findings;
  const broken = brokenInMonth(findings);
  const { start, answer, submit } = diary.times;
  const times = (values: readonly number[]) =>
    [0.5, 0.99, 1].map((share) => Math.round(percentile(values, share) ?? 0)).join(' / ');
  return [
    '',
    `simulate-month on ${target}, ${size.units} units, ${size.people} people, ${size.days} days`,
    `took part / papers                  ${diary.registered} / ${diary.papers.length}`,
    `played in s, papers a second        ${Math.round(playedMs / 1_000)}, ${rounded(diary.papers.length / (playedMs / 1_000))}`,
    `start p50 / p99 / max ms            ${times(start)}`,
    `answer p50 / p99 / max ms           ${times(answer)}`,
    `hand-in p50 / p99 / max ms          ${times(submit)}`,
    `units brought in ms                 ${importMs}`,
    `dashboard, units, regions, sectors  ${boardsMs.dashboard}, ${boardsMs.units}, ${boardsMs.regions}, ${boardsMs.sectors} ms`,
    `reports of units, people            ${reportsMs.units}, ${reportsMs.people} ms`,
    ...verdict.examples.map((example) => `  ${example}`),
    ...broken.map((promise) => `BROKEN  ${promise}`),
    broken.length === 0 ? 'Every paper is stored once; every board and report is right.' : '',
    '',
  ].join('\n');
}
