import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { PlayedQuestion } from '../../../domain/question/question.js';
import { addTo } from '../../../domain/shared/add-to.js';
import { Clock } from '../../../platform/clock/clock.js';
import { findRows, marks, putRows } from '../../../platform/database/rows.js';
import { SharedTransaction } from '../../../platform/database/shared-transaction.js';
import { ContestPulse } from '../clock/contest-pulse.service.js';
import { ContestLog } from '../contest-log.service.js';
import { ContestsRepository } from '../contests.repository.js';
import { ContestAnswerEntity } from '../entities/contest-answer.entity.js';
import { ContestAttemptEntity } from '../entities/contest-attempt.entity.js';
import type { ContestEntity } from '../entities/contest.entity.js';
import { ScoreKeeper } from '../scores/score-keeper.service.js';
import { markPaper, rightByKey } from './marking.js';
import { Notebook, type NotebookEntry } from './notebook.service.js';
import { RETURNED_SLOT } from './paper-line.js';
import { Papers } from './papers.service.js';

const BATCH = 20;

/** A paper that is to be ended, and how. */
interface Ending {
  readonly contest: ContestEntity;
  readonly attempt: ContestAttemptEntity;
  readonly questions: readonly PlayedQuestion[];
  readonly settledBy: 'person' | 'time';
  readonly settledAt: number;
  readonly timeMs: number;
}

/** Ends attempts: the one way in which they come to their points. */
@Injectable()
export class Settler {
  private readonly endings = new SharedTransaction<Ending, ContestAttemptEntity>((all) => this.endAll(all), BATCH);

  constructor(
    private readonly contests: ContestsRepository,
    private readonly papers: Papers,
    private readonly keeper: ScoreKeeper,
    private readonly notebook: Notebook,
    private readonly pulse: ContestPulse,
    private readonly log: ContestLog,
    private readonly clock: Clock,
  ) {}

  /** The attempt as it is afterwards. One that has ended already is left as it is. */
  async settle(attempt: ContestAttemptEntity, by: 'person' | 'time'): Promise<ContestAttemptEntity> {
    const contest = await this.contests.find(attempt.contestId);
    if (contest === null) throw new Error(`the contest of attempt ${attempt.id} is gone`);
    const questions = await this.papers.questionsOf(attempt);
    const now = this.clock.now();
    const settledAt = by === 'time' ? Math.min(now, await this.pulse.deadlineOf(attempt)) : now;
    const timeMs = await this.pulse.elapsedOf(attempt, settledAt);
    return this.endings.add({ contest, attempt, questions, settledBy: by, settledAt, timeMs });
  }

  private endAll(endings: readonly Ending[]): Promise<ContestAttemptEntity[]> {
    const owners = endings.map(({ contest, attempt: { personId, unitId } }) => ({ contest, personId, unitId }));
    const attemptIds = [...new Set(endings.map(({ attempt }) => attempt.id))];
    return this.keeper.change({ owners, attemptIds }, async (tx) => {
      const { attempts, answers } = await this.stored(tx, attemptIds);
      const notes: NotebookEntry[] = [];
      const ended = new Map<string, ContestAttemptEntity>();
      for (const ending of endings) {
        const attempt = attempts.get(ending.attempt.id);
        if (attempt?.state !== 'open' || ended.has(attempt.id)) continue;
        const own = answers.get(attempt.id) ?? [];
        const isEmpty = own.length === 0 && ending.settledBy === 'time';
        const returned = isEmpty ? await this.givenBack(tx, attempt, ending) : null;
        ended.set(attempt.id, returned ?? marked(attempt, ending, own));
        // In practice each answer was noted as it came.
        if (returned === null && attempt.kind === 'counting') notes.push(...rightByKey(ending.questions, attempt, own));
      }
      await this.notebook.note(tx, notes);
      await putRows(tx, ContestAttemptEntity, [...ended.values()]);
      return endings.map(({ attempt }) => ended.get(attempt.id) ?? attempts.get(attempt.id) ?? attempt);
    });
  }

  private async stored(tx: EntityManager, attemptIds: readonly string[]) {
    const list = marks(attemptIds);
    const attempts = await findRows(tx, ContestAttemptEntity, `WHERE id IN (${list})`, attemptIds);
    const answers = new Map<string, ContestAnswerEntity[]>();
    for (const answer of await findRows(tx, ContestAnswerEntity, `WHERE attempt_id IN (${list})`, attemptIds))
      addTo(answers, answer.attemptId, answer);
    return { attempts: new Map(attempts.map((attempt) => [attempt.id, attempt])), answers };
  }

  /** A paper that ran out without one answer was begun by mistake, or the phone died: once a day it is as if it had not been begun. Else null. */
  private async givenBack(
    tx: EntityManager,
    attempt: ContestAttemptEntity,
    { settledAt, settledBy, timeMs }: Ending,
  ): Promise<ContestAttemptEntity | null> {
    if (attempt.kind !== 'counting') return null;
    const { contestId, personId, day } = attempt;
    const where = { contestId, personId, kind: 'counting' as const, day, state: 'returned' as const };
    const before = await tx.findBy(ContestAttemptEntity, where);
    if (before.some((each) => each.settledBy === 'time')) return null;
    const action = 'attempt_returned' as const;
    await this.log.note(tx, { contestId, accountId: null, action, attemptId: attempt.id, personId });
    const slot = RETURNED_SLOT + before.length;
    return { ...attempt, state: 'returned', slot, settledAt, settledBy, timeMs, answered: 0 };
  }
}

function marked(
  attempt: ContestAttemptEntity,
  { contest, questions, settledAt, settledBy, timeMs }: Ending,
  answers: readonly ContestAnswerEntity[],
): ContestAttemptEntity {
  const isCounting = attempt.kind === 'counting';
  const { points, isFast, ...marks } = markPaper(contest.settings.points, questions, answers);
  return {
    ...{ ...attempt, state: 'settled', settledAt, settledBy, timeMs, ...marks },
    ...{ points: isCounting ? points : 0, isFast: isCounting && isFast, isTallyDue: isCounting },
  };
}
