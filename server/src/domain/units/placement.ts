import { LIMITS, UNIT_KINDS, type UnitKind } from '@anquanli/contract/vocabulary';
import { accept, refuse, type Result } from '../shared/result.js';
import type { UnitTree } from './unit-tree.js';

/** A unit that is to stand somewhere. `id` null = a new one. */
export interface Placing {
  readonly id: string | null;
  readonly kind: UnitKind;
  readonly parentId: string | null;
}

/**
 * May the unit stand there? No unit stands below one of a later kind, below itself, or deeper than `LIMITS.unitDepth`; none below one
 * that is retired or merged. Refusals: `unit_unknown`, `unit_not_active`, `unit_place_refused`.
 */
export function admitPlace(tree: UnitTree, { id, kind, parentId }: Placing): Result<null> {
  if (id === null && tree.size >= LIMITS.units) return refuse('unit_place_refused', { maximum: LIMITS.units });
  const above = parentId === null ? null : tree.get(parentId);
  if (parentId !== null) {
    if (above === null) return refuse('unit_unknown', { path: 'parentId' });
    if (above.status !== 'active') return refuse('unit_not_active', { path: 'parentId' });
    if (rankOf(above.kind) > rankOf(kind)) return refuse('unit_place_refused', { path: 'kind' });
    if (id !== null && tree.isWithin(parentId, id)) return refuse('unit_place_refused', { path: 'parentId' });
  }
  const depth = (parentId === null ? 0 : tree.pathOf(parentId).length) + heightOf(tree, id);
  if (depth > LIMITS.unitDepth) return refuse('unit_place_refused', { path: 'parentId', maximum: LIMITS.unitDepth });
  const tooEarly = id !== null && childrenAbove(tree, id, kind);
  return tooEarly ? refuse('unit_place_refused', { path: 'kind' }) : accept(null);
}

/**
 * May one unit become an alias of the other? Both active and of one kind, neither below the other. Else `unit_not_active`,
 * `unit_merge_refused`.
 */
export function admitMerger(tree: UnitTree, id: string, into: string): Result<null> {
  const [one, other] = [tree.get(id), tree.get(into)];
  if (one === null || other === null) return refuse('unit_unknown', { path: 'into' });
  if (one.status !== 'active' || other.status !== 'active') return refuse('unit_not_active', { path: 'into' });
  if (one.kind !== other.kind || tree.isWithin(id, into) || tree.isWithin(into, id))
    return refuse('unit_merge_refused', { path: 'into' });
  return accept(null);
}

/** Does a unit directly below have an earlier kind than the unit is to have? Merged ones are of its own. */
function childrenAbove(tree: UnitTree, id: string, kind: UnitKind): boolean {
  return tree.childrenOf(id).some((child) => {
    const node = tree.get(child);
    return node !== null && node.status !== 'merged' && rankOf(node.kind) < rankOf(kind);
  });
}

/** Levels of the subtree, the unit itself one of them. */
function heightOf(tree: UnitTree, id: string | null): number {
  if (id === null) return 1;
  return 1 + Math.max(0, ...tree.childrenOf(id).map((child) => heightOf(tree, child)));
}

function rankOf(kind: UnitKind): number {
  return UNIT_KINDS.indexOf(kind);
}
