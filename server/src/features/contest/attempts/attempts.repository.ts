import type { AttemptKind } from '@anquanli/contract/vocabulary.js';
import { Injectable } from '@nestjs/common';
import { type EntityManager, LessThan } from 'typeorm';
import { LIMITS } from '@anquanli/contract/vocabulary.js';
import { ask, findRow, findRows } from '../../../platform/database/rows.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { ContestAnswerEntity } from '../entities/contest-answer.entity.js';
import { ContestAttemptEntity } from '../entities/contest-attempt.entity.js';
import { type PaperLine, questionKey } from './paper-line.js';

/** Whose attempts, and of which contest. */
export interface AttemptOwner {
  readonly contestId: string;
  readonly personId: string;
}

/** Attempts as rows. */
@Injectable()
export class AttemptsRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** null also for somebody else's. */
  findOwn(id: string, personId: string): Promise<ContestAttemptEntity | null> {
    return this.unitOfWork.read((manager) =>
      findRow(manager, ContestAttemptEntity, 'WHERE id = ? AND person_id = ?', [id, personId]),
    );
  }

  find(id: string): Promise<ContestAttemptEntity | null> {
    return this.unitOfWork.read((manager) => findRow(manager, ContestAttemptEntity, 'WHERE id = ?', [id]));
  }

  answersOf(attemptId: string): Promise<ContestAnswerEntity[]> {
    return this.unitOfWork.read((manager) =>
      findRows(manager, ContestAnswerEntity, 'WHERE attempt_id = ? ORDER BY line_no', [attemptId]),
    );
  }

  openOf({ contestId, personId }: AttemptOwner): Promise<ContestAttemptEntity[]> {
    return this.unitOfWork.read((manager) =>
      findRows(manager, ContestAttemptEntity, "WHERE contest_id = ? AND person_id = ? AND state = 'open'", [
        ...[contestId, personId],
      ]),
    );
  }

  openIn(tx: EntityManager, { contestId, personId }: AttemptOwner, kind: AttemptKind) {
    const where = "WHERE contest_id = ? AND person_id = ? AND kind = ? AND state = 'open'";
    return findRow(tx, ContestAttemptEntity, where, [contestId, personId, kind]);
  }

  /** Slots of a day that are taken. */
  async slotsIn(manager: EntityManager, { contestId, personId }: AttemptOwner, kind: AttemptKind, day: string) {
    const rows = await ask<{ slot: number }>(
      manager,
      `SELECT slot FROM contest_attempt
       WHERE contest_id = ? AND person_id = ? AND kind = ? AND day = ? AND state <> 'returned'`,
      [contestId, personId, kind, day],
    );
    return rows.map(({ slot }) => slot);
  }

  /** How many attempts of a kind a day has had. */
  async countOn(owner: AttemptOwner, kind: AttemptKind, day: string): Promise<number> {
    return (await this.unitOfWork.read((manager) => this.slotsIn(manager, owner, kind, day))).length;
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
}
