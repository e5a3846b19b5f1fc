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
import { addTo } from '../../../domain/shared/add-to.js';
import type { UnitTree } from '../../../domain/units/unit-tree.js';
import { Clock } from '../../../platform/clock/clock.js';
import { ask } from '../../../platform/database/rows.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Turns } from '../../../platform/lifecycle/turns.js';
import { UnitsApi } from '../../units/units.api.js';
import { ContestUnits } from '../contest-units.service.js';
import type { ContestEntity } from '../entities/contest.entity.js';

/** Not computed anew more often than this, and for the desk not more than an eighth of the time. */
const PACE_MS = 2_000;
const PACE_FACTOR = 8;
/** For phones, which ask all the time and show a unit's place alone. */
const PHONE_PACE_FACTOR = 50;
/** Nobody is shown older ones. */
const OLD_MS = 60_000;
const BEST = 10;
/** Read in one statement: over within some milliseconds on SQLite, which reads on the thread that answers. */
const SLICE = 400;
const UNITS_AT_ONCE = 20;

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

interface Kept {
  readonly figures: Promise<ContestFigures>;
  until: number;
  /** The last ones that were computed, and from when on phones are to see newer ones. */
  last: { readonly figures: ContestFigures; readonly until: number } | null;
}

/** Units, regions and sectors, recomputed whole from the roll-ups. */
@Injectable()
export class ContestFiguresService {
  private readonly kept = new Map<string, Kept>();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly units: UnitsApi,
    private readonly contestUnits: ContestUnits,
    private readonly clock: Clock,
  ) {}

  /** At most two seconds old, or eight times as long as computing it takes. */
  of(contest: ContestEntity): Promise<ContestFigures> {
    const now = this.clock.now();
    const held = this.kept.get(contest.id);
    if (held !== undefined && now < held.until) return held.figures;
    const figures = this.compute(contest);
    const entry: Kept = { figures, until: Number.POSITIVE_INFINITY, last: held?.last ?? null };
    this.kept.set(contest.id, entry);
    figures.then(
      (computed) => {
        const tookMs = this.clock.now() - now;
        entry.last = { figures: computed, until: now + paceMs(tookMs, PHONE_PACE_FACTOR) };
        entry.until = now + paceMs(tookMs, PACE_FACTOR);
      },
      () => this.kept.delete(contest.id),
    );
    return figures;
  }

  /** The last ones, also while newer ones are being computed: a phone does not wait for them. */
  async recent(contest: ContestEntity): Promise<ContestFigures> {
    const now = this.clock.now();
    const last = this.kept.get(contest.id)?.last ?? null;
    if (last !== null && now < last.until) return last.figures;
    const figures = this.of(contest);
    return last !== null && now - last.figures.computedAt < OLD_MS ? last.figures : figures;
  }

  /** As of this moment, whatever is kept: for what is handed in. */
  async compute(contest: ContestEntity): Promise<ContestFigures> {
    const computedAt = this.clock.now();
    const tree = await this.units.tree();
    const headCounts = await this.contestUnits.headCountsOf(contest, tree);
    const days = await this.daysOf(contest.id);
    const cells = await cellsOf(days);
    const raw = { cells, headCounts, bestOf: await this.bestOf(contest.id, [...cells.keys()]) };
    // A unit that was retired since keeps what was earned for it.
    const audience = new Set([...audienceOf(tree, contest.settings.audience), ...cells.keys()]);
    const overall = contestMean(raw);
    const turns = new Turns();
    const rowsOf = async (groups: readonly Group[], nameOf: (id: string) => string) => {
      const rows: GroupRow[] = [];
      for (const group of groups) {
        await turns.between();
        const figures = groupFigures(tree, raw, group, overall);
        // A province that has cities has nothing of its own.
        if (figures.units > 0 || figures.people > 0) rows.push({ id: group.id, name: nameOf(group.id), figures });
      }
      return rows;
    };
    const nameOf = (id: string) => tree.get(id)?.name ?? '';
    const units = unitGroups(tree, audience);
    const whole = { id: '', leaves: [...audience], members: units.map(({ id }) => id) };
    return {
      ...{ computedAt, tree, audience, days, raw, overall },
      units: await rowsOf(units, nameOf),
      regions: await rowsOf(regionGroups(tree, audience), nameOf),
      sectors: await rowsOf(sectorGroups(tree, audience), (id) => id),
      total: groupFigures(tree, raw, whole, overall),
    };
  }

  /** In slices: a month of two thousand units is 60,000 rows, and SQLite reads on the thread that answers. */
  private async daysOf(contestId: string): Promise<DayCell[]> {
    const days: DayCell[] = [];
    const turns = new Turns();
    for (let [unitId, day] = ['', '']; ;) {
      const rows = await this.ask<DayRow>(
        `SELECT unit_id, day, people, active, attempts, points, right_count, asked, full_marks FROM contest_unit_day
         WHERE contest_id = ? AND unit_id >= ? AND NOT (unit_id = ? AND day <= ?) ORDER BY unit_id, day LIMIT ${SLICE}`,
        [contestId, unitId, unitId, day],
      );
      days.push(...rows.map(dayCell));
      const last = rows.at(-1);
      if (last === undefined || rows.length < SLICE) return days;
      [unitId, day] = [last.unit_id, last.day];
      await turns.between();
    }
  }

  /** The best ten of every unit: ten steps along the index for each, whether it has ten people or ten thousand. */
  private async bestOf(contestId: string, unitIds: readonly string[]): Promise<Map<string, number[]>> {
    const best = new Map<string, number[]>();
    const turns = new Turns();
    for (let from = 0; from < unitIds.length; from += UNITS_AT_ONCE) {
      const units = unitIds.slice(from, from + UNITS_AT_ONCE);
      const parts = units.map(
        (_, no) =>
          `SELECT * FROM (SELECT unit_id, points FROM contest_score WHERE contest_id = ? AND unit_id = ? AND is_ranked = 1
           ORDER BY points DESC LIMIT ${BEST}) AS best_${no}`,
      );
      const rows = await this.ask<{ unit_id: string; points: number }>(
        parts.join(' UNION ALL '),
        units.flatMap((unitId) => [contestId, unitId]),
      );
      for (const { unit_id: unitId, points } of rows) addTo(best, unitId, points);
      await turns.between();
    }
    for (const points of best.values()) points.sort((a, b) => b - a);
    return best;
  }

  private ask<Row>(sql: string, values: readonly string[]): Promise<Row[]> {
    return this.unitOfWork.read((manager) => ask<Row>(manager, sql, values));
  }
}

function paceMs(tookMs: number, factor: number): number {
  return Math.min(OLD_MS, Math.max(PACE_MS, tookMs * factor));
}

/** All days of a unit together. */
async function cellsOf(days: readonly DayCell[]): Promise<Map<string, Cell>> {
  const cells = new Map<string, Cell>();
  const turns = new Turns();
  for (let from = 0; from < days.length; from += SLICE) {
    for (const cell of days.slice(from, from + SLICE))
      cells.set(cell.unitId, plus(cells.get(cell.unitId) ?? NO_CELL, cell));
    await turns.between();
  }
  return cells;
}

interface DayRow extends Omit<Cell, 'right' | 'fullMarks'> {
  readonly unit_id: string;
  readonly day: string;
  readonly right_count: number;
  readonly full_marks: number;
}

function dayCell(row: DayRow): DayCell {
  return {
    unitId: row.unit_id,
    day: row.day,
    people: row.people,
    active: row.active,
    attempts: row.attempts,
    points: row.points,
    right: row.right_count,
    asked: row.asked,
    fullMarks: row.full_marks,
  };
}
