import { Injectable } from '@nestjs/common';
import { audienceOf } from '../../domain/contest/audience.js';
import type { UnitTree } from '../../domain/units/unit-tree.js';
import { Clock } from '../../platform/clock/clock.js';
import { findRows } from '../../platform/database/rows.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { UnitsApi } from '../units/units.api.js';
import { ContestUnitEntity } from './entities/contest-unit.entity.js';
import { ContestEntity } from './entities/contest.entity.js';

/** Rows in one statement. */
const SLICE = 200;

/** The units of a contest and the head-counts that its rates are measured by. */
@Injectable()
export class ContestUnits {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly units: UnitsApi,
    private readonly clock: Clock,
  ) {}

  /**
   * Writes down the head-counts as they are now. What is written stays; units that come later, and counts that were missing, are added when
   * this is called again.
   */
  async freeze(contest: ContestEntity): Promise<void> {
    const tree = await this.units.tree();
    const known = await this.headCounts(contest.id);
    const missing = audienceOf(tree, contest.settings.audience).flatMap((unitId) => {
      const headCount = tree.get(unitId)?.headCount ?? null;
      const isNews = !known.has(unitId) || (known.get(unitId) === null && headCount !== null);
      return isNews ? [{ contestId: contest.id, unitId, headCount }] : [];
    });
    for (let from = 0; from < missing.length; from += SLICE) {
      const rows = missing.slice(from, from + SLICE);
      await this.unitOfWork.run((tx) => tx.upsert(ContestUnitEntity, rows, ['contestId', 'unitId']));
    }
    if (contest.frozenAt === null) {
      const frozenAt = this.clock.now();
      await this.unitOfWork.run((tx) => tx.update(ContestEntity, { id: contest.id }, { frozenAt }));
    }
  }

  /** Frozen head-counts; before the contest began those of the tree. */
  async headCountsOf(contest: ContestEntity, tree: UnitTree): Promise<Map<string, number | null>> {
    if (contest.frozenAt !== null) return this.headCounts(contest.id);
    const audience = audienceOf(tree, contest.settings.audience);
    return new Map(audience.map((id) => [id, tree.get(id)?.headCount ?? null]));
  }

  private async headCounts(contestId: string): Promise<Map<string, number | null>> {
    const rows = await this.unitOfWork.read((manager) =>
      findRows(manager, ContestUnitEntity, 'WHERE contest_id = ?', [contestId]),
    );
    return new Map(rows.map(({ unitId, headCount }) => [unitId, headCount]));
  }
}
