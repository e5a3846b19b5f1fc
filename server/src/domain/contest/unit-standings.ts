import type { UnitMeasure } from '@anquanli/contract/vocabulary';
import { addTo } from '../shared/add-to.js';
import type { UnitTree } from '../units/unit-tree.js';
import { NO_CELL, plus, type Cell } from './score.js';

/** Weight of the contest's mean in the index: a unit of twenty people counts half for itself. */
const INDEX_WEIGHT = 20;
const BEST = 10;

/** What a contest holds about its units, leaf by leaf. */
export interface UnitFigures {
  /** Sums over all days, by the unit people took part for. */
  readonly cells: ReadonlyMap<string, Cell>;
  /** The best ten points of people of each unit, the highest first. */
  readonly bestOf: ReadonlyMap<string, readonly number[]>;
  /** Head-counts frozen at the start, by unit of the audience; null = none of its own. Units outside are not in it. */
  readonly headCounts: ReadonlyMap<string, number | null>;
}

/** A unit, region or sector with all below it summed. */
export interface GroupFigures extends Cell {
  readonly headCount: number | null;
  /** People of the units that have a head-count / headCount; above 1 is possible and shown; null without a head-count. */
  readonly rate: number | null;
  /** Enterprises (or units without one) in it, and how many of them have a head-count. */
  readonly units: number;
  readonly ratedUnits: number;
  readonly mean: number;
  readonly bestTen: number;
  readonly index: number;
}

export interface Group {
  readonly id: string;
  /** Leaves whose sums belong to it. */
  readonly leaves: readonly string[];
  /** The units that are counted as its parts. */
  readonly members: readonly string[];
}

/** M: points per person over the whole contest, 0 while nobody took part. */
export function contestMean({ cells }: UnitFigures): number {
  const all = [...cells.values()].reduce(plus, NO_CELL);
  return all.people === 0 ? 0 : all.points / all.people;
}

/**
 * The size-fair index (n·m + 20·M) / (n + 20): the mean m of n people drawn towards the contest's mean M, the more the fewer they are;
 * a Bayesian average with a prior of twenty people.
 */
export function fairIndex(people: number, mean: number, overall: number): number {
  return (people * mean + INDEX_WEIGHT * overall) / (people + INDEX_WEIGHT);
}

/** What a rate is made of: a head-count, and the people it counts. */
export interface RateBasis {
  readonly headCount: number | null;
  /** People of the units whose head-count is known. */
  readonly people: number;
}

/**
 * The basis of a unit's rate, with the head-counts as the contest froze them: its own, else those of the units below together; what was
 * merged into it since comes on top. People of units without a head-count are in no rate: they would raise that of the others.
 */
export function rateBasis(
  tree: UnitTree,
  figures: Pick<UnitFigures, 'cells' | 'headCounts'>,
  unitId: string,
): RateBasis {
  const below = tree.childrenOf(unitId).map((id) => ({ id, isMerged: tree.get(id)?.status === 'merged' }));
  const basisOf = (isMerged: boolean) =>
    together(below.flatMap((each) => (each.isMerged === isMerged ? [rateBasis(tree, figures, each.id)] : [])));
  const headCount = figures.headCounts.get(unitId) ?? null;
  const own = headCount === null ? basisOf(false) : { headCount, people: peopleIn(tree, figures, unitId) };
  return together([own, basisOf(true)]);
}

/** The rate of a basis; null without a head-count. */
export function rateOf({ headCount, people }: RateBasis): number | null {
  return headCount === null ? null : people / headCount;
}

function together(parts: readonly RateBasis[]): RateBasis {
  const known = parts.filter(({ headCount }) => headCount !== null);
  if (known.length === 0) return { headCount: null, people: 0 };
  return known.reduce((sum, { headCount, people }) => ({
    headCount: (sum.headCount ?? 0) + (headCount ?? 0),
    people: sum.people + people,
  }));
}

/** People of a unit and all below it, but for what was merged into it itself, which counts apart. */
function peopleIn(tree: UnitTree, figures: Pick<UnitFigures, 'cells'>, unitId: string): number {
  const merged = tree.childrenOf(unitId).filter((id) => tree.get(id)?.status === 'merged');
  const apart = new Set(merged.flatMap((id) => tree.subtree(id)));
  return tree.subtree(unitId).reduce((sum, id) => sum + (apart.has(id) ? 0 : (figures.cells.get(id)?.people ?? 0)), 0);
}

/** Sums of a group. `headCount` comes from its members. */
export function groupFigures(tree: UnitTree, figures: UnitFigures, group: Group, overall: number): GroupFigures {
  const cell = group.leaves.reduce((sum, id) => plus(sum, figures.cells.get(id) ?? NO_CELL), NO_CELL);
  const bases = group.members.map((id) => rateBasis(tree, figures, id));
  const basis = together(bases);
  const mean = cell.people === 0 ? 0 : cell.points / cell.people;
  const best = group.leaves.flatMap((id) => figures.bestOf.get(id) ?? []).sort((a, b) => b - a);
  return {
    people: cell.people,
    active: cell.active,
    attempts: cell.attempts,
    points: cell.points,
    right: cell.right,
    asked: cell.asked,
    fullMarks: cell.fullMarks,
    headCount: basis.headCount,
    rate: rateOf(basis),
    units: group.members.length,
    ratedUnits: bases.filter(({ headCount }) => headCount !== null).length,
    mean,
    bestTen: best.slice(0, BEST).reduce((sum, points) => sum + points, 0),
    index: fairIndex(cell.people, mean, overall),
  };
}

/** Enterprises of the audience, and units that belong to none: with all that is below each. */
export function unitGroups(tree: UnitTree, audience: ReadonlySet<string>): Group[] {
  const groups = new Map<string, string[]>();
  for (const id of tree.all()) {
    if (!audience.has(id)) continue;
    const top = tree.enterpriseOf(id);
    // A region is a place to sum, not a member; people registered with it directly make it one.
    addTo(groups, top, id);
  }
  return [...groups]
    .filter(([id]) => tree.get(id)?.kind !== 'region')
    .map(([id, leaves]) => ({ id, leaves, members: [id] }));
}

/** The nearest regions above the units; people registered with a region itself count for it. */
export function regionGroups(tree: UnitTree, audience: ReadonlySet<string>): Group[] {
  return groupedBy(tree, audience, (id) => tree.regionOf(id));
}

/** Group id = the sector's name. */
export function sectorGroups(tree: UnitTree, audience: ReadonlySet<string>): Group[] {
  return groupedBy(tree, audience, (id) => tree.sectorOf(id));
}

/** Better first by the measure, then by the index, people and id; places 1, 2, 2, 4 by the measure alone. Missing rates come last. */
export function ranked<T extends { id: string; figures: GroupFigures }>(
  rows: readonly T[],
  measure: UnitMeasure,
): (T & { place: number })[] {
  const value = ({ figures }: T) => measureOf(figures, measure);
  const sorted = [...rows].sort(
    (a, b) =>
      value(b) - value(a) ||
      b.figures.index - a.figures.index ||
      b.figures.people - a.figures.people ||
      (a.id < b.id ? -1 : 1),
  );
  let place = 0;
  return sorted.map((row, index) => {
    const above = sorted[index - 1];
    if (above === undefined || value(above) !== value(row)) place = index + 1;
    return { ...row, place };
  });
}

function measureOf(figures: GroupFigures, measure: UnitMeasure): number {
  switch (measure) {
    case 'index':
      return figures.index;
    case 'rate':
      return figures.rate ?? -1;
    case 'points':
      return figures.points;
    case 'mean':
      return figures.mean;
    case 'best_ten':
      return figures.bestTen;
  }
}

function groupedBy(tree: UnitTree, audience: ReadonlySet<string>, groupOf: (id: string) => string | null): Group[] {
  const leaves = new Map<string, string[]>();
  const members = new Map<string, Set<string>>();
  for (const id of tree.all()) {
    const group = audience.has(id) ? groupOf(id) : null;
    if (group === null) continue;
    addTo(leaves, group, id);
    const top = tree.enterpriseOf(id);
    if (tree.get(top)?.kind !== 'region') members.set(group, (members.get(group) ?? new Set()).add(top));
  }
  return [...leaves].map(([id, own]) => ({ id, leaves: own, members: [...(members.get(id) ?? [])] }));
}
