import { percentile, rounded } from '../measure/percentile.js';
import type { CommonOptions } from '../scenario.js';
import { type Asked, POSITIONS } from './ask-ranks.js';

export interface RanksOptions extends CommonOptions {
  readonly units: number;
  readonly people: number;
  /** People who ask at each position of the board. */
  readonly asks: number;
}

export interface RanksFindings {
  readonly options: RanksOptions;
  readonly smallPeople: number;
  readonly small: readonly Asked[];
  readonly large: readonly Asked[];
  readonly asked: number;
  readonly wrong: readonly string[];
  /** Of the large contest: the first answer at all, and when answers came as fast as they stay. */
  readonly making: { readonly firstAnswerMs: number | null; readonly madeMs: number };
  readonly deskMs: DeskTimes;
  readonly filledMs: number;
  readonly peakRssMb: number | null;
}

export type DeskTimes = Readonly<
  Record<`${'dashboard' | 'units' | 'regions' | 'sectors' | 'tree' | 'report'}Ms`, number>
>;

/** Why the run must count as failed, or an empty list. Times are told and not judged. */
export function brokenInRanks({ wrong }: RanksFindings): string[] {
  return wrong.length === 0 ? [] : [`${wrong.length} wrong answers`];
}

/** The machine-readable result, the last line of the output. */
export function jsonOfRanks(findings: RanksFindings): object {
  const { options, asked, small, large, deskMs, making, filledMs, peakRssMb, wrong } = findings;
  return {
    ...{ scenario: 'ranks-at-a-million', target: options.target, people: options.people, units: options.units, asked },
    wrongRanks: wrong.length,
    ...{ ...figuresOf('', large), smallPeople: findings.smallPeople, ...figuresOf('small', small) },
    ...{ ...making, ...deskMs, filledMs, peakRssMb, brokenPromises: brokenInRanks(findings) },
  };
}

/** The result for people. */
export function summaryOfRanks(findings: RanksFindings): string {
  const { options, small, large, deskMs, making, wrong, filledMs, peakRssMb, smallPeople } = findings;
  const line = (name: string, ...values: (string | number | null)[]) =>
    name.padEnd(42) + values.map((value) => String(value ?? '–').padStart(16)).join('');
  const times = (kinds: readonly Asked[], what: string, position: string) => {
    const ms = kinds.filter((each) => each.what === what && each.position === position).flatMap((each) => each.ms);
    return [0.5, 0.99, 1].map((share) => (percentile(ms, share) ?? 0).toFixed(1)).join('/');
  };
  const whats = [...new Set(large.map(({ what }) => what))];
  return [
    '',
    `ranks-at-a-million on ${options.target}, ${options.people} people, ${options.units} units`,
    line('p50/p99/max ms', `${smallPeople}`, `${options.people}`),
    ...whats.flatMap((what) =>
      POSITIONS.map((position) =>
        line(`${what}, ${position}`, times(small, what, position), times(large, what, position)),
      ),
    ),
    line('first answer, board made, ms', making.firstAnswerMs, making.madeMs),
    line(
      'dashboard, units, regions, sectors, ms',
      ...[deskMs.dashboardMs, deskMs.unitsMs, deskMs.regionsMs, deskMs.sectorsMs],
    ),
    line('tree of units at the desk, ms', deskMs.treeMs),
    line('report of units, ms', deskMs.reportMs),
    line('rows written in ms, peak memory MB', filledMs, peakRssMb),
    ...wrong.slice(0, 8).map((each) => `  ${each}`),
    ...brokenInRanks(findings).map((promise) => `BROKEN  ${promise}`),
    wrong.length === 0 ? 'Every rank and page is right.' : '',
    '',
  ].join('\n');
}

const NAMES = { 'own ranks': 'ownRanks', 'board of all': 'board', 'board of the region': 'regionBoard' } as const;

/** `ownRanksP50Ms`, `ownRanksP99Ms` and so on, over all positions. */
function figuresOf(prefix: 'small' | '', kinds: readonly Asked[]): Record<string, number | null> {
  const figures = Object.entries(NAMES).flatMap(([what, name]) => {
    const ms = kinds.filter((each) => each.what === what).flatMap((each) => each.ms);
    const named = prefix === '' ? name : prefix + name.charAt(0).toUpperCase() + name.slice(1);
    return [50, 99].map((share) => [`${named}P${share}Ms`, rounded(percentile(ms, share / 100))] as const);
  });
  return Object.fromEntries(figures);
}
