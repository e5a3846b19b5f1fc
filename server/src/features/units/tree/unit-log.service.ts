import type { UnitChange } from '@anquanli/contract/units.js';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../../platform/clock/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Random } from '../../../platform/random/random.js';
import { IdentityApi } from '../../identity/identity.api.js';
import { UnitChangeEntity } from '../entities/unit-change.entity.js';

const DETAIL_CHARS = 300;
const LINES = 200;

/** Who did what to a unit, and when. */
@Injectable()
export class UnitLog {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly identity: IdentityApi,
    private readonly clock: Clock,
    private readonly random: Random,
  ) {}

  /** In the transaction of the change itself. */
  async note(
    tx: EntityManager,
    unitId: string,
    changedBy: string,
    action: UnitChange['action'],
    detail = '',
  ): Promise<void> {
    await tx.insert(UnitChangeEntity, {
      id: this.random.uuid(),
      unitId,
      changedAt: this.clock.now(),
      changedBy,
      action,
      detail: detail.slice(0, DETAIL_CHARS),
    });
  }

  /** The newest first, 200 at most. */
  async of(unitId: string): Promise<UnitChange[]> {
    const rows = await this.unitOfWork.read((manager) =>
      manager.find(UnitChangeEntity, { where: { unitId }, order: { changedAt: 'DESC', id: 'DESC' }, take: LINES }),
    );
    const names = await this.identity.accountName(
      rows.flatMap(({ changedBy }) => (changedBy === null ? [] : [changedBy])),
    );
    return rows.map(({ changedAt, changedBy, action, detail }) => ({
      at: changedAt,
      byName: changedBy === null ? null : (names.get(changedBy) ?? null),
      action: action as UnitChange['action'],
      detail,
    }));
  }
}
