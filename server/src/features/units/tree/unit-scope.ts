import type { Actor } from '../../../domain/identity/actor.js';
import { can, type Action } from '../../../domain/identity/can.js';
import type { UnitTree } from '../../../domain/units/unit-tree.js';

/** May the actor do this with the unit? Unknown units are in nobody's reach. */
export function reaches(actor: Actor, action: Action, tree: UnitTree, unitId: string): boolean {
  return tree.get(unitId) !== null && can(actor, action, { unitPath: tree.pathOf(unitId) });
}

/** The top unit of what the actor sees; null for the whole tree. */
export function ownTop(actor: Actor): string | null {
  return actor.role === 'captain' ? (actor.unitId ?? '') : null;
}

/** Units the actor sees, parents before children. */
export function unitsSeen(actor: Actor, tree: UnitTree): string[] {
  const top = ownTop(actor);
  return top === null ? tree.all() : tree.subtree(top);
}
