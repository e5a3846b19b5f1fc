import { LIMITS } from '@anquanli/contract/vocabulary.js';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../../platform/clock/clock.js';
import { ask, findRows, marks, putRows } from '../../../platform/database/rows.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { ContestMissedEntity } from '../entities/contest-missed.entity.js';

/** Whose notebook. */
interface Owner {
  readonly contestId: string;
  readonly personId: string;
}

/** A question that was answered. */
export interface NotebookEntry extends Owner {
  /** Its key. */
  readonly question: string;
  readonly isRight: boolean;
}

/** Questions that a person has missed: they come again until they were right often enough in a row. */
@Injectable()
export class Notebook {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** In the transaction of the answers: a wrong one goes in or begins anew, a right one counts for a question that is in. */
  async note(tx: EntityManager, entries: readonly NotebookEntry[]): Promise<void> {
    if (entries.length === 0) return;
    const known = await this.known(tx, entries);
    const changed = new Map<string, ContestMissedEntity>();
    const seenAt = this.clock.now();
    for (const { isRight, ...key } of entries) {
      const row = changed.get(keyOf(key)) ?? known.get(keyOf(key)) ?? null;
      if (row === null && isRight) continue;
      changed.set(keyOf(key), { ...key, ...after(row, isRight), seenAt });
    }
    await putRows(tx, ContestMissedEntity, [...changed.values()]);
  }

  async count({ contestId, personId }: Owner): Promise<number> {
    const sql = 'SELECT COUNT(*) AS n FROM contest_missed WHERE contest_id = ? AND person_id = ? AND is_open = 1';
    const [row] = await this.unitOfWork.read((manager) =>
      ask<{ n: number | string }>(manager, sql, [contestId, personId]),
    );
    return Number(row?.n ?? 0);
  }

  private async known(tx: EntityManager, entries: readonly NotebookEntry[]): Promise<Map<string, ContestMissedEntity>> {
    const asked = new Map<string, { owner: Owner; questions: string[] }>();
    for (const { question, ...owner } of entries) {
      const key = `${owner.contestId} ${owner.personId}`;
      asked.set(key, { owner, questions: [...(asked.get(key)?.questions ?? []), question] });
    }
    const parts = [...asked.values()].map(({ owner: { contestId, personId }, questions }) => ({
      where: `(contest_id = ? AND person_id = ? AND question IN (${marks(questions)}))`,
      values: [contestId, personId, ...questions],
    }));
    const where = parts.map((part) => part.where).join(' OR ');
    const values = parts.flatMap((part) => part.values);
    const rows = await findRows(tx, ContestMissedEntity, `WHERE ${where}`, values);
    return new Map(rows.map((row) => [keyOf(row), row]));
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

function keyOf({ contestId, personId, question }: Pick<NotebookEntry, 'contestId' | 'personId' | 'question'>): string {
  return `${contestId} ${personId} ${question}`;
}

/** `row` = the question in the notebook, or null when it is not there yet. */
function after(row: ContestMissedEntity | null, isRight: boolean) {
  if (row === null) return { streak: 0, misses: 1, isOpen: true };
  const streak = isRight ? row.streak + 1 : 0;
  const isOpen = isRight ? row.isOpen && streak < LIMITS.notebookStreak : true;
  return { streak, isOpen, misses: row.misses + Number(!isRight) };
}
