import { pointsFor, type PaperDiary } from './diary.js';
import type { PlannedUnit } from './month-plan.js';

/** What a unit, region or sector should have. */
export interface Expected {
  readonly people: number;
  readonly attempts: number;
  readonly points: number;
  readonly fullMarks: number;
  readonly headCount: number | null;
  readonly rate: number | null;
  readonly mean: number;
  readonly bestTen: number;
  readonly index: number;
}

export interface ExpectedPerson {
  readonly personId: string;
  readonly unitNo: number;
  readonly points: number;
  readonly timeMs: number;
  readonly place: number;
}

export interface ExpectedMonth {
  readonly total: Expected;
  readonly units: ReadonlyMap<string, Expected>;
  readonly regions: ReadonlyMap<string, Expected>;
  readonly sectors: ReadonlyMap<string, Expected>;
  /** In order of place. */
  readonly people: readonly ExpectedPerson[];
  /** Attempts and new people by day. */
  readonly days: ReadonlyMap<number, { readonly attempts: number; readonly people: number }>;
}

/** The boards of a month from the diaries alone: written apart from the product, from what its manual says. */
export function expectedMonth(papers: readonly PaperDiary[], units: readonly PlannedUnit[]): ExpectedMonth {
  const people = scored(papers);
  const overall = people.length === 0 ? 0 : sum(people, ({ points }) => points) / people.length;
  const all = units.map(({ no }) => no);
  const grouped = (nameOf: (unit: PlannedUnit) => string) => {
    const members = new Map<string, number[]>();
    for (const unit of units) members.set(nameOf(unit), [...(members.get(nameOf(unit)) ?? []), unit.no]);
    return new Map(
      [...members].map(([name, nos]) => [name, figuresOf(nos, { papers, people, units, overall })] as const),
    );
  };
  return {
    total: figuresOf(all, { papers, people, units, overall }),
    units: grouped(({ name }) => name),
    regions: grouped(({ region }) => region),
    sectors: grouped(({ sector }) => sector),
    people,
    days: byDay(papers),
  };
}

interface Material {
  readonly papers: readonly PaperDiary[];
  readonly people: readonly ExpectedPerson[];
  readonly units: readonly PlannedUnit[];
  readonly overall: number;
}

function figuresOf(unitNos: readonly number[], { papers, people, units, overall }: Material): Expected {
  const isIn = new Set(unitNos);
  const own = papers.filter(({ unitNo }) => isIn.has(unitNo));
  const ownPeople = people.filter(({ unitNo }) => isIn.has(unitNo));
  const counted = units.filter(({ no, headCount }) => isIn.has(no) && headCount !== null);
  const countedNos = new Set(counted.map(({ no }) => no));
  const headCount = counted.length === 0 ? null : sum(counted, (unit) => unit.headCount ?? 0);
  const points = sum(ownPeople, (person) => person.points);
  const mean = ownPeople.length === 0 ? 0 : points / ownPeople.length;
  return {
    ...{ people: ownPeople.length, attempts: own.length, points, headCount, mean },
    fullMarks: own.filter(({ right, asked }) => right === asked).length,
    rate: headCount === null ? null : ownPeople.filter(({ unitNo }) => countedNos.has(unitNo)).length / headCount,
    bestTen: sum(
      ownPeople
        .map((person) => person.points)
        .sort((a, b) => b - a)
        .slice(0, 10),
      (value) => value,
    ),
    index: (ownPeople.length * mean + 20 * overall) / (ownPeople.length + 20),
  };
}

/** Every paper counts; ties by the summed time; places 1, 2, 2, 4. */
function scored(papers: readonly PaperDiary[]): ExpectedPerson[] {
  const sums = new Map<string, { unitNo: number; points: number; timeMs: number }>();
  for (const { personId, unitNo, right, asked, told } of papers) {
    const held = sums.get(personId) ?? { unitNo, points: 0, timeMs: 0 };
    sums.set(personId, { unitNo, points: held.points + pointsFor(right, asked), timeMs: held.timeMs + told.timeMs });
  }
  const sorted = [...sums].map(([personId, each]) => ({ personId, ...each }));
  sorted.sort((a, b) => b.points - a.points || a.timeMs - b.timeMs);
  let place = 0;
  return sorted.map((person, index) => {
    const above = sorted[index - 1];
    if (above?.points !== person.points || above.timeMs !== person.timeMs) place = index + 1;
    return { ...person, place };
  });
}

function byDay(papers: readonly PaperDiary[]): Map<number, { attempts: number; people: number }> {
  const first = new Map<string, number>();
  for (const { personId, day } of papers) first.set(personId, Math.min(first.get(personId) ?? day, day));
  const days = new Map<number, { attempts: number; people: number }>();
  for (const { day } of papers) {
    const held = days.get(day) ?? { attempts: 0, people: 0 };
    days.set(day, { ...held, attempts: held.attempts + 1 });
  }
  for (const day of first.values()) {
    const held = days.get(day) ?? { attempts: 0, people: 0 };
    days.set(day, { ...held, people: held.people + 1 });
  }
  return days;
}

function sum<T>(items: readonly T[], value: (item: T) => number): number {
  return items.reduce((total, item) => total + value(item), 0);
}
