import { LIMITS } from '@anquanli/contract/vocabulary.js';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../../platform/clock/clock.js';
import { findRows, insertRows, updateRows } from '../../../platform/database/rows.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { ContestMissedEntity } from '../entities/contest-missed.entity.js';

/** Whose notebook. */
interface Owner {
  readonly contestId: string;
  readonly personId: string;
}

/** Questions that a person has missed: they come again until they were right often enough in a row. */
@Injectable()
export class Notebook {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** In the transaction of the answer: a wrong one goes in or begins anew, a right one counts for a question that is in. Keys of questions, and which were right. */
  async note(tx: EntityManager, { contestId, personId }: Owner, answered: ReadonlyMap<string, boolean>): Promise<void> {
    const keys = [...answered.keys()];
    if (keys.length === 0) return;
    const marks = keys.map(() => '?').join(', ');
    const where = `WHERE contest_id = ? AND person_id = ? AND question IN (${marks})`;
    const rows = await findRows(tx, ContestMissedEntity, where, [contestId, personId, ...keys]);
    const known = new Map(rows.map((row) => [row.question, row]));
    const seenAt = this.clock.now();
    const missed = keys.filter((question) => !known.has(question) && answered.get(question) === false);
    const fresh = { contestId, personId, streak: 0, misses: 1, isOpen: true, seenAt };
    await insertRows(
      tx,
      ContestMissedEntity,
      missed.map((question) => ({ ...fresh, question })),
    );
    for (const row of known.values()) {
      const isRight = answered.get(row.question) === true;
      const streak = isRight ? row.streak + 1 : 0;
      const isOpen = isRight ? row.isOpen && streak < LIMITS.notebookStreak : true;
      const misses = row.misses + Number(!isRight);
      const own = 'contest_id = ? AND person_id = ? AND question = ?';
      const at = [contestId, personId, row.question];
      await updateRows(tx, ContestMissedEntity, { streak, misses, isOpen, seenAt }, own, at);
    }
  }

  count({ contestId, personId }: Owner): Promise<number> {
    return this.unitOfWork.read((manager) =>
      manager.countBy(ContestMissedEntity, { contestId, personId, isOpen: true }),
    );
  }

  /** Keys of what is in, the longest unseen first. */
  async open({ contestId, personId }: Owner, count: number): Promise<string[]> {
    const rows = await this.unitOfWork.read((manager) =>
      manager.find(ContestMissedEntity, {
        where: { contestId, personId, isOpen: true },
        order: { seenAt: 'ASC', question: 'ASC' },
        take: count,
      }),
    );
    return rows.map(({ question }) => question);
  }
}
