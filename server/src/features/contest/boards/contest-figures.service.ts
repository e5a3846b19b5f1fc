import { Injectable } from '@nestjs/common';
import { audienceOf } from '../../../domain/contest/audience.js';
import { NO_CELL, plus, type Cell } from '../../../domain/contest/score.js';
import {
  contestMean,
  groupFigures,
  regionGroups,
  sectorGroups,
  unitGroups,
  type Group,
  type GroupFigures,
  type UnitFigures,
} from '../../../domain/contest/unit-standings.js';
import type { UnitTree } from '../../../domain/units/unit-tree.js';
import { Clock } from '../../../platform/clock/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { UnitsApi } from '../../units/units.api.js';
import { ContestUnits } from '../contest-units.service.js';
import { ContestUnitDayEntity } from '../entities/contest-unit-day.entity.js';
import type { ContestEntity } from '../entities/contest.entity.js';

/** Not computed anew more often than this, and not more than a twentieth of the time. */
const PACE_MS = 2_000;
const PACE_FACTOR = 20;
const BEST = 10;

/** A roll-up row. */
export interface DayCell extends Cell {
  readonly unitId: string;
  readonly day: string;
}

/** A unit, region or sector with its sums. */
export interface GroupRow {
  readonly id: string;
  readonly name: string;
  readonly figures: GroupFigures;
}

/** All figures of a contest at one moment. */
export interface ContestFigures {
  readonly computedAt: number;
  readonly tree: UnitTree;
  readonly audience: ReadonlySet<string>;
  readonly days: readonly DayCell[];
  readonly raw: UnitFigures;
  readonly overall: number;
  readonly units: readonly GroupRow[];
  readonly regions: readonly GroupRow[];
  readonly sectors: readonly GroupRow[];
  /** The whole contest as one. */
  readonly total: GroupFigures;
}

/** Units, regions and sectors, recomputed whole from the roll-ups. */
@Injectable()
export class ContestFiguresService {
  private readonly kept = new Map<string, { figures: Promise<ContestFigures>; until: number }>();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly units: UnitsApi,
    private readonly contestUnits: ContestUnits,
    private readonly clock: Clock,
  ) {}

  /** At most two seconds old, or twenty times as long as computing it takes. */
  of(contest: ContestEntity): Promise<ContestFigures> {
    const now = this.clock.now();
    const held = this.kept.get(contest.id);
    if (held !== undefined && now < held.until) return held.figures;
    const figures = this.compute(contest);
    const entry = { figures, until: Number.POSITIVE_INFINITY };
    this.kept.set(contest.id, entry);
    figures.then(
      () => {
        const done = this.clock.now();
        entry.until = now + Math.max(PACE_MS, (done - now) * PACE_FACTOR);
      },
      () => this.kept.delete(contest.id),
    );
    return figures;
  }

  /** As of this moment, whatever is kept: for what is handed in. */
  async compute(contest: ContestEntity): Promise<ContestFigures> {
    const computedAt = this.clock.now();
    const tree = await this.units.tree();
    const headCounts = await this.contestUnits.headCountsOf(contest, tree);
    const days = await this.daysOf(contest.id);
    const cells = new Map<string, Cell>();
    for (const cell of days) cells.set(cell.unitId, plus(cells.get(cell.unitId) ?? NO_CELL, cell));
    const raw = { cells, headCounts, bestOf: await this.bestOf(contest.id) };
    // A unit that was retired since keeps what was earned for it.
    const audience = new Set([...audienceOf(tree, contest.settings.audience), ...cells.keys()]);
    const overall = contestMean(raw);
    const rowsOf = (groups: readonly Group[], nameOf: (id: string) => string) =>
      groups
        .map((group) => ({
          ...{ id: group.id, name: nameOf(group.id) },
          figures: groupFigures(tree, raw, group, overall),
        }))
        // A province that has cities has nothing of its own.
        .filter(({ figures: { units, people } }) => units > 0 || people > 0);
    const nameOf = (id: string) => tree.get(id)?.name ?? '';
    const units = unitGroups(tree, audience);
    const whole = { id: '', leaves: [...audience], members: units.map(({ id }) => id) };
    return {
      ...{ computedAt, tree, audience, days, raw, overall },
      units: rowsOf(units, nameOf),
      regions: rowsOf(regionGroups(tree, audience), nameOf),
      sectors: rowsOf(sectorGroups(tree, audience), (id) => id),
      total: groupFigures(tree, raw, whole, overall),
    };
  }

  private async daysOf(contestId: string): Promise<DayCell[]> {
    const rows = await this.unitOfWork.read((manager) => manager.findBy(ContestUnitDayEntity, { contestId }));
    return rows.map(({ rightCount, contestId: _, ...cell }) => ({ ...cell, right: rightCount }));
  }

  /** The best ten of every unit, in one walk of the index by unit and points. */
  private async bestOf(contestId: string): Promise<Map<string, number[]>> {
    const rows = await this.unitOfWork.read((manager) =>
      manager.query<{ unit_id: string; points: number }[]>(
        `SELECT unit_id, points FROM (
           SELECT unit_id, points, ROW_NUMBER() OVER (PARTITION BY unit_id ORDER BY points DESC) AS n
           FROM contest_score WHERE contest_id = ? AND is_ranked = 1
         ) AS numbered WHERE n <= ? ORDER BY unit_id, points DESC`,
        [contestId, BEST],
      ),
    );
    const best = new Map<string, number[]>();
    for (const { unit_id: unitId, points } of rows) {
      const held = best.get(unitId);
      if (held) held.push(Number(points));
      else best.set(unitId, [Number(points)]);
    }
    return best;
  }
}
