import type { ContestUnitLine } from '@anquanli/contract/contest-desk';

export const UNIT_COLUMNS = [
  'people',
  'headCount',
  'rate',
  'week',
  'registered',
  'attempts',
  'points',
  'mean',
] as const;
export type UnitColumn = (typeof UNIT_COLUMNS)[number];

export interface UnitSort {
  readonly column: UnitColumn;
  readonly isDown: boolean;
}

export interface ShownUnit {
  readonly unit: ContestUnitLine;
  readonly depth: number;
}

/**
 * Lines of the tree: parents before children. Sorted, sisters are put in order and stay below the unit they belong to; searched, whatever
 * is found is shown with the units above it.
 */
export function shownUnits(
  units: readonly ContestUnitLine[],
  { search, onlyNobody, sort }: { search: string; onlyNobody: boolean; sort: UnitSort | null },
): ShownUnit[] {
  const needle = search.trim().toLowerCase();
  const isMeant = (unit: ContestUnitLine) =>
    (needle === '' || unit.name.toLowerCase().includes(needle)) && (!onlyNobody || unit.people === 0);
  const shown = needle === '' && !onlyNobody ? null : withAncestors(units, isMeant);
  const below = new Map<string | null, ContestUnitLine[]>();
  const known = new Set(units.map(({ unitId }) => unitId));
  for (const unit of units) {
    const above = unit.parentId !== null && known.has(unit.parentId) ? unit.parentId : null;
    below.set(above, [...(below.get(above) ?? []), unit]);
  }
  const lines: ShownUnit[] = [];
  const walk = (parentId: string | null, depth: number) => {
    for (const unit of sorted(below.get(parentId) ?? [], sort)) {
      if (shown !== null && !shown.has(unit.unitId)) continue;
      lines.push({ unit, depth });
      walk(unit.unitId, depth + 1);
    }
  };
  walk(null, 0);
  return lines;
}

/** Enterprises, or units below none, of which nobody has taken part; the largest first. */
export function unitsWithNobody(units: readonly ContestUnitLine[]): ContestUnitLine[] {
  const byId = new Map(units.map((unit) => [unit.unitId, unit]));
  const isBelowEnterprise = ({ parentId }: ContestUnitLine) => {
    for (let above = byId.get(parentId ?? ''); above !== undefined; above = byId.get(above.parentId ?? ''))
      if (above.kind === 'enterprise') return true;
    return false;
  };
  return units
    .filter((unit) => unit.people === 0 && unit.kind !== 'region' && !isBelowEnterprise(unit))
    .sort((a, b) => (b.headCount ?? 0) - (a.headCount ?? 0));
}

function sorted(units: readonly ContestUnitLine[], sort: UnitSort | null): readonly ContestUnitLine[] {
  if (sort === null) return units;
  const { column, isDown } = sort;
  // What is not known comes last, whichever way the order goes.
  const value = (unit: ContestUnitLine) =>
    unit[column] ?? (isDown ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY);
  return [...units].sort((a, b) => (isDown ? value(b) - value(a) : value(a) - value(b)) || 0);
}

function withAncestors(units: readonly ContestUnitLine[], isMeant: (unit: ContestUnitLine) => boolean): Set<string> {
  const byId = new Map(units.map((unit) => [unit.unitId, unit]));
  const shown = new Set<string>();
  for (const unit of units.filter(isMeant))
    for (
      let each: ContestUnitLine | undefined = unit;
      each && !shown.has(each.unitId);
      each = byId.get(each.parentId ?? '')
    )
      shown.add(each.unitId);
  return shown;
}
