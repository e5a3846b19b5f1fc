/** A figure that a scenario has to reach. */
export interface Bar {
  readonly scenario: string;
  readonly what: string;
  /** Where the figure stands in the machine-readable result of a run. */
  readonly figure: string;
  /** The greatest value that reaches it, or the least. */
  readonly most?: number;
  readonly least?: number;
  readonly unit: string;
  /** Where it holds for some runs alone: what their results say of themselves. */
  readonly only?: (run: RunJson) => boolean;
}

/** The machine-readable result of a run, whatever is in it. */
export type RunJson = Readonly<Record<string, unknown>>;

const isSlow = (run: RunJson) => Number(run['slowDiskMs'] ?? 0) > 0;
const isCluster = (run: RunJson) => run['target'] === 'cluster';
const none = (scenario: string, ...figures: string[]): Bar[] =>
  figures.map((figure) => ({ scenario, what: figure, figure, most: 0, unit: '' }));

/** All bars that these scenarios can measure. They are meant for 10,000 players, and for a morning on MariaDB and Redis. */
export const BARS: readonly Bar[] = [
  {
    scenario: 'full-round',
    what: 'question to phone, p99, to bare Nest',
    figure: 'fanoutToBaseline',
    most: 1.5,
    unit: '×',
  },
  ...none('full-round', 'questionsLate', 'questionsMissed'),
  ...[
    { most: 100, only: (run: RunJson) => !isCluster(run) && !isSlow(run) },
    { most: 250, only: (run: RunJson) => isCluster(run) && !isSlow(run) },
    { most: 300, only: isSlow },
  ].map((bar) => ({ scenario: 'full-round', what: 'answer to ack, p99', figure: 'ackP99Ms', unit: 'ms', ...bar })),
  { scenario: 'full-round', what: 'reveal to own rank, p99', figure: 'resultsP99Ms', most: 1_500, unit: 'ms' },
  { scenario: 'full-round', what: 'CPU, to bare Nest', figure: 'cpuToBaseline', most: 2.5, unit: '×' },
  { scenario: 'full-round', what: 'memory per connection', figure: 'rssKbPerPlayer', most: 50, unit: 'kB' },
  ...none('full-round', 'lost', 'doubled', 'wrongTotals', 'wrongRanks', 'wrongTimes'),
  ...none('join-storm', 'refused'),
  { scenario: 'join-storm', what: 'a seat, p99', figure: 'joinP99Ms', most: 1_000, unit: 'ms' },
  { scenario: 'reconnect-storm', what: 'the last one back', figure: 'backMaxMs', most: 15_000, unit: 'ms' },
  ...none('reconnect-storm', 'lost', 'doubled', 'wrongTotals', 'wrongRanks', 'wrongTimes'),
  { scenario: 'contest-morning', what: 'whole papers a second', figure: 'attemptsPerSecond', least: 150, unit: '/s' },
  ...['startP99Ms', 'ackP99Ms', 'submitP99Ms'].map((figure) => ({
    ...{ scenario: 'contest-morning', what: `${figure.slice(0, -5)}, p99`, figure, most: 300, unit: 'ms' },
  })),
  ...none('ranks-at-a-million', 'wrongRanks'),
  ...[
    { what: 'own ranks, p99', figure: 'ownRanksP99Ms', most: 20 },
    { what: 'board of all, p99', figure: 'boardP99Ms', most: 20 },
    { what: 'board of the region, p99', figure: 'regionBoardP99Ms', most: 20 },
    { what: 'report of units', figure: 'reportMs', most: 2_000 },
  ].map((bar) => ({ scenario: 'ranks-at-a-million', unit: 'ms', ...bar })),
];

/** The bars of a scenario that hold for such runs. */
export function barsOf(scenario: string, run: RunJson): Bar[] {
  return BARS.filter((bar) => bar.scenario === scenario && (bar.only?.(run) ?? true));
}

/** Null where the figure was not measured. */
export function isReached({ most, least }: Pick<Bar, 'most' | 'least'>, value: number | null): boolean | null {
  if (value === null) return null;
  return (most === undefined || value <= most) && (least === undefined || value >= least);
}

export function barText({ most, least, unit }: Pick<Bar, 'most' | 'least' | 'unit'>): string {
  return `${most === undefined ? '≥' : '≤'} ${most ?? least} ${unit}`.trimEnd();
}
