import { rounded } from '../measure/percentile.js';
import type { RunJson } from '../measure/bars.js';
import { median } from '../soak/flat.js';

/** A figure over several runs. */
export interface Spread {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

/** Every number in the results of runs, by its path (`baseline.ackP99Ms`); those that a run could not measure are missing from it. */
export function spreadsOf(runs: readonly RunJson[]): Map<string, Spread> {
  const values = new Map<string, number[]>();
  for (const run of runs) {
    for (const [path, value] of numbersIn(run)) values.set(path, [...(values.get(path) ?? []), value]);
  }
  return new Map([...values].map(([path, all]) => [path, spreadOf(all)]));
}

/** Each figure by that of the baseline of the same run: machines are busy at different times. */
export function ratiosOf(runs: readonly RunJson[]): Map<string, Spread> {
  return spreadsOf(
    runs.map((run) => {
      const numbers = new Map(numbersIn(run));
      const pairs = [...numbers].flatMap(([path, value]) => {
        const base = numbers.get(`baseline.${path}`);
        return base === undefined || base === 0 ? [] : [[path, value / base] as const];
      });
      return Object.fromEntries(pairs);
    }),
  );
}

function numbersIn(value: RunJson, before = ''): [string, number][] {
  return Object.entries(value).flatMap(([name, each]): [string, number][] => {
    if (typeof each === 'number') return [[before + name, each]];
    if (typeof each !== 'object' || each === null || Array.isArray(each)) return [];
    return numbersIn(each as RunJson, `${before}${name}.`);
  });
}

function spreadOf(values: readonly number[]): Spread {
  const fine = (value: number) => rounded(value) ?? value;
  return { median: fine(median(values)), least: fine(Math.min(...values)), most: fine(Math.max(...values)) };
}
