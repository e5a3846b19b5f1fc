import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CountedAttempt } from '../../../domain/contest/points.js';
import { cellChanges, cellsOf, personScore } from '../../../domain/contest/score.js';
import { addTo } from '../../../domain/shared/add-to.js';
import { Clock } from '../../../platform/clock/clock.js';
import { addToRows, type RowOfSums } from '../../../platform/database/add-to-rows.js';
import { affectedBy, ask, marks, putRows } from '../../../platform/database/rows.js';
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

/** What is to change: these attempts, of these people. */
export interface ScoreChange {
  readonly owners: readonly ScoreOwner[];
  readonly attemptIds: readonly string[];
}

/** Attempts in the boards, by owner. */
type Counted = ReadonlyMap<string, readonly CountedAttempt[]>;

/**
 * The one hand that writes scores and roll-ups. Whatever changes attempts does so inside {@link change}: afterwards the people's scores are
 * recomputed from their attempts, and what is new − old goes to the roll-up, in the same transaction.
 */
@Injectable()
export class ScoreKeeper {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly board: PeopleBoard,
    private readonly clock: Clock,
  ) {}

  /** `work` may be called again from the start, as always in a transaction. */
  async change<T>({ owners, attemptIds }: ScoreChange, work: (tx: EntityManager) => Promise<T>): Promise<T> {
    const { value, moved } = await this.unitOfWork.run(async (tx) => {
      const people = await this.lock(tx, owners);
      await fence(tx, attemptIds);
      const before = await countedIn(tx, people);
      const result = await work(tx);
      const after = await countedIn(tx, people);
      const others = people.filter((owner) => !isSame(of(before, owner), of(after, owner)));
      await this.write(tx, others, before, after);
      return { value: result, moved: others };
    });
    await Promise.all(moved.map(({ contest, personId }) => this.board.changed(contest.id, personId)));
    return value;
  }

  /** For what touches no attempt that is in the boards: holds the people's rows and changes no score. */
  hold<T>(owners: readonly ScoreOwner[], work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.unitOfWork.run(async (tx) => {
      await this.lock(tx, owners);
      return work(tx);
    });
  }

  private async write(tx: EntityManager, people: readonly ScoreOwner[], before: Counted, after: Counted) {
    const updatedAt = this.clock.now();
    const scores = people.map((owner): ContestScoreEntity => {
      const { contest, personId } = owner;
      const { unitId, attempts, ...score } = personScore(of(after, owner), contest.settings.counting);
      const isRanked = attempts > 0;
      const own = { contestId: contest.id, personId, unitId: unitId ?? owner.unitId };
      return { ...own, ...score, attempts, isRanked, changes: 1, updatedAt };
    });
    await putRows(tx, ContestScoreEntity, scores, ['changes']);
    const cells = people.flatMap((owner) => cellRows(owner, of(before, owner), of(after, owner)));
    await addToRows(tx, this.unitOfWork.engine, cells);
  }

  /** First statement of the transaction: one change of a person after the other. Gives each owner once. */
  private async lock(tx: EntityManager, owners: readonly ScoreOwner[]): Promise<ScoreOwner[]> {
    const people = [...new Map(owners.map((owner) => [keyOf(owner.contest.id, owner.personId), owner])).values()];
    const updatedAt = this.clock.now();
    const rows = people.map(({ contest, personId, unitId }) => ({
      table: 'contest_score',
      key: { contest_id: contest.id, person_id: personId },
      add: { changes: 1 },
      whenNew: {
        ...{ unit_id: unitId, points: 0, time_ms: 0, attempts: 0, is_ranked: false },
        ...{ best_right: 0, best_asked: 0, updated_at: updatedAt },
      },
    }));
    await addToRows(tx, this.unitOfWork.engine, rows);
    return people;
  }
}

/**
 * Holds the attempts, before anything is read: an answer that is just being stored is waited for. On MySQL the first reading
 * fixes what the whole transaction sees; an answer acknowledged between it and the fence would not be counted.
 */
async function fence(tx: EntityManager, attemptIds: readonly string[]): Promise<void> {
  const list = marks(attemptIds);
  await affectedBy(tx, `UPDATE contest_attempt SET saves = saves + 1 WHERE id IN (${list})`, attemptIds);
}

interface CountedRow {
  readonly id: string;
  readonly contest_id: string;
  readonly person_id: string;
  readonly day: string;
  readonly unit_id: string;
  /** A text on MySQL. */
  readonly started_at: number | string;
  readonly points: number;
  readonly time_ms: number;
  readonly right_count: number;
  readonly asked: number;
}

/** Attempts of some people that are in the boards. */
async function countedIn(tx: EntityManager, owners: readonly ScoreOwner[]): Promise<Counted> {
  const rows = await ask<CountedRow>(
    tx,
    `SELECT id, contest_id, person_id, day, unit_id, started_at, points, time_ms, right_count, asked FROM contest_attempt
     WHERE (${owners.map(() => 'contest_id = ? AND person_id = ?').join(' OR ')})
     AND kind = 'counting' AND state = 'settled' AND removed_reason IS NULL`,
    owners.flatMap(({ contest, personId }) => [contest.id, personId]),
  );
  const counted = new Map<string, CountedAttempt[]>();
  for (const row of rows) {
    const key = keyOf(row.contest_id, row.person_id);
    const attempt = {
      attemptId: row.id,
      day: row.day,
      unitId: row.unit_id,
      startedAt: Number(row.started_at),
      points: row.points,
      timeMs: row.time_ms,
      right: row.right_count,
      asked: row.asked,
    };
    addTo(counted, key, attempt);
  }
  return counted;
}

function cellRows(
  { contest }: ScoreOwner,
  before: readonly CountedAttempt[],
  after: readonly CountedAttempt[],
): RowOfSums[] {
  const { counting } = contest.settings;
  return [...cellChanges(cellsOf(before, counting), cellsOf(after, counting))].map(([key, change]) => {
    const [unit = '', day = ''] = key.split(' ');
    const { right, fullMarks, ...sums } = change;
    return {
      table: 'contest_unit_day',
      key: { contest_id: contest.id, unit_id: unit, day },
      add: { ...sums, right_count: right, full_marks: fullMarks },
    };
  });
}

function keyOf(contestId: string, personId: string): string {
  return `${contestId} ${personId}`;
}

function of(counted: Counted, { contest, personId }: ScoreOwner): readonly CountedAttempt[] {
  return counted.get(keyOf(contest.id, personId)) ?? [];
}

function isSame(a: readonly CountedAttempt[], b: readonly CountedAttempt[]): boolean {
  const ids = (attempts: readonly CountedAttempt[]) =>
    attempts
      .map(({ attemptId }) => attemptId)
      .sort()
      .join();
  return ids(a) === ids(b);
}
