import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { pointsOf } from '../../../domain/contest/points.js';
import { isImpossiblyFast } from '../../../domain/contest/suspicion.js';
import type { PlayedQuestion } from '../../../domain/question/question.js';
import { Clock } from '../../../platform/clock/clock.js';
import { findRows, updateRows } from '../../../platform/database/rows.js';
import { ContestPulse } from '../clock/contest-pulse.service.js';
import { ContestLog } from '../contest-log.service.js';
import { ContestsRepository } from '../contests.repository.js';
import { ContestAnswerEntity } from '../entities/contest-answer.entity.js';
import { ContestAttemptEntity } from '../entities/contest-attempt.entity.js';
import type { ContestEntity } from '../entities/contest.entity.js';
import { ScoreKeeper } from '../scores/score-keeper.service.js';
import { AttemptsRepository } from './attempts.repository.js';
import { charsOf, choiceOf, verdictOf } from './marking.js';
import { Notebook } from './notebook.service.js';
import { questionKey, RETURNED_SLOT } from './paper-line.js';
import { Papers } from './papers.service.js';

/** Ends attempts: the one way in which they come to their points. */
@Injectable()
export class Settler {
  constructor(
    private readonly attempts: AttemptsRepository,
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
    const deadlineAt = await this.pulse.deadlineOf(attempt);
    const settledAt = by === 'time' ? Math.min(now, deadlineAt) : now;
    const timeMs = await this.pulse.elapsedOf(attempt, settledAt);
    const { personId, unitId } = attempt;
    await this.keeper.change({ contest, personId, unitId }, async (tx) => {
      // Closes the door for answers: what was saved before is counted.
      const ended = { state: 'settled' as const, settledAt, settledBy: by, timeMs };
      const fence = await updateRows(tx, ContestAttemptEntity, ended, "id = ? AND state = 'open'", [attempt.id]);
      if (fence !== 1) return;
      const answers = await findRows(tx, ContestAnswerEntity, 'WHERE attempt_id = ?', [attempt.id]);
      if (answers.length === 0 && by === 'time' && (await this.giveBack(tx, attempt))) return;
      await this.mark(tx, contest, attempt, questions, answers);
    });
    return (await this.attempts.find(attempt.id)) ?? attempt;
  }

  private async mark(
    tx: EntityManager,
    { settings }: ContestEntity,
    attempt: ContestAttemptEntity,
    questions: readonly PlayedQuestion[],
    answers: readonly ContestAnswerEntity[],
  ): Promise<void> {
    const byLine = new Map(answers.map((answer) => [answer.lineNo, answer]));
    const isCounting = attempt.kind === 'counting';
    const noted = new Map<string, boolean>();
    let right = 0;
    for (const question of questions) {
      const answer = byLine.get(question.questionNo);
      const isRight = verdictOf(question, answer ? choiceOf(answer) : null) === 'right';
      right += Number(isRight);
      const line = attempt.paper[question.questionNo - 1];
      if (line) noted.set(questionKey(line), isRight);
    }
    // In practice each answer was noted as it came.
    if (isCounting) await this.notebook.note(tx, attempt, noted);
    const points = isCounting ? pointsOf(settings.points, right, questions.length) : 0;
    const marked = {
      ...{ answered: answers.length, rightCount: right, asked: questions.length, points },
      ...{ isFast: isCounting && isImpossiblyFast(linesOf(questions, answers)), isTallyDue: isCounting },
    };
    await updateRows(tx, ContestAttemptEntity, marked, 'id = ?', [attempt.id]);
  }

  /** A paper that ran out without one answer was begun by mistake, or the phone died: once a day it is as if it had not been begun. */
  private async giveBack(tx: EntityManager, attempt: ContestAttemptEntity): Promise<boolean> {
    if (attempt.kind !== 'counting') return false;
    const { contestId, personId, day } = attempt;
    const where = { contestId, personId, kind: 'counting' as const, day, state: 'returned' as const };
    const returned = await tx.findBy(ContestAttemptEntity, where);
    if (returned.some(({ settledBy }) => settledBy === 'time')) return false;
    const slot = RETURNED_SLOT + returned.length;
    await tx.update(ContestAttemptEntity, { id: attempt.id }, { state: 'returned', slot, answered: 0 });
    await this.log.note(tx, {
      contestId,
      accountId: null,
      action: 'attempt_returned',
      attemptId: attempt.id,
      personId,
    });
    return true;
  }
}

function linesOf(questions: readonly PlayedQuestion[], answers: readonly ContestAnswerEntity[]) {
  const charsOfLine = new Map(questions.map((question) => [question.questionNo, charsOf(question)]));
  const inTime = [...answers].sort((a, b) => a.elapsedMs - b.elapsedMs);
  return inTime.map(({ lineNo, elapsedMs }, index) => ({
    sinceMs: elapsedMs - (inTime[index - 1]?.elapsedMs ?? 0),
    chars: charsOfLine.get(lineNo) ?? 0,
  }));
}
