import type { StormTimes } from '../bots/crew.js';
import type { PlayerDiary, Troubles } from '../bots/diary.js';
import { percentile, rounded } from '../measure/percentile.js';
import type { CommonOptions, Outcome } from '../scenario.js';
import type { Verdict } from '../verify/verifier.js';

export interface StormOptions extends CommonOptions {
  readonly scenario: 'join-storm' | 'reconnect-storm';
  readonly players: number;
  /** Everybody joins within so many seconds; for join-storm alone. */
  readonly seconds: number;
  readonly threads: number;
}

export interface JoinStormFindings {
  readonly options: StormOptions;
  readonly times: StormTimes;
  /** On a bare Nest gateway, in the same run. */
  readonly bare: StormTimes;
  /** Phones that see the lobby. */
  readonly inLobby: number;
  readonly storedSeats: number;
  readonly distinctSeats: number;
  readonly troubles: Troubles;
}

export interface ReconnectStormFindings {
  readonly options: StormOptions;
  /** From the cut to the own part on the phone, ms; of those who came back in time. */
  readonly back: readonly number[];
  /** The same on a bare Nest gateway, in the same run. */
  readonly bareBack: readonly number[];
  readonly diaries: readonly PlayerDiary[];
  readonly troubles: Troubles;
  readonly verdict: Verdict;
}

export function reportOfJoinStorm({ options, times, bare, troubles, ...hall }: JoinStormFindings): Outcome {
  const { players } = options;
  const broken = [
    ...times.failures.slice(0, 3).map((failure) => `not let in: ${failure}`),
    ...unequal('seats stored', hall.storedSeats, players),
    ...unequal('seats of different numbers', hall.distinctSeats, players),
    ...unequal('phones in the lobby', hall.inLobby, players),
    ...troubles.misfits.map((misfit) => `off the contract: ${misfit}`),
  ];
  const figures = {
    ...{ refused: times.failures.length, joined: times.joins.length, inLobby: hall.inLobby },
    ...spread('join', times.joins),
    ...spread('inside', times.insides),
    dropped: troubles.dropped,
  };
  return reportOf(options, figures, { ...spread('inside', bare.insides), refused: bare.failures.length }, broken);
}

export function reportOfReconnectStorm(findings: ReconnectStormFindings): Outcome {
  const { options, back, bareBack, diaries, troubles, verdict } = findings;
  const { examples, ...counts } = verdict;
  const pages = diaries.flatMap(({ questions }) => questions);
  const answersSent = pages.filter(({ sentAt }) => sentAt !== null).length;
  const answersAcked = pages.filter(({ ackedAt }) => ackedAt !== null).length;
  const broken = [
    ...Object.entries(counts).flatMap(([name, count]) => (count === 0 ? [] : [`${name}: ${count}`])),
    ...examples.slice(0, 3),
    ...unequal('phones back', back.length, options.players),
    ...unequal('answers acknowledged', answersAcked, pages.length),
    ...troubles.misfits.map((misfit) => `off the contract: ${misfit}`),
  ];
  const { dropped, reconnected, resent, early } = troubles;
  const figures = {
    answersSent,
    answersAcked,
    ...counts,
    ...spread('back', back),
    dropped,
    reconnected,
    resent,
    early,
  };
  return reportOf(options, figures, { ...spread('back', bareBack), backInTime: bareBack.length }, broken);
}

type Figures = Readonly<Record<string, number | null>>;

function spread(name: string, values: readonly number[]): Record<string, number | null> {
  return {
    [`${name}P50Ms`]: rounded(percentile(values, 0.5)),
    [`${name}P99Ms`]: rounded(percentile(values, 0.99)),
    [`${name}MaxMs`]: rounded(percentile(values, 1)),
  };
}

function unequal(what: string, found: number, wanted: number): string[] {
  return found === wanted ? [] : [`${what}: ${found} of ${wanted}`];
}

function reportOf(options: StormOptions, figures: Figures, baseline: Figures, broken: readonly string[]): Outcome {
  const { scenario, target, players } = options;
  const cell = (value: number | null | undefined) => String(value ?? '–').padStart(12);
  const lines = [
    '',
    `${scenario} on ${target}, ${players} players`,
    ''.padEnd(24) + 'product'.padStart(12) + 'bare Nest'.padStart(12),
    ...Object.entries(figures).map(([name, value]) => name.padEnd(24) + cell(value) + cell(baseline[name])),
    ...broken.map((promise) => `BROKEN  ${promise}`),
    broken.length === 0 ? 'Every promise was kept.' : '',
    '',
  ];
  return { json: { ...options, ...figures, baseline, brokenPromises: broken }, summary: lines.join('\n'), broken };
}
