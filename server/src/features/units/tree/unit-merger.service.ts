import { LIMITS } from '@anquanli/contract/vocabulary.js';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../../domain/identity/actor.js';
import { nameKey } from '../../../domain/live-round/name.js';
import { accept, refuse, type Result } from '../../../domain/shared/result.js';
import { admitMerger } from '../../../domain/units/placement.js';
import { keysOf, tidyAliases } from '../../../domain/units/sister-names.js';
import { CaptainsApi } from '../../identity/captains.api.js';
import { UnitEntity } from '../entities/unit.entity.js';
import { Rosters } from '../rosters/rosters.service.js';
import { UnitEditService } from './unit-edit.service.js';
import { UnitLog } from './unit-log.service.js';
import { ownTop, reaches } from './unit-scope.js';
import type { LoadedTree } from './unit-tree.service.js';

/** Makes one unit an alias of another. */
@Injectable()
export class UnitMergerService {
  constructor(
    private readonly edits: UnitEditService,
    private readonly captains: CaptainsApi,
    private readonly rosters: Rosters,
    private readonly log: UnitLog,
  ) {}

  /**
   * People, captains, codes, the roster and the units below go to the other one, whose aliases take the old names. What was earned for the unit keeps its
   * id, and is summed there from now on: the tree hangs a merged unit below the one it went into.
   */
  merge(actor: Actor, unitId: string, version: number, into: string): Promise<Result<null>> {
    return this.edits.change(actor, unitId, version, async (tx, loaded, unit) => {
      if (ownTop(actor) === unitId) return refuse('forbidden');
      if (!reaches(actor, 'units.manage', loaded.tree, into)) return refuse('unit_unknown', { path: 'into' });
      const merger = admitMerger(loaded.tree, unitId, into);
      if (!merger.ok) return merger;
      const target = loaded.rows.get(into);
      if (target === undefined) return refuse('unit_unknown', { path: 'into' });
      if (haveChildrenOfOneName(loaded, unitId, into)) return refuse('unit_name_taken', { path: 'into' });
      await this.absorb(tx, unit, target);
      await this.log.note(tx, unitId, actor.accountId, 'merged', target.name);
      await this.log.note(tx, into, actor.accountId, 'absorbed', unit.name);
      return accept(null);
    });
  }

  private async absorb(tx: EntityManager, unit: UnitEntity, target: UnitEntity): Promise<void> {
    // The old place is nobody's any more, so that a new unit may have the name.
    const gone = { status: 'merged' as const, mergedInto: target.id, parentKey: unit.id, code: null };
    await tx.update(UnitEntity, { id: unit.id }, { ...gone, version: unit.version + 1 });
    await tx.update(UnitEntity, { parentId: unit.id }, { parentId: target.id });
    await tx.update(UnitEntity, { parentKey: unit.id, status: 'active' }, { parentKey: target.id });
    await tx.update(UnitEntity, { parentKey: unit.id, status: 'retired' }, { parentKey: target.id });
    const named = { name: target.name, aliases: [...target.aliases, unit.name, ...unit.aliases] };
    const aliases = tidyAliases(named).slice(0, LIMITS.unitAliases);
    await tx.update(UnitEntity, { id: target.id }, { aliases, version: target.version + 1 });
    for (const table of ['participant', 'unit_code', 'person_claim'])
      await tx.query(`UPDATE ${table} SET unit_id = ? WHERE unit_id = ?`, [target.id, unit.id]);
    await this.rosters.moveIn(tx, unit.id, target.id);
    await this.captains.move(tx, unit.id, target.id);
  }
}

/** Two departments of one name below the two would become sisters. */
function haveChildrenOfOneName({ rows }: LoadedTree, one: string, other: string): boolean {
  const childrenOf = (id: string) => [...rows.values()].filter(({ parentKey }) => parentKey === id);
  const keys = new Set(childrenOf(other).flatMap(keysOf));
  return childrenOf(one).some(({ name, aliases }) => [name, ...aliases].some((each) => keys.has(nameKey(each))));
}
