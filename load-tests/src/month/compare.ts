import type { UnitStanding } from '@anquanli/contract/contest';
import type { ContestPerson, Dashboard } from '@anquanli/contract/contest-desk';
import { pointsFor, type MonthDiary } from './diary.js';
import type { Expected, ExpectedMonth } from './recompute.js';

/** What the product says about the month. */
export interface Observed {
  /** Settled counting attempts as rows of the database. */
  readonly attempts: readonly {
    readonly id: string;
    readonly personId: string;
    readonly day: number;
    readonly points: number;
  }[];
  readonly dashboard: Dashboard;
  readonly units: readonly UnitStanding[];
  readonly regions: readonly UnitStanding[];
  readonly sectors: readonly UnitStanding[];
  readonly people: readonly ContestPerson[];
  /** Sums of the two spreadsheets. */
  readonly reports: {
    readonly units: { readonly people: number; readonly attempts: number; readonly points: number };
    readonly people: { readonly rows: number; readonly points: number; readonly lastPlace: number };
  };
}

export interface MonthVerdict {
  readonly lost: number;
  readonly doubled: number;
  readonly wrongTotals: number;
  readonly wrongRanks: number;
  readonly wrongReports: number;
  /** The first few, in words. */
  readonly examples: readonly string[];
}

const EXAMPLES = 8;
const NEAR = 1e-9;

/** Compares everything that was sent and told with everything the product says. */
export function compareMonth(diary: MonthDiary, expected: ExpectedMonth, seen: Observed): MonthVerdict {
  const found = {
    lost: [] as string[],
    doubled: [] as string[],
    totals: [] as string[],
    ranks: [] as string[],
    reports: [] as string[],
  };
  compareAttempts(diary, seen, found);
  for (const board of ['units', 'regions', 'sectors'] as const)
    compareBoard(board, expected[board], seen[board], found);
  comparePeople(expected, seen, found);
  compareDashboard(diary, expected, seen, found.totals);
  compareReports(expected, seen, found.reports);
  return {
    ...{ lost: found.lost.length, doubled: found.doubled.length },
    ...{ wrongTotals: found.totals.length, wrongRanks: found.ranks.length, wrongReports: found.reports.length },
    examples: Object.values(found).flat().slice(0, EXAMPLES),
  };
}

type Found = Readonly<Record<'lost' | 'doubled' | 'totals' | 'ranks' | 'reports', string[]>>;

function compareAttempts({ papers }: MonthDiary, { attempts }: Observed, found: Found): void {
  const rows = new Map(attempts.map((row) => [row.id, row]));
  const known = new Set(papers.map(({ attemptId }) => attemptId));
  for (const paper of papers) {
    const points = pointsFor(paper.right, paper.asked);
    const row = rows.get(paper.attemptId);
    if (row === undefined) found.lost.push(`paper ${paper.attemptId} has no row`);
    else if (row.points !== points)
      found.totals.push(`paper ${paper.attemptId}: ${row.points} points stored, ${points} expected`);
    if (paper.told.points !== points || paper.told.right !== paper.right)
      found.totals.push(
        `paper ${paper.attemptId}: told ${paper.told.right} right and ${paper.told.points} points, not ${paper.right} and ${points}`,
      );
  }
  const days = new Set<string>();
  for (const { id, personId, day } of attempts) {
    const key = `${personId} ${day}`;
    if (!known.has(id)) found.doubled.push(`row ${id} is nobody's paper`);
    else if (days.has(key)) found.doubled.push(`two rows of ${key}`);
    days.add(key);
  }
}

function compareBoard(
  board: string,
  expected: ReadonlyMap<string, Expected>,
  rows: readonly UnitStanding[],
  found: Found,
): void {
  const byName = new Map(rows.map((row) => [row.name, row]));
  for (const [name, wanted] of expected) {
    const row = byName.get(name);
    if (row === undefined) {
      found.totals.push(`${board}: ${name} is missing`);
      continue;
    }
    for (const field of ['people', 'attempts', 'points', 'headCount', 'rate', 'mean', 'bestTen', 'index'] as const)
      if (!isNear(row[field], wanted[field]))
        found.totals.push(`${board}: ${name} has ${field} ${row[field]}, not ${wanted[field]}`);
  }
  if (rows.length !== expected.size) found.totals.push(`${board}: ${rows.length} rows, not ${expected.size}`);
  const better = (index: number) => [...expected.values()].filter((each) => each.index > index + NEAR).length;
  for (const { name, place } of rows) {
    const wanted = expected.get(name);
    if (wanted !== undefined && place !== better(wanted.index) + 1)
      found.ranks.push(`${board}: ${name} is at ${place}, not ${better(wanted.index) + 1}`);
  }
}

function comparePeople({ people }: ExpectedMonth, seen: Observed, found: Found): void {
  const byId = new Map(seen.people.map((person) => [person.personId, person]));
  for (const { personId, points, timeMs, place } of people) {
    const row = byId.get(personId);
    if (row === undefined) found.lost.push(`person ${personId} is not on the board`);
    else if (row.points !== points || row.timeMs !== timeMs)
      found.totals.push(`person ${personId}: ${row.points} points in ${row.timeMs} ms, not ${points} in ${timeMs}`);
    else if (row.place !== place) found.ranks.push(`person ${personId} is at ${row.place}, not ${place}`);
  }
  if (seen.people.length !== people.length)
    found.doubled.push(`${seen.people.length} people on the board, not ${people.length}`);
}

function compareDashboard(
  { papers }: MonthDiary,
  { total, days }: ExpectedMonth,
  { dashboard }: Observed,
  found: string[],
): void {
  const figures: [string, number | null, number | null][] = [
    ['people', dashboard.people, total.people],
    ['attempts', dashboard.attempts, total.attempts],
    ['full marks', dashboard.fullMarks, total.fullMarks],
    ['head-count', dashboard.headCount, total.headCount],
    ['rate', dashboard.rate, total.rate],
    ['attempts of all hours', dashboard.hours.reduce((sum, { attempts }) => sum + attempts, 0), total.attempts],
    [
      'right answers of all hours',
      dashboard.hours.reduce((sum, { right }) => sum + right, 0),
      papers.reduce((sum, { right }) => sum + right, 0),
    ],
    ['days', dashboard.days.length, days.size],
  ];
  for (const [name, value, wanted] of figures)
    if (!isNear(value, wanted)) found.push(`dashboard: ${name} ${value}, not ${wanted}`);
  const inOrder = [...days].sort(([a], [b]) => a - b);
  dashboard.days.forEach(({ day, attempts, people }, index) => {
    const wanted = inOrder[index]?.[1];
    if (wanted?.attempts !== attempts || wanted.people !== people)
      found.push(
        `dashboard: ${day} has ${attempts} attempts of ${people} new people, not ${wanted?.attempts} of ${wanted?.people}`,
      );
  });
}

function compareReports({ total, people }: ExpectedMonth, { reports }: Observed, found: string[]): void {
  const figures: [string, number, number][] = [
    ['people of units', reports.units.people, total.people],
    ['attempts of units', reports.units.attempts, total.attempts],
    ['points of units', reports.units.points, total.points],
    ['rows of people', reports.people.rows, people.length],
    ['points of people', reports.people.points, total.points],
    ['last place', reports.people.lastPlace, people.at(-1)?.place ?? 0],
  ];
  for (const [name, value, wanted] of figures)
    if (value !== wanted) found.push(`report: ${name} ${value}, not ${wanted}`);
}

function isNear(a: number | null, b: number | null): boolean {
  return a === null || b === null ? a === b : Math.abs(a - b) <= NEAR * Math.max(1, Math.abs(b));
}
