import type { UnitKind, UnitStatus } from '@anquanli/contract/vocabulary';

/** A unit as the tree needs to know it. */
export interface UnitNode {
  readonly id: string;
  readonly parentId: string | null;
  readonly kind: UnitKind;
  readonly name: string;
  /** null = as the unit above. */
  readonly sector: string | null;
  readonly headCount: number | null;
  readonly status: UnitStatus;
  readonly mergedInto: string | null;
}

/**
 * The tree of units at one moment; never changed. A merged unit hangs below the one it went into, so that what was earned for it is
 * summed there. Unknown ids have no path, no units below and no name: what is asked about them is empty, never an error.
 */
export class UnitTree {
  protected readonly nodes: Map<string, UnitNode>;
  protected readonly below = new Map<string | null, string[]>();

  constructor(nodes: readonly UnitNode[]) {
    this.nodes = new Map(nodes.map((node) => [node.id, node]));
    for (const node of nodes) this.hang(node);
  }

  get size(): number {
    return this.nodes.size;
  }

  get(id: string): UnitNode | null {
    return this.nodes.get(id) ?? null;
  }

  /** Units without one above. */
  tops(): readonly string[] {
    return this.below.get(null) ?? [];
  }

  /** Directly below, merged ones too. */
  childrenOf(id: string): readonly string[] {
    return this.below.get(id) ?? [];
  }

  /** Ids from the top down to the unit itself; through the unit it was merged into. */
  pathOf(id: string): string[] {
    const path: string[] = [];
    for (let node = this.nodes.get(id); node !== undefined; node = this.nodes.get(aboveOf(node) ?? '')) {
      // Rows that contradict each other must not hang the server.
      if (path.includes(node.id)) break;
      path.unshift(node.id);
    }
    return path;
  }

  /** Names along {@link pathOf}; of a merged unit those of the one it went into. */
  namesOf(id: string): string[] {
    return this.pathOf(this.survivorOf(id)).map((each) => this.nodes.get(each)?.name ?? '');
  }

  isWithin(id: string, ancestorId: string): boolean {
    return this.pathOf(id).includes(ancestorId);
  }

  /** The unit and everything below it, parents before children. */
  subtree(id: string): string[] {
    if (!this.nodes.has(id)) return [];
    const all = [id];
    for (const each of all) all.push(...this.childrenOf(each));
    return all;
  }

  /** All units, parents before children. */
  all(): string[] {
    return this.tops().flatMap((top) => this.subtree(top));
  }

  /** Where people of a merged unit are now; otherwise the unit itself. */
  survivorOf(id: string): string {
    const seen = new Set<string>();
    let current = id;
    for (let node = this.nodes.get(current); node?.mergedInto != null && !seen.has(node.id);) {
      seen.add(node.id);
      current = node.mergedInto;
      node = this.nodes.get(current);
    }
    return current;
  }

  /** Its own sector, or that of the nearest unit above which has one. */
  sectorOf(id: string): string | null {
    return this.nearest(id, ({ sector }) => sector !== null)?.sector ?? null;
  }

  /** The nearest enterprise from the unit upwards; without one the unit itself. */
  enterpriseOf(id: string): string {
    const survivor = this.survivorOf(id);
    return this.nearest(survivor, ({ kind }) => kind === 'enterprise')?.id ?? survivor;
  }

  /** The nearest region from the unit upwards; null where there is none. */
  regionOf(id: string): string | null {
    return this.nearest(id, ({ kind }) => kind === 'region')?.id ?? null;
  }

  protected hang(node: UnitNode): void {
    const above = aboveOf(node);
    const sisters = this.below.get(above);
    if (sisters === undefined) this.below.set(above, [node.id]);
    else sisters.push(node.id);
  }

  private nearest(id: string, suits: (node: UnitNode) => boolean): UnitNode | null {
    for (const each of this.pathOf(id).reverse()) {
      const node = this.nodes.get(each);
      if (node !== undefined && suits(node)) return node;
    }
    return null;
  }
}

/** Below which unit it hangs: a merged one below the one it went into. */
export function aboveOf({ mergedInto, parentId }: UnitNode): string | null {
  return mergedInto ?? parentId;
}
