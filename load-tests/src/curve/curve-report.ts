import { BARS, type RunJson } from '../measure/bars.js';
import type { Target } from '../server/product-server.js';
import { type Panel, pictureOf } from './picture.js';

/** What a size of the curve found: the machine-readable result of its round, with the baseline beside it. */
export interface CurvePoint {
  readonly players: number;
  readonly run: RunJson;
  readonly broken: readonly string[];
}

/** What the curve shows, in the order of the picture. */
const SHOWN = [
  { figure: 'fanoutP99Ms', title: 'Question to phone, p99', unit: 'ms', bar: null },
  { figure: 'ackP99Ms', title: 'Answer to ack after commit, p99', unit: 'ms', bar: 'ackP99Ms' },
  { figure: 'resultsP99Ms', title: 'Reveal to own rank, p99', unit: 'ms', bar: 'resultsP99Ms' },
  { figure: 'cpuMsPerPlayerQuestion', title: 'Processor time per player and question', unit: 'ms', bar: null },
] as const;

export interface CurveMeasured {
  readonly target: Target;
  readonly commit: string | null;
  readonly points: readonly CurvePoint[];
}

export function svgOf({ target, commit, points }: CurveMeasured): string {
  const panels = SHOWN.map(({ figure, title, unit, bar }): Panel => {
    const line = (name: string, isBaseline: boolean, of: (run: RunJson) => unknown) => ({
      ...{ name, isBaseline },
      values: points.map(({ run }) => numberOf(of(run))),
    });
    return {
      ...{ title, unit, bar: bar === null ? null : barFor(bar, target) },
      lines: [line('product', false, (run) => run[figure]), line('bare Nest', true, (run) => baselineOf(run)[figure])],
    };
  });
  const sizes = points.map(({ players }) => players);
  const isAnyVoid = points.some(({ run }) => run['void'] === true);
  const note = `${target}, commit ${commit ?? 'unknown'}; the bare server acknowledges without storing${isAnyVoid ? '; some runs are void: read the distance of the lines' : ''}`;
  return pictureOf('One round, from a small hall to a stadium', note, sizes, panels);
}

const COLUMNS = [
  ...SHOWN.map(({ figure, title, unit }) => ({ head: `${title}, ${unit} (bare Nest)`, figure })),
  { head: 'Memory per connection, kB (bare Nest)', figure: 'rssKbPerPlayer' },
];

export function markdownOf({ target, commit, points }: CurveMeasured): string {
  const cells = (run: RunJson) =>
    COLUMNS.map(({ figure }) => `${shown(run[figure])} (${shown(baselineOf(run)[figure])})`);
  const rows = points.map(({ players, run, broken }) => [
    players.toLocaleString('en-GB'),
    ...cells(run),
    `${shown(run['fanoutToBaseline'])} / ${shown(run['cpuToBaseline'])}`,
    broken.length === 0 ? 'none' : broken.join('; '),
    run['void'] === true ? 'yes' : 'no',
  ]);
  const head = [
    'Players',
    ...COLUMNS.map(({ head: name }) => name),
    'Ratio of question / CPU',
    'Broken promises',
    'Void',
  ];
  const row = (values: readonly string[]) => `| ${values.join(' | ')} |`;
  return [
    `# The curve on ${target}`,
    '',
    `Written by \`npm run load -- curve\`; commit ${commit ?? 'unknown'}. One run of \`full-round\` for each size, its baseline in the same run.`,
    '',
    `![the curve](curve-${target}.svg)`,
    '',
    ...[row(head), row(head.map(() => '---')), ...rows.map(row)],
    '',
  ].join('\n');
}

function barFor(figure: string, target: Target): number | null {
  const run = { target };
  return (
    BARS.find((bar) => bar.figure === figure && bar.scenario === 'full-round' && (bar.only?.(run) ?? true))?.most ??
    null
  );
}

function baselineOf(run: RunJson): RunJson {
  return (run['baseline'] ?? {}) as RunJson;
}

function numberOf(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}

function shown(value: unknown): string {
  return numberOf(value)?.toString() ?? '–';
}
