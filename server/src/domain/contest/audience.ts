import type { ContestSettings } from '@anquanli/contract/contest-settings';
import type { UnitTree } from '../units/unit-tree.js';

type Audience = ContestSettings['audience'];

/** Is a contest for this unit? Units are meant with all below them; where units and sectors are named, both must fit. */
export function isInAudience(tree: UnitTree, { unitIds, sectors }: Audience, unitId: string): boolean {
  const path = tree.pathOf(unitId);
  if (path.length === 0) return false;
  const isNamed = unitIds.length === 0 || path.some((id) => unitIds.includes(id));
  return isNamed && (sectors.length === 0 || sectors.includes(tree.sectorOf(unitId) ?? ''));
}

/** All units a contest is for, also those that were merged: what was earned for them is summed. Retired ones are not. */
export function audienceOf(tree: UnitTree, audience: Audience): string[] {
  return tree.all().filter((id) => tree.get(id)?.status !== 'retired' && isInAudience(tree, audience, id));
}
