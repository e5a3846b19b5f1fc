import type { Unit } from '@anquanli/contract/units';

export const TREE_FILTERS = ['all', 'waiting', 'overfull', 'no_code', 'no_head_count'] as const;
export type TreeFilter = (typeof TREE_FILTERS)[number];

export interface TreeLine {
  readonly unit: Unit;
  readonly depth: number;
  readonly hasChildren: boolean;
}

export interface TreeView {
  readonly search: string;
  readonly filter: TreeFilter;
  /** Units whose children are shown, where nothing is looked for. */
  readonly open: ReadonlySet<string>;
}

/**
 * The lines of the tree as it is looked at. Whatever is looked for is shown with the units above it, so that it is clear where it is;
 * merged units only when looked for.
 */
export function treeLines(units: readonly Unit[], { search, filter, open }: TreeView): TreeLine[] {
  const children = childrenOf(units);
  const needle = search.trim().toLowerCase();
  const isSearching = needle !== '' || filter !== 'all';
  const shown = isSearching ? withAncestors(units, (unit) => isFound(unit, needle, filter)) : null;
  const known = new Set(units.map(({ id }) => id));
  const lines: TreeLine[] = [];
  const walk = (unit: Unit, depth: number) => {
    if (shown !== null ? !shown.has(unit.id) : unit.status === 'merged') return;
    const below = children.get(unit.id) ?? [];
    lines.push({ unit, depth, hasChildren: below.some(({ status }) => status !== 'merged') });
    if (shown !== null || open.has(unit.id)) below.forEach((child) => walk(child, depth + 1));
  };
  units.filter(({ parentId }) => parentId === null || !known.has(parentId)).forEach((top) => walk(top, 0));
  return lines;
}

/** Up to so many units the whole tree is shown at first. */
const SMALL_TREE = 60;

/** Units whose children are shown: all of a small tree, the tops of a large one; `turned` ones the other way round. */
export function openUnits(units: readonly Unit[], turned: ReadonlySet<string>): Set<string> {
  const known = new Set(units.map(({ id }) => id));
  const isOpenAtFirst = ({ parentId }: Unit) => units.length <= SMALL_TREE || parentId === null || !known.has(parentId);
  return new Set(units.filter((unit) => isOpenAtFirst(unit) !== turned.has(unit.id)).map(({ id }) => id));
}

/** People of each unit together with those of the units below it; merged units have none of their own. */
export function peopleWithin(units: readonly Unit[]): Map<string, number> {
  const sums = new Map<string, number>();
  // Parents come before children: from the end, every child is complete before it is added to its parent.
  for (const { id, parentId, people } of [...units].reverse()) {
    const own = (sums.get(id) ?? 0) + people;
    sums.set(id, own);
    if (parentId !== null) sums.set(parentId, (sums.get(parentId) ?? 0) + own);
  }
  return sums;
}

/** Names from the top of what is seen down to the unit. */
export function pathOf(units: readonly Unit[], id: string): string[] {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const path: string[] = [];
  for (let unit = byId.get(id); unit !== undefined && path.length < 20; unit = byId.get(unit.parentId ?? ''))
    path.unshift(unit.name);
  return path;
}

function isFound(unit: Unit, needle: string, filter: TreeFilter): boolean {
  const texts = [unit.name, unit.code ?? '', unit.sector ?? '', ...unit.aliases];
  return (needle === '' || texts.some((text) => text.toLowerCase().includes(needle))) && fits(unit, filter);
}

function fits(unit: Unit, filter: TreeFilter): boolean {
  const isActive = unit.status === 'active';
  switch (filter) {
    case 'all':
      return true;
    case 'waiting':
      return unit.waiting > 0;
    case 'overfull':
      return unit.isOverfull;
    case 'no_code':
      return isActive && !unit.hasCode;
    case 'no_head_count':
      return isActive && unit.kind !== 'region' && unit.headCount === null;
  }
}

function withAncestors(units: readonly Unit[], isMeant: (unit: Unit) => boolean): Set<string> {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const shown = new Set<string>();
  for (const unit of units.filter(isMeant)) {
    let each: Unit | undefined = unit;
    while (each !== undefined && !shown.has(each.id)) {
      shown.add(each.id);
      each = byId.get(each.parentId ?? '');
    }
  }
  return shown;
}

function childrenOf(units: readonly Unit[]): Map<string, Unit[]> {
  const children = new Map<string, Unit[]>();
  for (const unit of units) {
    if (unit.parentId !== null) children.set(unit.parentId, [...(children.get(unit.parentId) ?? []), unit]);
  }
  return children;
}
