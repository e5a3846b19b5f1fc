import { barsOf, barText, isReached, type RunJson } from '../measure/bars.js';
import type { Outcome } from '../scenario.js';
import { ratiosOf, type Spread, spreadsOf } from './spread.js';

/** What was asked for on the command line: the same in all runs, no figure. */
const GIVEN = new Set(['players', 'questions', 'seed', 'seconds', 'threads', 'units', 'people', 'slowDiskMs']);

/** Medians of several runs of a scenario. Void runs are counted but left out, as long as others remain. */
export function reportOfRuns(scenario: string, outcomes: readonly Outcome[], commit: string | null): Outcome {
  const runs = outcomes.map(({ json }) => json as RunJson);
  const good = runs.filter((run) => run['void'] !== true);
  const counted = good.length > 0 ? good : runs;
  const [first = {}] = counted;
  const spreads = spreadsOf(counted);
  const ratios = ratiosOf(counted);
  const bars = barsOf(scenario, first).map((bar) => {
    const value = spreads.get(bar.figure)?.median ?? null;
    return { what: bar.what, figure: bar.figure, bar: barText(bar), value, isReached: isReached(bar, value) };
  });
  const broken = outcomes.flatMap((outcome, index) => outcome.broken.map((what) => `run ${index + 1}: ${what}`));
  const voidRuns = runs.length - good.length;
  const lines = [
    `${scenario} on ${String(first['target'])}, ${sizeOf(first)}, ${runs.length} runs, commit ${commit ?? 'unknown'}${voidNote(voidRuns, runs.length)}`,
    '',
    '| bar | wanted | median (least to most) | reached |',
    '| --- | --- | --- | --- |',
    ...bars.map(
      ({ what, bar, figure, isReached: is }) =>
        `| ${what} | ${bar} | ${spreadText(spreads.get(figure))} | ${is === null ? '–' : is ? 'yes' : '**no**'} |`,
    ),
    '',
    '| figure | median (least to most) | as a ratio to bare Nest |',
    '| --- | --- | --- |',
    ...[...spreads]
      .filter(([path]) => !path.startsWith('bare') && !path.startsWith('baseline.') && !GIVEN.has(path))
      .map(([path, spread]) => `| ${path} | ${spreadText(spread)} | ${spreadText(ratios.get(path))} |`),
    '',
    ...broken.map((promise) => `BROKEN  ${promise}`),
  ];
  const medians = Object.fromEntries([...spreads].map(([path, spread]) => [path, spread.median]));
  const json = {
    ...{ scenario, commit, voidRuns, runs, medians },
    ranges: Object.fromEntries([...spreads].map(([path, { least, most }]) => [path, [least, most]])),
    ratios: Object.fromEntries([...ratios].map(([path, spread]) => [path, spread.median])),
    bars,
    brokenPromises: broken,
  };
  return { summary: `\n${lines.join('\n')}\n`, json, broken };
}

function sizeOf(run: RunJson): string {
  return `${String(run['players'])} ${'units' in run ? 'people' : 'players'}`;
}

function voidNote(voidRuns: number, all: number): string {
  if (voidRuns === 0) return '';
  return voidRuns === all ? ', all void: read the ratios' : `, ${voidRuns} of them void and left out`;
}

function spreadText(spread: Spread | undefined): string {
  if (spread === undefined) return '';
  const { median, least, most } = spread;
  return least === most ? String(median) : `${median} (${least} to ${most})`;
}
