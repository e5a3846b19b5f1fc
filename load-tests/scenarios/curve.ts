import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { playersOf, seedOf, targetOf, UsageError, type Values, whole } from '../src/command-line.js';
import { type CurvePoint, markdownOf, svgOf } from '../src/curve/curve-report.js';
import { brokenPromises, jsonOf, summaryOf } from '../src/report.js';
import { checkedOut } from '../src/runs/commit.js';
import { type CommonOptions, scenario } from '../src/scenario.js';
import type { RunJson } from '../src/measure/bars.js';
import { fullRound } from './full-round.js';

/*
 * The same round at growing sizes, each beside its baseline; a table and a picture of them in `load-tests/results`.
 * Limits: those of full-round. Large halls take two threads of players: one could not send their answers in time.
 */

interface CurveOptions extends CommonOptions {
  readonly sizes: readonly number[];
  readonly questions: number;
}

const USUAL_SIZES = '500,1000,2000,5000,10000,18000';
const TWO_THREADS_FROM = 5_000;
/** `load-tests/dist/scenarios` is two folders below. */
const RESULTS_DIR = fileURLToPath(new URL('../../results', import.meta.url));

export const curveScenario = scenario<CurveOptions>({
  name: 'curve',
  usage: `[options]
  --sizes N,N,…      players of each round (default ${USUAL_SIZES})
  --questions Q      1 to 20 (default 5)`,
  flags: ['sizes', 'questions'],
  read: (values) => ({
    target: targetOf(values),
    sizes: sizesOf(values),
    questions: whole(values, 'questions', 5, [1, 20]),
    seed: seedOf(values),
  }),
  run: curve,
});

function sizesOf({ sizes = USUAL_SIZES }: Values): number[] {
  const players = String(sizes)
    .split(',')
    .map((size) => playersOf({ players: size }));
  if (new Set(players).size !== players.length) throw new UsageError('--sizes names a size twice.');
  return players.sort((a, b) => a - b);
}

async function curve({ target, sizes, questions, seed }: CurveOptions) {
  const points: CurvePoint[] = [];
  for (const players of sizes) {
    const threads = players >= TWO_THREADS_FROM ? 2 : 1;
    const common = { target, players, questions, seed, threads, seconds: 10, isBaselineOnly: false, slowDiskMs: 0 };
    const findings = await fullRound(common);
    process.stdout.write(`${summaryOf(findings)}\n`);
    points.push({ players, run: jsonOf(findings) as RunJson, broken: brokenPromises(findings) });
  }
  const measured = { target, commit: checkedOut(), points };
  mkdirSync(RESULTS_DIR, { recursive: true });
  writeFileSync(join(RESULTS_DIR, `curve-${target}.svg`), svgOf(measured));
  const table = markdownOf(measured);
  writeFileSync(join(RESULTS_DIR, `curve-${target}.md`), table);
  const broken = points.flatMap((point) => point.broken.map((what) => `${point.players} players: ${what}`));
  const runs = points.map(({ run }) => run);
  return {
    summary: table,
    json: { scenario: 'curve', ...measured, points: undefined, runs, brokenPromises: broken },
    broken,
  };
}
