import { nameKey } from '../live-round/name.js';
import { addTo } from '../shared/add-to.js';
import { admitKeys, keysOf, type Named } from './sister-names.js';
import { cleanText, type WrittenUnit } from './unit-cells.js';
import { aboveOf, UnitTree, type UnitNode } from './unit-tree.js';

/** A unit with all that files know of it. */
export interface KnownUnit extends UnitNode, Omit<WrittenUnit, 'name' | 'kind' | 'sector' | 'headCount'> {}

/** The key of a name in a file; control characters aside it is that of the database. */
export function fileKey(name: string): string {
  return nameKey(cleanText(name));
}

/**
 * The tree as it would be after some changes: the only one that can be changed. Knows by index who is called what below a unit
 * and whose a code is, so that thousands of changes are tried out in a moment.
 */
export class DraftTree extends UnitTree {
  private readonly units = new Map<string, KnownUnit>();
  private readonly called = new Map<string, Map<string, string[]>>();
  private readonly codes = new Map<string, string>();

  constructor(units: readonly KnownUnit[]) {
    super(units);
    for (const unit of units) this.index(unit);
  }

  unit(id: string): KnownUnit | null {
    return this.units.get(id) ?? null;
  }

  ofCode(code: string): string | null {
    return this.codes.get(code) ?? null;
  }

  /** Those of this name, or with this alias, directly below a unit, null = at the top; merged ones are nobody's sisters. */
  thoseCalled(parentId: string | null, key: string): readonly KnownUnit[] {
    const ids = this.called.get(parentId ?? '')?.get(key) ?? [];
    return ids.flatMap((id) => this.units.get(id) ?? []);
  }

  /** May a unit be called so there? Else `unit_name_taken`. */
  admitNames(named: Named, parentId: string | null, id: string | null) {
    const isTaken = (key: string) => this.thoseCalled(parentId, key).some((unit) => unit.id !== id);
    return admitKeys({ name: cleanText(named.name), aliases: named.aliases.map(cleanText) }, isTaken);
  }

  /** Puts a unit in, or in the place of what it was. */
  put(unit: KnownUnit): void {
    const before = this.units.get(unit.id);
    if (before !== undefined) {
      this.forget(before);
      const sisters = this.below.get(aboveOf(before));
      sisters?.splice(sisters.indexOf(unit.id), 1);
    }
    this.nodes.set(unit.id, unit);
    this.hang(unit);
    this.index(unit);
  }

  private index(unit: KnownUnit): void {
    this.units.set(unit.id, unit);
    if (unit.code !== null) this.codes.set(unit.code, unit.id);
    if (unit.status === 'merged') return;
    const sisters = this.sistersBelow(unit.parentId);
    for (const key of fileKeysOf(unit)) addTo(sisters, key, unit.id);
  }

  private forget(unit: KnownUnit): void {
    if (unit.code !== null) this.codes.delete(unit.code);
    const sisters = this.sistersBelow(unit.parentId);
    for (const key of fileKeysOf(unit)) {
      const others = (sisters.get(key) ?? []).filter((id) => id !== unit.id);
      sisters.set(key, others);
    }
  }

  /** Ids by key of those directly below a unit; lists, not sets: nearly every key is one unit's. */
  private sistersBelow(parentId: string | null): Map<string, string[]> {
    const known = this.called.get(parentId ?? '');
    if (known !== undefined) return known;
    const made = new Map<string, string[]>();
    this.called.set(parentId ?? '', made);
    return made;
  }
}

function fileKeysOf({ name, aliases }: Named): string[] {
  return keysOf({ name: cleanText(name), aliases: aliases.map(cleanText) });
}
