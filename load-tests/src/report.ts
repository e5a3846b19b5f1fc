import type { SwarmReport } from './bots/swarm.js';
import { voidReasons } from './measure/reference.js';
import { rounded } from './measure/percentile.js';
import type { MeasuredRound } from './round/measured-round.js';
import type { CommonOptions } from './scenario.js';
import type { Verdict } from './verify/verifier.js';

export interface RunOptions extends CommonOptions {
  readonly players: number;
  readonly questions: number;
  /** Time limit of a question, seconds; all answers come within 2 s anyway. */
  readonly seconds: number;
  readonly threads: number;
  readonly isBaselineOnly: boolean;
  /** So much longer takes every commit. */
  readonly slowDiskMs: number;
}

/** What one run found: the product's part is absent when only the baselines ran. */
export interface Findings {
  readonly options: RunOptions;
  readonly product: { readonly round: MeasuredRound; readonly verdict: Verdict } | null;
  readonly nest: MeasuredRound;
  readonly socketIo: MeasuredRound;
}

/** A timer may come so much early. */
const TIMER_MS = 1;

/** Why the run must count as failed, or an empty list. */
export function brokenPromises({ options, product }: Findings): string[] {
  return product === null ? [] : brokenInRound(options, product);
}

/** The same of the product's round alone. */
export function brokenInRound(
  options: Pick<RunOptions, 'players' | 'questions' | 'slowDiskMs'>,
  { round, verdict }: NonNullable<Findings['product']>,
): string[] {
  const wanted = options.players * options.questions;
  const counts = (['lost', 'doubled', 'wrongTotals', 'wrongRanks', 'wrongTimes'] as const).flatMap((name) =>
    verdict[name] === 0 ? [] : [`${name}: ${verdict[name]}`],
  );
  const { answersSent, answersAcked } = round.figures;
  const unacked =
    answersAcked === wanted ? [] : [`${answersAcked} of ${wanted} answers acknowledged, ${answersSent} sent`];
  // A commit cannot be quicker than its disk: then the delay did not reach it, or the ack came before the commit.
  const { ackMinMs } = round.figures;
  const tooQuick =
    ackMinMs !== null && ackMinMs < options.slowDiskMs - TIMER_MS
      ? [`an answer was acknowledged after ${ackMinMs} ms, a commit takes ${options.slowDiskMs} ms`]
      : [];
  const misfits = round.report.troubles.misfits.map((misfit) => `off the contract: ${misfit}`);
  return [...counts, ...unacked, ...tooQuick, ...misfits];
}

/** The machine-readable result, the last line of the output. */
export function jsonOf(findings: Findings): object {
  const { options, product, nest, socketIo } = findings;
  const reasons = voidReasons(options.players, nest.figures);
  return {
    scenario: 'full-round',
    target: product === null ? 'baseline' : options.target,
    players: options.players,
    questions: options.questions,
    seed: options.seed,
    slowDiskMs: options.slowDiskMs,
    ...(product && productPart(product, nest)),
    baseline: baselinePart(nest),
    bareSocketIo: baselinePart(socketIo),
    void: reasons.length > 0,
    voidReasons: reasons,
    brokenPromises: brokenPromises(findings),
  };
}

function productPart({ round, verdict }: { round: MeasuredRound; verdict: Verdict }, nest: MeasuredRound): object {
  const { examples: _examples, ...counts } = verdict;
  return {
    ...round.figures,
    ...counts,
    rssKbPerPlayer: round.rssKbPerPlayer,
    peakRssMb: round.peakRssMb,
    joinP99Ms: round.joinP99Ms,
    connectP99Ms: round.connectP99Ms,
    connectCpuMsPerPlayer: round.connectCpuMsPerPlayer,
    framesPerPlayer: round.framesPerPlayer,
    bytesPerPlayer: round.bytesPerPlayer,
    ...troublesOf(round.report),
    fanoutToBaseline: ratio(round.figures.fanoutP99Ms, nest.figures.fanoutP99Ms),
    cpuToBaseline: ratio(round.figures.cpuMsPerPlayerQuestion, nest.figures.cpuMsPerPlayerQuestion),
  };
}

function troublesOf({ troubles, loopDelayP99Ms }: SwarmReport): object {
  const { misfits: _misfits, ...counts } = troubles;
  return { ...counts, generatorDelayP99Ms: rounded(loopDelayP99Ms) };
}

function baselinePart({ figures, rssKbPerPlayer, framesPerPlayer, bytesPerPlayer, report }: MeasuredRound): object {
  const { fanoutP99Ms, ackP50Ms, ackP99Ms, resultsP99Ms, cpuMsPerPlayerQuestion } = figures;
  return {
    fanoutP99Ms,
    ackP50Ms,
    ackP99Ms,
    resultsP99Ms,
    cpuMsPerPlayerQuestion,
    rssKbPerPlayer,
    framesPerPlayer,
    bytesPerPlayer,
    generatorDelayP99Ms: rounded(report.loopDelayP99Ms),
  };
}

function ratio(value: number | null, base: number | null): number | null {
  return value === null || base === null || base === 0 ? null : rounded(value / base);
}

/** The result for people. */
export function summaryOf(findings: Findings): string {
  const { options, product, nest, socketIo } = findings;
  const columns: [string, MeasuredRound][] = [
    ...(product ? ([['product', product.round]] as [string, MeasuredRound][]) : []),
    ['bare Nest', nest],
    ['bare socket.io', socketIo],
  ];
  const line = (name: string, value: (round: MeasuredRound) => string | number | boolean | null | undefined) =>
    name.padEnd(38) + columns.map(([, round]) => String(value(round) ?? '–').padStart(22)).join('');
  const times = (of: 'fanout' | 'ack' | 'results') => (round: MeasuredRound) =>
    [
      ...(of === 'results' ? [round.figures.resultsMinMs] : []),
      round.figures[`${of}P50Ms`],
      round.figures[`${of}P99Ms`],
      round.figures[`${of}MaxMs`],
    ]
      .map((ms) => (ms === null ? '–' : Math.round(ms)))
      .join('/');
  const broken = brokenPromises(findings);
  const reasons = voidReasons(options.players, nest.figures);
  return [
    '',
    `full-round on ${options.target}, ${options.players} players, ${options.questions} questions`,
    ''.padEnd(38) + columns.map(([name]) => name.padStart(22)).join(''),
    line('question to phone p50/p99/max ms', times('fanout')),
    line('answer to ack p50/p99/max ms', times('ack')),
    line('reveal to own rank min/p50/p99/max ms', times('results')),
    line('CPU ms per player and question', ({ figures }) => figures.cpuMsPerPlayerQuestion),
    line('memory per connection kB', (round) => round.rssKbPerPlayer),
    line('frames / bytes per player', (round) => `${round.framesPerPlayer}/${round.bytesPerPlayer}`),
    line('generator held up p99 ms', ({ report }) => rounded(report.loopDelayP99Ms)),
    line('answers sent / acked', ({ figures }) => `${figures.answersSent}/${figures.answersAcked}`),
    line('openings moved by outages', (round) => (round === product?.round ? round.figures.openingsMoved : null)),
    line('questions late / missed', ({ figures }) => `${figures.questionsLate}/${figures.questionsMissed}`),
    ...(product?.verdict.examples.map((example) => `  ${example.slice(0, 600)}`) ?? []),
    ...broken.map((promise) => `BROKEN  ${promise}`),
    ...reasons.map((reason) => `VOID    ${reason}`),
    product !== null && broken.length === 0 ? 'Every answer is stored once, every total and rank is right.' : '',
    '',
  ].join('\n');
}
