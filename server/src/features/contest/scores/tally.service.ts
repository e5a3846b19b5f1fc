import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { localAt } from '../../../domain/shared/zoned-time.js';
import { addToRow } from '../../../platform/database/add-to-row.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { choiceOf, verdictOf } from '../attempts/marking.js';
import { questionKey } from '../attempts/paper-line.js';
import { Papers } from '../attempts/papers.service.js';
import { ContestsRepository } from '../contests.repository.js';
import { ContestAnswerEntity } from '../entities/contest-answer.entity.js';
import { ContestAttemptEntity } from '../entities/contest-attempt.entity.js';

const BATCH = 100;
const BATCHES_A_BEAT = 10;

/** What an attempt brings to a table of sums, by the row's key. */
type Sums = Map<string, Record<string, number>>;

/**
 * Tallies of hours and questions: hot rows that everybody's attempt touches, so one hand writes them some seconds behind. An attempt that is
 * removed is taken out again by the same code.
 */
@Injectable()
export class Tally {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly contests: ContestsRepository,
    private readonly papers: Papers,
  ) {}

  async catchUp(): Promise<void> {
    for (let batch = 0; batch < BATCHES_A_BEAT; batch += 1) {
      const due = await this.unitOfWork.read((manager) =>
        manager.find(ContestAttemptEntity, { where: { isTallyDue: true }, take: BATCH }),
      );
      for (const attempt of due) await this.tallyOne(attempt);
      if (due.length < BATCH) return;
    }
  }

  private async tallyOne(attempt: ContestAttemptEntity): Promise<void> {
    const { id, contestId, isTallied, state, removedReason } = attempt;
    const contest = await this.contests.find(contestId);
    const isWanted = contest !== null && state === 'settled' && removedReason === null;
    const sign = Number(isWanted) - Number(isTallied);
    const hour = contest === null ? 0 : hourOf(attempt.settledAt ?? attempt.startedAt, contest.settings.timeZone);
    const questions = sign === 0 ? new Map() : await this.questionSums(attempt, sign);
    await this.unitOfWork.run(async (tx) => {
      const { affected } = await tx.update(
        ContestAttemptEntity,
        // Judged otherwise since it was read: it is due again.
        { id, isTallyDue: true, isTallied, state, removedReason: removedReason ?? IsNull() },
        { isTallyDue: false, isTallied: isWanted },
      );
      if (affected !== 1 || sign === 0) return;
      const { engine } = this.unitOfWork;
      const { points, rightCount, asked } = attempt;
      await addToRow(tx, engine, {
        table: 'contest_hour',
        key: { contest_id: contestId, hour },
        add: { attempts: sign, points: sign * points, right_count: sign * rightCount, asked: sign * asked },
      });
      for (const [question, add] of questions as Sums)
        await addToRow(tx, engine, { table: 'contest_question', key: { contest_id: contestId, question }, add });
    });
  }

  private async questionSums(attempt: ContestAttemptEntity, sign: number): Promise<Sums> {
    const questions = await this.papers.questionsOf(attempt);
    const answers = await this.unitOfWork.read((manager) =>
      manager.findBy(ContestAnswerEntity, { attemptId: attempt.id }),
    );
    const byLine = new Map(answers.map((answer) => [answer.lineNo, answer]));
    return new Map(
      attempt.paper.map((line, index): [string, Record<string, number>] => {
        const question = questions[index];
        const answer = byLine.get(index + 1);
        const isRight = question && answer ? verdictOf(question, choiceOf(answer)) === 'right' : false;
        return [
          questionKey(line),
          { asked: sign, answered: sign * Number(answer !== undefined), right_count: sign * Number(isRight) },
        ];
      }),
    );
  }
}

function hourOf(at: number, timeZone: string): number {
  return Math.floor(localAt(at, timeZone).minute / 60);
}
