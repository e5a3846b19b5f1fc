import { Injectable } from '@nestjs/common';
import { numberFrom } from '../../../platform/database/columns.js';
import { marks } from '../../../platform/database/rows.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { type BoardEntry, PeopleBoard, type BoardScope, type BoardScore, placed } from './people-board.js';

/** The rows are the board: places are counted along an index, which takes its time among more than some 50,000 people. What copies rest on. */
@Injectable()
export class SqlPeopleBoard extends PeopleBoard {
  constructor(private readonly unitOfWork: UnitOfWork) {
    super();
  }

  async changed(): Promise<void> {
    // What was committed is what is read.
  }

  async forget(): Promise<void> {
    // Nothing is kept.
  }

  async size(scope: BoardScope): Promise<number> {
    const { where, values } = within(scope);
    return this.count(`SELECT COUNT(*) AS n FROM contest_score WHERE ${where}`, values);
  }

  async placeOf(scope: BoardScope, { points, timeMs }: BoardScore): Promise<number> {
    const { where, values } = within(scope);
    // Two ranges of one index instead of an OR, which neither engine walks well.
    const more = await this.count(`SELECT COUNT(*) AS n FROM contest_score WHERE ${where} AND points > ?`, [
      ...values,
      points,
    ]);
    const faster = await this.count(
      `SELECT COUNT(*) AS n FROM contest_score WHERE ${where} AND points = ? AND time_ms < ?`,
      [...values, points, timeMs],
    );
    return more + faster + 1;
  }

  async page(scope: BoardScope, offset: number, count: number): Promise<BoardEntry[]> {
    const { where, values } = within(scope);
    const rows = await this.unitOfWork.read((manager) =>
      manager.query<{ person_id: string; unit_id: string; points: unknown; time_ms: unknown }[]>(
        `SELECT person_id, unit_id, points, time_ms FROM contest_score WHERE ${where}
         ORDER BY points DESC, time_ms, person_id LIMIT ? OFFSET ?`,
        [...values, count, offset],
      ),
    );
    const scored = rows.map((row) => ({
      personId: row.person_id,
      unitId: row.unit_id,
      points: numberFrom(row.points) ?? 0,
      timeMs: numberFrom(row.time_ms) ?? 0,
    }));
    const [first] = scored;
    if (first === undefined) return [];
    return placed(scored, offset, await this.placeOf(scope, first));
  }

  private async count(sql: string, values: readonly (string | number)[]): Promise<number> {
    const rows = await this.unitOfWork.read((manager) => manager.query<{ n: unknown }[]>(sql, [...values]));
    return numberFrom(rows[0]?.n) ?? 0;
  }
}

function within({ contestId, unitIds }: BoardScope): { where: string; values: (string | number)[] } {
  if (unitIds === null) return { where: 'contest_id = ? AND is_ranked = 1', values: [contestId] };
  // Nobody is of no unit: an empty list is not written, for neither engine reads it.
  const ids = unitIds.length === 0 ? [''] : unitIds;
  return { where: `contest_id = ? AND unit_id IN (${marks(ids)}) AND is_ranked = 1`, values: [contestId, ...ids] };
}
