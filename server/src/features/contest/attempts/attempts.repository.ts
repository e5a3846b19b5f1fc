import type { AttemptKind } from '@anquanli/contract/vocabulary.js';
import { Injectable } from '@nestjs/common';
import { type EntityManager, LessThan } from 'typeorm';
import { LIMITS } from '@anquanli/contract/vocabulary.js';
import { numberFrom } from '../../../platform/database/columns.js';
import { GroupCommit } from '../../../platform/database/group-commit.js';
import { ask, findRows, marks } from '../../../platform/database/rows.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { ContestAnswerEntity } from '../entities/contest-answer.entity.js';
import { ContestAttemptEntity } from '../entities/contest-attempt.entity.js';
import { type PaperLine, questionKey } from './paper-line.js';

/** Whose attempts, and of which contest. */
export interface AttemptOwner {
  readonly contestId: string;
  readonly personId: string;
}

/** As many as one reading answers for. */
const TOGETHER = 50;

/** Attempts as rows. What many phones ask for at once is read together. */
@Injectable()
export class AttemptsRepository {
  private readonly byId = new GroupCommit<string, ContestAttemptEntity | null>((ids) => this.allById(ids), TOGETHER);
  private readonly answers = new GroupCommit<string, ContestAnswerEntity[]>((ids) => this.allAnswers(ids), TOGETHER);
  private readonly open = new GroupCommit<AttemptOwner, ContestAttemptEntity[]>(
    (owners) => this.allOpen(owners),
    TOGETHER,
  );

  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** null also for somebody else's. */
  async findOwn(id: string, personId: string): Promise<ContestAttemptEntity | null> {
    const attempt = await this.find(id);
    return attempt?.personId === personId ? attempt : null;
  }

  find(id: string): Promise<ContestAttemptEntity | null> {
    return this.byId.add(id);
  }

  answersOf(attemptId: string): Promise<ContestAnswerEntity[]> {
    return this.answers.add(attemptId);
  }

  openOf(owner: AttemptOwner): Promise<ContestAttemptEntity[]> {
    return this.open.add(owner);
  }

  /** All that stands in the way of new ones on some days: open attempts, and taken slots. */
  takenIn(tx: EntityManager, owners: readonly AttemptOwner[], days: readonly string[]) {
    const own = owners.map(() => 'contest_id = ? AND person_id = ?').join(' OR ');
    const where = `WHERE (${own}) AND (state = 'open' OR day IN (${marks(days)})) AND state <> 'returned'`;
    return findRows(tx, ContestAttemptEntity, where, [...owners.flatMap(valuesOf), ...days]);
  }

  /** How many attempts of a kind a day has had. */
  async countOn({ contestId, personId }: AttemptOwner, kind: AttemptKind, day: string): Promise<number> {
    const rows = await this.unitOfWork.read((manager) =>
      ask<{ n: unknown }>(
        manager,
        `SELECT COUNT(*) AS n FROM contest_attempt
         WHERE contest_id = ? AND person_id = ? AND kind = ? AND day = ? AND state <> 'returned'`,
        [contestId, personId, kind, day],
      ),
    );
    return numberFrom(rows[0]?.n) ?? 0;
  }

  /** Days with a settled counting attempt that was not removed. */
  async daysDone({ contestId, personId }: AttemptOwner): Promise<string[]> {
    const rows = await this.unitOfWork.read((manager) =>
      manager.query<{ day: string }[]>(
        `SELECT DISTINCT day FROM contest_attempt WHERE contest_id = ? AND person_id = ? AND kind = 'counting'
         AND state = 'settled' AND removed_reason IS NULL ORDER BY day`,
        [contestId, personId],
      ),
    );
    return rows.map(({ day }) => day);
  }

  /** Keys of the questions of the person's last papers, the latest first. */
  async recentQuestions({ contestId, personId }: AttemptOwner): Promise<string[]> {
    const rows = await this.unitOfWork.read((manager) =>
      ask<{ paper: string }>(
        manager,
        'SELECT paper FROM contest_attempt WHERE contest_id = ? AND person_id = ? ORDER BY started_at DESC, id DESC LIMIT ?',
        [contestId, personId, LIMITS.recentPapers],
      ),
    );
    return rows.flatMap(({ paper }) => (JSON.parse(paper) as PaperLine[]).map(questionKey));
  }

  /** Open ones whose start and limit are over; outages are not looked at. */
  overdue(at: number, count: number): Promise<ContestAttemptEntity[]> {
    return this.unitOfWork.read((manager) =>
      manager.find(ContestAttemptEntity, {
        where: { state: 'open', dueAt: LessThan(at) },
        order: { dueAt: 'ASC' },
        take: count,
      }),
    );
  }

  private async allById(ids: readonly string[]): Promise<(ContestAttemptEntity | null)[]> {
    const rows = await this.unitOfWork.read((manager) =>
      findRows(manager, ContestAttemptEntity, `WHERE id IN (${marks(ids)})`, ids),
    );
    const found = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => found.get(id) ?? null);
  }

  private async allAnswers(ids: readonly string[]): Promise<ContestAnswerEntity[][]> {
    const where = `WHERE attempt_id IN (${marks(ids)}) ORDER BY line_no`;
    const rows = await this.unitOfWork.read((manager) => findRows(manager, ContestAnswerEntity, where, ids));
    return ids.map((id) => rows.filter(({ attemptId }) => attemptId === id));
  }

  private async allOpen(owners: readonly AttemptOwner[]): Promise<ContestAttemptEntity[][]> {
    const own = owners.map(() => 'contest_id = ? AND person_id = ?').join(' OR ');
    const rows = await this.unitOfWork.read((manager) =>
      findRows(manager, ContestAttemptEntity, `WHERE (${own}) AND state = 'open'`, owners.flatMap(valuesOf)),
    );
    return owners.map((owner) => rows.filter((row) => isOf(row, owner)));
  }
}

function valuesOf({ contestId, personId }: AttemptOwner): string[] {
  return [contestId, personId];
}

export function isOf(one: AttemptOwner, { contestId, personId }: AttemptOwner): boolean {
  return one.contestId === contestId && one.personId === personId;
}
