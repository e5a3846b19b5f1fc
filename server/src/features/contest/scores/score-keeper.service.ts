import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CountedAttempt } from '../../../domain/contest/points.js';
import { cellChanges, cellsOf, personScore } from '../../../domain/contest/score.js';
import { Clock } from '../../../platform/clock/clock.js';
import { addToRow } from '../../../platform/database/add-to-row.js';
import { ask, updateRows } from '../../../platform/database/rows.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { PeopleBoard } from '../boards/people-board.js';
import { ContestScoreEntity } from '../entities/contest-score.entity.js';
import type { ContestEntity } from '../entities/contest.entity.js';

/** Whose row it is: the lock of all that a person does in a contest. */
export interface ScoreOwner {
  readonly contest: ContestEntity;
  readonly personId: string;
  /** The person's unit now: that of the row until an attempt is in the boards. */
  readonly unitId: string;
}

/**
 * The one hand that writes scores and roll-ups. Whatever changes attempts does so inside {@link change}: afterwards the person's score is
 * recomputed from the own attempts, and what is new − old goes to the roll-up, in the same transaction.
 */
@Injectable()
export class ScoreKeeper {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly board: PeopleBoard,
    private readonly clock: Clock,
  ) {}

  /** `work` may be called again from the start, as always in a transaction. */
  async change<T>(owner: ScoreOwner, work: (tx: EntityManager) => Promise<T>): Promise<T> {
    const { value, isMoved } = await this.unitOfWork.run(async (tx) => {
      await this.lock(tx, owner);
      const before = await countedIn(tx, owner);
      const result = await work(tx);
      const after = await countedIn(tx, owner);
      if (isSame(before, after)) return { value: result, isMoved: false };
      await this.write(tx, owner, before, after);
      return { value: result, isMoved: true };
    });
    if (isMoved) await this.board.changed(owner.contest.id, owner.personId);
    return value;
  }

  /** For what touches no attempt that is in the boards: holds the person's row and changes no score. */
  hold<T>(owner: ScoreOwner, work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.unitOfWork.run(async (tx) => {
      await this.lock(tx, owner);
      return work(tx);
    });
  }

  private async write(
    tx: EntityManager,
    { contest, personId, unitId }: ScoreOwner,
    before: readonly CountedAttempt[],
    after: readonly CountedAttempt[],
  ): Promise<void> {
    const { counting } = contest.settings;
    const { points, timeMs, attempts, bestRight, bestAsked, unitId: latestUnit } = personScore(after, counting);
    const score = {
      ...{ unitId: latestUnit ?? unitId, points, timeMs, attempts, bestRight, bestAsked },
      ...{ isRanked: attempts > 0, updatedAt: this.clock.now() },
    };
    await updateRows(tx, ContestScoreEntity, score, 'contest_id = ? AND person_id = ?', [contest.id, personId]);
    for (const [key, change] of cellChanges(cellsOf(before, counting), cellsOf(after, counting))) {
      const [unit = '', day = ''] = key.split(' ');
      const { right, fullMarks, ...sums } = change;
      await addToRow(tx, this.unitOfWork.engine, {
        table: 'contest_unit_day',
        key: { contest_id: contest.id, unit_id: unit, day },
        add: { ...sums, right_count: right, full_marks: fullMarks },
      });
    }
  }

  /** First statement of the transaction: one change of a person after the other. */
  private async lock(tx: EntityManager, { contest, personId, unitId }: ScoreOwner): Promise<void> {
    await addToRow(tx, this.unitOfWork.engine, {
      table: 'contest_score',
      key: { contest_id: contest.id, person_id: personId },
      add: { changes: 1 },
      whenNew: {
        ...{ unit_id: unitId, points: 0, time_ms: 0, attempts: 0, is_ranked: false },
        ...{ best_right: 0, best_asked: 0, updated_at: this.clock.now() },
      },
    });
  }
}

interface CountedRow {
  readonly id: string;
  readonly day: string;
  readonly unit_id: string;
  /** A text on MySQL. */
  readonly started_at: number | string;
  readonly points: number;
  readonly time_ms: number;
  readonly right_count: number;
  readonly asked: number;
}

/** The person's attempts that are in the boards. */
async function countedIn(tx: EntityManager, { contest, personId }: ScoreOwner): Promise<CountedAttempt[]> {
  const rows = await ask<CountedRow>(
    tx,
    `SELECT id, day, unit_id, started_at, points, time_ms, right_count, asked FROM contest_attempt
     WHERE contest_id = ? AND person_id = ? AND kind = 'counting' AND state = 'settled' AND removed_reason IS NULL`,
    [contest.id, personId],
  );
  return rows.map(({ id, day, points, asked, ...row }) => ({
    ...{ attemptId: id, day, unitId: row.unit_id, startedAt: Number(row.started_at) },
    ...{ points, timeMs: row.time_ms, right: row.right_count, asked },
  }));
}

function isSame(a: readonly CountedAttempt[], b: readonly CountedAttempt[]): boolean {
  const ids = (attempts: readonly CountedAttempt[]) =>
    attempts
      .map(({ attemptId }) => attemptId)
      .sort()
      .join();
  return ids(a) === ids(b);
}
