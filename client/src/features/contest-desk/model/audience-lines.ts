import type { Unit } from '@anquanli/contract/units';

interface AudienceLine {
  readonly unit: Unit;
  readonly depth: number;
  /** A unit above it is chosen. */
  readonly isCovered: boolean;
}

/** Regions and enterprises to choose from; other units only when they are looked for or chosen. */
export function audienceLines(units: readonly Unit[], search: string, chosen: readonly string[]): AudienceLine[] {
  const needle = search.trim().toLowerCase();
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const below = new Map<string | null, Unit[]>();
  for (const unit of units) below.set(unit.parentId, [...(below.get(unit.parentId) ?? []), unit]);
  const lines: AudienceLine[] = [];
  const walk = (parentId: string | null, depth: number) => {
    for (const unit of below.get(parentId) ?? []) {
      const isLarge = unit.kind === 'region' || unit.kind === 'enterprise';
      const isFound = needle === '' ? isLarge || chosen.includes(unit.id) : unit.name.toLowerCase().includes(needle);
      if (unit.status === 'active' && isFound)
        lines.push({ unit, depth, isCovered: hasChosenAbove(unit, byId, chosen) });
      walk(unit.id, depth + 1);
    }
  };
  walk(null, 0);
  return lines;
}

/** The sectors of the tree and how many units name each. */
export function sectorsIn(units: readonly Unit[]): { sector: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { sector, status } of units)
    if (sector !== null && status === 'active') counts.set(sector, (counts.get(sector) ?? 0) + 1);
  return [...counts].map(([sector, count]) => ({ sector, count })).sort((a, b) => b.count - a.count);
}

function hasChosenAbove(unit: Unit, byId: ReadonlyMap<string, Unit>, chosen: readonly string[]): boolean {
  for (let above = byId.get(unit.parentId ?? ''); above !== undefined; above = byId.get(above.parentId ?? ''))
    if (chosen.includes(above.id)) return true;
  return false;
}
