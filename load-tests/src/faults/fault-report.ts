import type { Outcome } from '../scenario.js';
import type { Target } from '../server/product-server.js';
import type { FaultFindings } from './play-with-fault.js';
import { brokenOf, verdictOn } from './promises.js';

export interface FaultOptions {
  /** The name of one, or `all`. */
  readonly fault: string;
  /** For those that can be shown there. */
  readonly target: Target;
  readonly players: number;
  /** The fault strikes in the last but one. */
  readonly questions: number;
  /** Rounds that are played at the same time. */
  readonly atOnce: number;
  readonly threads: number;
  readonly seed: number;
}

/** One line of the table: a fault that was met, or why it was not. */
export type FaultOutcome =
  | { readonly fault: string; readonly target: string; readonly findings: FaultFindings }
  /** `isAllowed`: the machine lacks what nobody promised it has. */
  | { readonly fault: string; readonly target: string; readonly skipped: string; readonly isAllowed: boolean }
  | { readonly fault: string; readonly target: string; readonly failed: string };

/** What was broken in a fault, one line each. */
function brokenIn(outcome: FaultOutcome): string[] {
  if ('failed' in outcome) return [outcome.failed];
  if ('skipped' in outcome) return outcome.isAllowed ? [] : [outcome.skipped];
  return brokenOf(verdictOn(outcome.findings));
}

type Figures = Record<string, string | number | null>;

function figuresOf({ fault, target }: FaultOutcome, findings: FaultFindings): Figures {
  const { size, struck, before, afterFault, diaries, troubles, stored, struckNo } = findings;
  const pages = diaries.flatMap(({ questions }) => questions);
  const after = stored.questions.find(({ questionNo }) => questionNo === struckNo);
  const { examples: _examples, ...counts } = verdictOn(findings);
  return {
    ...{ fault, target, players: size.players, questions: size.questions },
    answersSent: pages.filter(({ sentAt }) => sentAt !== null).length,
    answersAcked: pages.filter(({ ackedAt }) => ackedAt !== null).length,
    ...counts,
    outageMs: struck.to - struck.from,
    givenBackMs: before.phase === 'question_open' ? (after?.opensAt ?? 0) - (before.opensAt ?? 0) : 0,
    backMs: afterFault.backMs,
    askedToComeAgain: pages.reduce((sum, { deferrals }) => sum + deferrals.length, 0),
    ...{ dropped: troubles.dropped, reconnected: troubles.reconnected, resent: troubles.resent },
    ...{ resynced: troubles.resynced, early: troubles.early },
  };
}

function resultOf(outcome: FaultOutcome): object {
  if (!('findings' in outcome)) return outcome;
  return { ...figuresOf(outcome, outcome.findings), examples: verdictOn(outcome.findings).examples };
}

export function reportOfFaults(options: FaultOptions, outcomes: readonly FaultOutcome[]): Outcome {
  const { players, questions } = options;
  const broken = outcomes.flatMap((outcome) => brokenIn(outcome).map((each) => `${outcome.fault}: ${each}`));
  return {
    summary: summaryOf(options, outcomes),
    json: { scenario: 'faults', players, questions, results: outcomes.map(resultOf), brokenPromises: broken },
    broken,
  };
}

const COLUMNS = [
  ['answersSent', 'answersAcked', 'lost', 'doubled', 'wrongTotals', 'wrongRanks', 'wrongTimes', 'unanswered'],
  ['shortened', 'leftBehind', 'badlyTold', 'toldOtherwise', 'outageMs', 'givenBackMs', 'backMs', 'askedToComeAgain'],
  ['dropped', 'reconnected', 'resent', 'resynced'],
].flat();

/** One row a fault, and what was broken in words. */
function summaryOf({ players, questions }: FaultOptions, outcomes: readonly FaultOutcome[]): string {
  const rows = outcomes.map((outcome) => {
    const { fault, target } = outcome;
    const figures = 'findings' in outcome ? figuresOf(outcome, outcome.findings) : {};
    const cells = COLUMNS.map((name) => String(figures[name] ?? '–'));
    const word = 'skipped' in outcome ? `SKIPPED: ${outcome.skipped}` : 'failed' in outcome ? 'FAILED' : '';
    return { head: `${fault} (${target})`, cells, word };
  });
  const line = (head: string, cells: readonly string[]) =>
    head.padEnd(36) + cells.map((cell, index) => cell.padStart((COLUMNS[index]?.length ?? 0) + 2)).join('');
  const lines = outcomes.flatMap((outcome) => {
    const broken = brokenIn(outcome).map((each) => `BROKEN  ${outcome.fault}: ${each}`);
    const examples = 'findings' in outcome ? verdictOn(outcome.findings).examples : [];
    return [...broken, ...examples.map((each) => `  ${each.slice(0, 600)}`)];
  });
  return [
    '',
    `faults, ${players} players, ${questions} questions`,
    line('', COLUMNS),
    ...rows.map(({ head, cells, word }) => (word === '' ? line(head, cells) : head.padEnd(36) + word)),
    ...lines,
    outcomes.some((outcome) => brokenIn(outcome).length > 0) ? '' : 'Every promise was kept.',
    '',
  ].join('\n');
}
