import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CountedAttempt } from '../../../domain/contest/points.js';
import { cellChanges, cellsOf, personScore } from '../../../domain/contest/score.js';
import { Clock } from '../../../platform/clock/clock.js';
import { addToRow } from '../../../platform/database/add-to-row.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { PeopleBoard } from '../boards/people-board.js';
import { ContestAttemptEntity } from '../entities/contest-attempt.entity.js';
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

  private async write(
    tx: EntityManager,
    { contest, personId, unitId }: ScoreOwner,
    before: readonly CountedAttempt[],
    after: readonly CountedAttempt[],
  ): Promise<void> {
    const { counting } = contest.settings;
    const { points, timeMs, attempts, bestRight, bestAsked, unitId: latestUnit } = personScore(after, counting);
    await tx.update(
      ContestScoreEntity,
      { contestId: contest.id, personId },
      {
        ...{ unitId: latestUnit ?? unitId, points, timeMs, attempts, bestRight, bestAsked },
        ...{ isRanked: attempts > 0, updatedAt: this.clock.now() },
      },
    );
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

/** The person's attempts that are in the boards. */
async function countedIn(tx: EntityManager, { contest, personId }: ScoreOwner): Promise<CountedAttempt[]> {
  const rows = await tx.find(ContestAttemptEntity, {
    where: { contestId: contest.id, personId, kind: 'counting', state: 'settled' },
    select: {
      ...{ id: true, day: true, unitId: true, startedAt: true, points: true, timeMs: true },
      ...{ rightCount: true, asked: true, removedReason: true },
    },
  });
  return rows
    .filter(({ removedReason }) => removedReason === null)
    .map(({ id, rightCount, day, unitId, startedAt, points, timeMs, asked }) => ({
      ...{ attemptId: id, right: rightCount, day, unitId, startedAt, points, timeMs, asked },
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
