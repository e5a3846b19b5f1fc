import { LIMITS } from '@anquanli/contract/vocabulary.js';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../../platform/clock/clock.js';
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

  /** In the transaction of the answer: a wrong one goes in or begins anew, a right one counts for a question that is in. */
  async note(tx: EntityManager, { contestId, personId }: Owner, question: string, isRight: boolean): Promise<void> {
    const row = await tx.findOneBy(ContestMissedEntity, { contestId, personId, question });
    const seenAt = this.clock.now();
    if (row === null) {
      if (isRight) return;
      const fresh = { contestId, personId, question, streak: 0, misses: 1, isOpen: true, seenAt };
      await tx.insert(ContestMissedEntity, fresh);
      return;
    }
    const streak = isRight ? row.streak + 1 : 0;
    const isOpen = isRight ? row.isOpen && streak < LIMITS.notebookStreak : true;
    const misses = row.misses + Number(!isRight);
    await tx.update(ContestMissedEntity, { contestId, personId, question }, { streak, misses, isOpen, seenAt });
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
