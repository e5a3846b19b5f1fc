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

/** What was done to a unit. */
export interface UnitNote {
  readonly unitId: string;
  readonly action: UnitChange['action'];
  readonly detail: string;
}

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
    await this.noteAll(tx, changedBy, [{ unitId, action, detail }]);
  }

  /** Several at once, in one statement. */
  async noteAll(tx: EntityManager, changedBy: string, notes: readonly UnitNote[]): Promise<void> {
    const changedAt = this.clock.now();
    const rows = notes.map(({ unitId, action, detail }) => ({
      ...{ id: this.random.uuid(), unitId, changedAt, changedBy, action, detail: detail.slice(0, DETAIL_CHARS) },
    }));
    if (rows.length > 0) await tx.insert(UnitChangeEntity, rows);
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
