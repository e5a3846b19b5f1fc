import type { Bulletin } from '@anquanli/contract/reports.js';
import { ranked } from '../../../domain/contest/unit-standings.js';
import type { ContestFigures, GroupRow, QuestionFigures, ReportedContest } from '../../contest/contest.api.js';

const BEST = 10;
const NOBODY = 100;
const HARDEST = 5;
const ASKED_AT_LEAST = 5;

/** What is kept of a bulletin: its content, and by whom the next one counts what is new. */
export interface KeptBulletin {
  readonly bulletin: Bulletin;
  /** Participants by group, see {@link groupKey}. */
  readonly people: Readonly<Record<string, number>>;
}

export interface BulletinSpan {
  /** null = the whole contest. */
  readonly no: number | null;
  readonly from: number;
  readonly until: number;
}

/** A bulletin from figures as they are now. `before` = the participants of the one before; nobody, for the first and the summary. */
export function bulletinOf(
  contest: ReportedContest,
  span: BulletinSpan,
  figures: ContestFigures,
  questions: readonly QuestionFigures[],
  before: KeptBulletin['people'],
): KeptBulletin {
  const { tree } = figures;
  const line = (board: string, { id, name, figures: sums }: GroupRow): Bulletin['total'] => ({
    ...{ name, people: sums.people, headCount: sums.headCount, rate: sums.rate, attempts: sums.attempts },
    newPeople: Math.max(0, sums.people - (before[groupKey(board, id)] ?? 0)),
    mean: sums.people === 0 ? null : sums.mean,
    ...{ units: sums.units, ratedUnits: sums.ratedUnits },
  });
  const total = { id: '', name: contest.settings.title, figures: figures.total };
  const nobody = figures.units.filter((unit) => unit.figures.people === 0);
  const largest = [...nobody].sort((a, b) => (b.figures.headCount ?? 0) - (a.figures.headCount ?? 0));
  const tookPart = figures.units.filter((unit) => unit.figures.people > 0);
  const bulletin: Bulletin = {
    ...{ ...span, asOf: figures.computedAt, contestTitle: contest.settings.title },
    timeZone: contest.settings.timeZone,
    total: line('all', total),
    regions: byRate(figures.regions).map((group) => line('regions', group)),
    sectors: byRate(figures.sectors).map((group) => line('sectors', group)),
    best: ranked(tookPart, 'index')
      .slice(0, BEST)
      .map((group) => line('units', group)),
    nobody: largest.slice(0, NOBODY).map(({ id, name, figures: { headCount } }) => {
      const region = tree.regionOf(id);
      return { name, headCount, regionName: region === null ? null : (tree.get(region)?.name ?? null) };
    }),
    ...{ nobodyCount: nobody.length, unitCount: figures.units.length, fullMarks: figures.total.fullMarks },
    rightShare: figures.total.asked === 0 ? null : figures.total.right / figures.total.asked,
    hardest: questions
      .filter(({ asked }) => asked >= ASKED_AT_LEAST)
      .map(({ stem, right, asked }) => ({ stem, rightShare: right / asked }))
      .sort((a, b) => a.rightShare - b.rightShare)
      .slice(0, HARDEST),
  };
  return { bulletin, people: peopleOf(figures, total) };
}

function peopleOf(figures: ContestFigures, total: GroupRow): Record<string, number> {
  const rows = [
    ...figures.regions.map((row) => ['regions', row] as const),
    ...figures.sectors.map((row) => ['sectors', row] as const),
    ...figures.units.map((row) => ['units', row] as const),
    ['all', total] as const,
  ];
  return Object.fromEntries(
    rows.map(
      ([
        board,
        {
          id,
          figures: { people },
        },
      ]) => [groupKey(board, id), people],
    ),
  );
}

function groupKey(board: string, id: string): string {
  return `${board} ${id}`;
}

/** As notices list them: the highest rate first, those without one last. */
function byRate(groups: readonly GroupRow[]): GroupRow[] {
  return ranked(groups, 'rate');
}
