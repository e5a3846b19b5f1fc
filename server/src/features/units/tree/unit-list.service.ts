import type { Unit } from '@anquanli/contract/units.js';
import { LIMITS } from '@anquanli/contract/vocabulary.js';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../domain/identity/actor.js';
import type { UnitTree } from '../../../domain/units/unit-tree.js';
import { Clock } from '../../../platform/clock/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { UnitEntity } from '../entities/unit.entity.js';
import { unitsSeen } from './unit-scope.js';
import { UnitTreeService } from './unit-tree.service.js';

interface Counts {
  readonly people: ReadonlyMap<string, number>;
  readonly waiting: ReadonlyMap<string, number>;
  readonly coded: ReadonlySet<string>;
}

/** Units as the desk shows them. */
@Injectable()
export class UnitListService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly trees: UnitTreeService,
    private readonly clock: Clock,
  ) {}

  /** The tree as far as the actor sees it, parents before children, sisters by name. */
  async list(actor: Actor): Promise<Unit[]> {
    const { tree, rows } = await this.trees.load();
    const counts = await this.counts();
    return unitsSeen(actor, tree).flatMap((id) => {
      const row = rows.get(id);
      return row === undefined ? [] : [shown(row, tree, counts)];
    });
  }

  async one(id: string): Promise<Unit> {
    const { tree, rows } = await this.trees.load();
    const row = rows.get(id);
    if (row === undefined) throw new Error(`unit ${id} was there a moment ago`);
    return shown(row, tree, await this.counts());
  }

  private async counts(): Promise<Counts> {
    const [people, codes] = await this.unitOfWork.read(async (manager) => [
      await manager.query<{ unit_id: string; status: string; n: number | string }[]>(
        `SELECT unit_id, status, COUNT(*) AS n FROM participant WHERE status IN ('active', 'waiting') GROUP BY unit_id, status`,
      ),
      await manager.query<{ unit_id: string }[]>(
        'SELECT DISTINCT unit_id FROM unit_code WHERE revoked_at IS NULL AND (expires_at IS NULL OR expires_at > ?)',
        [this.clock.now()],
      ),
    ]);
    const all = new Map<string, number>();
    for (const { unit_id: unitId, n } of people) all.set(unitId, (all.get(unitId) ?? 0) + Number(n));
    const waiting = people.filter(({ status }) => status === 'waiting');
    return {
      people: all,
      waiting: new Map(waiting.map(({ unit_id: unitId, n }) => [unitId, Number(n)])),
      coded: new Set(codes.map((row) => row.unit_id)),
    };
  }
}

function shown(row: UnitEntity, tree: UnitTree, { people, waiting, coded }: Counts): Unit {
  const { id, parentId, name, kind, sector, code, headCount, aliases, needsApproval, isRosterOnly } = row;
  const { status, mergedInto, version } = row;
  const below = headCount === null ? 0 : tree.subtree(id).reduce((sum, each) => sum + (people.get(each) ?? 0), 0);
  return {
    ...{ id, parentId, name, kind, sector, code, headCount, aliases, needsApproval, isRosterOnly },
    ...{ status, mergedInto, version },
    people: people.get(id) ?? 0,
    waiting: waiting.get(id) ?? 0,
    isOverfull: headCount !== null && below > headCount * LIMITS.overfullShare,
    hasCode: coded.has(id),
  };
}
