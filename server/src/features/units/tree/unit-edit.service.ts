import type { UnitContent } from '@anquanli/contract/units.js';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../../domain/identity/actor.js';
import { can } from '../../../domain/identity/can.js';
import { nameKey } from '../../../domain/live-round/name.js';
import { accept, refuse, type Result } from '../../../domain/shared/result.js';
import { admitPlace } from '../../../domain/units/placement.js';
import { admitNames, tidyAliases } from '../../../domain/units/sister-names.js';
import { Clock } from '../../../platform/clock/clock.js';
import { isDuplicateKey } from '../../../platform/database/database-errors.js';
import { runOrRefuse } from '../../../platform/database/run-or-refuse.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Random } from '../../../platform/random/random.js';
import { UnitEntity } from '../entities/unit.entity.js';
import { UnitLog } from './unit-log.service.js';
import { ownTop, reaches } from './unit-scope.js';
import { ROOT, UnitTreeService, type LoadedTree } from './unit-tree.service.js';

type Decide = (tx: EntityManager, loaded: LoadedTree, unit: UnitEntity) => Promise<Result<null>>;

/** Makes units and changes them one by one; mergers have a file of their own. */
@Injectable()
export class UnitEditService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly trees: UnitTreeService,
    private readonly log: UnitLog,
    private readonly clock: Clock,
    private readonly random: Random,
  ) {}

  async create(actor: Actor, parentId: string | null, content: UnitContent): Promise<Result<{ id: string }>> {
    const id = this.random.uuid();
    const made = await this.changeTree(async (tx, loaded) => {
      const isInReach =
        parentId === null ? can(actor, 'units.found') : reaches(actor, 'units.manage', loaded.tree, parentId);
      if (!isInReach) return parentId === null ? refuse('forbidden') : refuse('unit_unknown', { path: 'parentId' });
      const place = admitPlace(loaded.tree, { id: null, kind: content.kind, parentId });
      if (!place.ok) return place;
      const names = admitNames(content, sistersOf(loaded, parentId, null));
      if (!names.ok) return names;
      const status = { status: 'active' as const, mergedInto: null, isRosterOnly: false };
      const made = { version: 1, createdAt: this.clock.now() };
      await tx.insert(UnitEntity, {
        id,
        parentId,
        parentKey: parentId ?? ROOT,
        ...columnsOf(content),
        ...status,
        ...made,
      });
      await this.log.note(tx, id, actor.accountId, 'created', content.name);
      return accept(null);
    });
    return made.ok ? accept({ id }) : made;
  }

  update(actor: Actor, unitId: string, version: number, content: UnitContent): Promise<Result<null>> {
    return this.change(actor, unitId, version, async (tx, loaded, unit) => {
      const place = admitPlace(loaded.tree, { id: unitId, kind: content.kind, parentId: unit.parentId });
      // A captain's own top stands below what is not theirs to judge.
      if (!place.ok && place.code !== 'unit_not_active') return place;
      const names = admitNames(content, sistersOf(loaded, unit.parentId, unitId));
      if (!names.ok) return names;
      const columns = columnsOf(content);
      await tx.update(UnitEntity, { id: unitId }, { ...columns, version: version + 1 });
      await this.log.note(tx, unitId, actor.accountId, 'changed', changedFields(unit, columns).join(' '));
      return accept(null);
    });
  }

  move(actor: Actor, unitId: string, version: number, parentId: string | null): Promise<Result<null>> {
    return this.change(actor, unitId, version, async (tx, loaded, unit) => {
      const isInReach =
        parentId === null ? can(actor, 'units.found') : reaches(actor, 'units.manage', loaded.tree, parentId);
      if (!isInReach || ownTop(actor) === unitId) return refuse('forbidden');
      const place = admitPlace(loaded.tree, { id: unitId, kind: unit.kind, parentId });
      if (!place.ok) return place;
      const names = admitNames(unit, sistersOf(loaded, parentId, unitId));
      if (!names.ok) return names;
      await tx.update(UnitEntity, { id: unitId }, { parentId, parentKey: parentId ?? ROOT, version: version + 1 });
      const to = parentId === null ? '' : (loaded.tree.get(parentId)?.name ?? '');
      await this.log.note(tx, unitId, actor.accountId, 'moved', to);
      return accept(null);
    });
  }

  retire(actor: Actor, unitId: string, version: number, isRetired: boolean): Promise<Result<null>> {
    return this.change(actor, unitId, version, async (tx, loaded, unit) => {
      if (ownTop(actor) === unitId) return refuse('forbidden');
      const above = unit.parentId === null ? null : loaded.tree.get(unit.parentId);
      if (!isRetired && above !== null && above.status !== 'active') return refuse('unit_not_active');
      const status = isRetired ? ('retired' as const) : ('active' as const);
      await tx.update(UnitEntity, { id: unitId }, { status, version: version + 1 });
      await this.log.note(tx, unitId, actor.accountId, isRetired ? 'retired' : 'revived');
      return accept(null);
    });
  }

  /** From now on people of the roster alone may register, or everybody again. */
  setRosterOnly(actor: Actor, unitId: string, version: number, isRosterOnly: boolean): Promise<Result<null>> {
    return this.change(actor, unitId, version, async (tx) => {
      await tx.update(UnitEntity, { id: unitId }, { isRosterOnly, version: version + 1 });
      await this.log.note(tx, unitId, actor.accountId, isRosterOnly ? 'roster_closed' : 'roster_opened');
      return accept(null);
    });
  }

  /** A change of one unit that is in reach, not merged, and still of the version that was looked at. */
  async change(actor: Actor, unitId: string, version: number, decide: Decide): Promise<Result<null>> {
    return this.changeTree(async (tx, loaded) => {
      const unit = loaded.rows.get(unitId);
      if (unit === undefined || !reaches(actor, 'units.manage', loaded.tree, unitId)) return refuse('not_found');
      if (unit.status === 'merged') return refuse('unit_not_active');
      if (unit.version !== version) return refuse('stale_version', { version: unit.version });
      return decide(tx, loaded, unit);
    });
  }

  private async changeTree(
    work: (tx: EntityManager, loaded: LoadedTree) => Promise<Result<null>>,
  ): Promise<Result<null>> {
    try {
      // What was refused must not have moved the tree.
      return await runOrRefuse(
        (inside) => this.unitOfWork.run(inside),
        async (tx) => work(tx, await this.trees.beginChange(tx)),
      );
    } catch (error) {
      // Sisters are told apart under the lock of the tree: what is left is the own code.
      if (isDuplicateKey(error)) return refuse('unit_code_taken', { path: 'content.code' });
      throw error;
    }
  }
}

function columnsOf(content: UnitContent) {
  return { ...content, nameKey: nameKey(content.name), aliases: tidyAliases(content) };
}

function sistersOf({ rows }: LoadedTree, parentId: string | null, except: string | null): UnitEntity[] {
  const key = parentId ?? ROOT;
  return [...rows.values()].filter(({ id, parentKey }) => parentKey === key && id !== except);
}

function changedFields(before: UnitEntity, after: ReturnType<typeof columnsOf>): string[] {
  const fields = ['name', 'kind', 'sector', 'code', 'headCount', 'aliases', 'needsApproval'] as const;
  return fields.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));
}
