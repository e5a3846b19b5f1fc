import { joined, PATH_SIGNS } from './escaped-list.js';
import { fileKey, type DraftTree, type KnownUnit } from './draft-tree.js';
import type { CellProblem, UnitSayings } from './unit-cells.js';

/** A row that has been read. */
export interface ReadRow {
  readonly rowNo: number;
  readonly sayings: UnitSayings;
  readonly problems: readonly CellProblem[];
}

/** Which unit a row is about, and where it is to stand. */
export interface RowNode {
  readonly row: ReadRow;
  /** Of the unit that is there already; `row:12` of one that the row would make. */
  readonly id: string;
  readonly known: KnownUnit | null;
  /** Undefined where the units above are not understood: then `problem` says why. */
  readonly parentId: string | null | undefined;
  readonly problem: CellProblem | null;
}

/** The id of a unit that is not made yet. */
export function idOfRow({ rowNo }: ReadRow): string {
  return `row:${rowNo}`;
}

/**
 * Finds out what each row is about: by the own code, else by the units above and the name, else by an alias. Who is known better by
 * another row is not taken for the weaker likeness. Units above may be rows of the same file, in any order, and may be called by
 * the name they have now or by the one they would have.
 */
export class RowNodes {
  private readonly byCode = new Map<number, KnownUnit>();
  private readonly taken = new Map<string, ReadRow>();
  private readonly firstAt = new Map<string, ReadRow>();
  private readonly nodes = new Map<number, RowNode>();

  constructor(
    private readonly tree: DraftTree,
    rows: readonly ReadRow[],
  ) {
    for (const row of rows) this.knowByCode(row);
    for (const row of rows) if (!this.firstAt.has(placeOf(row))) this.firstAt.set(placeOf(row), row);
    const levels = [...new Set(rows.map(({ sayings }) => sayings.path.length))].sort((a, b) => a - b);
    for (const level of levels) this.find(rows.filter(({ sayings }) => sayings.path.length === level));
  }

  of(row: ReadRow): RowNode | null {
    return this.nodes.get(row.rowNo) ?? null;
  }

  private knowByCode(row: ReadRow): void {
    const id = row.sayings.code === undefined ? null : this.tree.ofCode(row.sayings.code);
    const known = id === null ? null : this.tree.unit(id);
    if (known === null) return;
    this.byCode.set(row.rowNo, known);
    if (!this.taken.has(known.id)) this.taken.set(known.id, row);
  }

  /** Rows with equally many units above: those with fewer are known by now. */
  private find(rows: readonly ReadRow[]): void {
    const open: { row: ReadRow; parentId: string | null }[] = [];
    for (const row of rows) {
      const known = this.byCode.get(row.rowNo) ?? null;
      const parent = known !== null && row.sayings.path.length === 0 ? known.parentId : this.at(row.sayings.path);
      if (known !== null || parent === undefined) this.settle(row, known, parent);
      else open.push({ row, parentId: parent });
    }
    const likenesses = [
      ({ sayings }: ReadRow, unit: KnownUnit) => fileKey(unit.name) === fileKey(sayings.name),
      () => true,
    ];
    let left = open;
    for (const isLike of likenesses) {
      left = left.filter(({ row, parentId }) => {
        const known = this.tree
          .thoseCalled(parentId, fileKey(row.sayings.name))
          .find((unit) => isLike(row, unit) && !this.taken.has(unit.id));
        if (known === undefined) return true;
        this.taken.set(known.id, row);
        this.settle(row, known, parentId);
        return false;
      });
    }
    for (const { row, parentId } of left) this.settle(row, null, parentId);
  }

  private settle(row: ReadRow, known: KnownUnit | null, parentId: string | null | undefined): void {
    const spoken = known === null ? this.sameAs(row, parentId) : this.taken.get(known.id);
    const first = spoken === row ? undefined : spoken;
    const meant = known ?? (first && this.byCode.get(first.rowNo));
    const id = meant?.id ?? idOfRow(row);
    const problem =
      first !== undefined
        ? { column: null, code: 'row_repeated' as const, found: String(first.rowNo) }
        : parentId === undefined
          ? { column: 'path' as const, code: 'parent_unknown' as const, found: joined(row.sayings.path, PATH_SIGNS) }
          : null;
    this.nodes.set(row.rowNo, { row, id, known, parentId, problem });
  }

  /** The row that speaks of the same unit, if it is not the row itself: of the same place, or of what stands there and stays. */
  private sameAs(row: ReadRow, parentId: string | null | undefined): ReadRow | undefined {
    const first = this.firstAt.get(placeOf(row));
    if (first !== row || parentId === undefined) return first;
    const key = fileKey(row.sayings.name);
    return this.tree.thoseCalled(parentId, key).flatMap((unit): ReadRow[] => {
      const rival = this.taken.get(unit.id);
      const isStaying = rival?.sayings.path.length === 0 && ['', key].includes(fileKey(rival.sayings.name));
      return rival !== undefined && isStaying ? [rival] : [];
    })[0];
  }

  /** The unit at the end of a path; undefined where there is none. */
  private at(path: readonly string[]): string | null | undefined {
    const name = path[path.length - 1];
    if (name === undefined) return null;
    const row = this.firstAt.get(keyOf(path));
    const made = row && this.nodes.get(row.rowNo);
    if (made) return made.id;
    const parentId = this.at(path.slice(0, -1));
    if (parentId === undefined) return undefined;
    const found = this.tree.thoseCalled(parentId, fileKey(name));
    return (found.find((unit) => fileKey(unit.name) === fileKey(name)) ?? found[0])?.id;
  }
}

function placeOf({ sayings }: ReadRow): string {
  return keyOf([...sayings.path, sayings.name]);
}

function keyOf(path: readonly string[]): string {
  return path.map(fileKey).join('\n');
}
