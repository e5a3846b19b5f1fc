import { Injectable } from '@nestjs/common';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { CountedPerson } from '../../../domain/ranking/people-ranking.js';
import { numberFrom } from '../../../platform/database/columns.js';
import { ask, marks } from '../../../platform/database/rows.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';

/** Read in one statement: few enough to be over within some milliseconds on SQLite, which reads on the thread that answers. */
const SLICE = 500;

const COLUMNS = 'person_id, unit_id, points, time_ms, changes, is_ranked, updated_at';

interface Row {
  readonly person_id: string;
  readonly unit_id: string;
  readonly points: number;
  readonly time_ms: number | string;
  readonly changes: number;
  readonly is_ranked: number;
  readonly updated_at: number | string;
}

/** Scores as the rows have them, for boards that copy them; also those that are on no board, so that an older word of them is known for what it is. */
@Injectable()
export class ScoreRows {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Everybody, by person; who changes meanwhile is told of apart. */
  async *all(contestId: string): AsyncGenerator<readonly CountedPerson[], void, void> {
    for (let after = ''; ;) {
      const rows = await this.ask('person_id > ? ORDER BY person_id', contestId, [after]);
      yield rows.map(personOf);
      if (rows.length < SLICE) return;
      after = rows.at(-1)?.person_id ?? '';
      await nextTurn();
    }
  }

  /** Who was written at that moment or later. */
  async *since(contestId: string, updatedAt: number): AsyncGenerator<readonly CountedPerson[], void, void> {
    for (let [from, after] = [updatedAt, '']; ;) {
      const rows = await this.ask(
        'updated_at >= ? AND NOT (updated_at = ? AND person_id <= ?) ORDER BY updated_at, person_id',
        contestId,
        [from, from, after],
      );
      yield rows.map(personOf);
      const last = rows.at(-1);
      if (last === undefined || rows.length < SLICE) return;
      [from, after] = [Number(last.updated_at), last.person_id];
      await nextTurn();
    }
  }

  async *of(contestId: string, personIds: readonly string[]): AsyncGenerator<readonly CountedPerson[], void, void> {
    for (let from = 0; from < personIds.length; from += SLICE) {
      const ids = personIds.slice(from, from + SLICE);
      const rows = await this.ask(`person_id IN (${marks(ids)})`, contestId, ids);
      yield rows.map(personOf);
      await nextTurn();
    }
  }

  private ask(where: string, contestId: string, values: readonly (string | number)[]): Promise<Row[]> {
    const sql = `SELECT ${COLUMNS} FROM contest_score WHERE contest_id = ? AND ${where} LIMIT ${SLICE}`;
    return this.unitOfWork.read((manager) => ask<Row>(manager, sql, [contestId, ...values]));
  }
}

/** Written out: an object that is spread together takes twice the memory and is read many times as slowly, which counts among a million. */
function personOf(row: Row): CountedPerson {
  return {
    personId: row.person_id,
    unitId: row.unit_id,
    points: row.points,
    timeMs: numberFrom(row.time_ms) ?? 0,
    changes: row.changes,
    isRanked: Boolean(row.is_ranked),
  };
}
