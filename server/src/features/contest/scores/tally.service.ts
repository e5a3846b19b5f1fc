import { Injectable } from '@nestjs/common';
import { localAt } from '../../../domain/shared/zoned-time.js';
import { addToRows, type RowOfSums } from '../../../platform/database/add-to-rows.js';
import { findRows, marks, updateRows } from '../../../platform/database/rows.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { choiceOf, verdictOf } from '../attempts/marking.js';
import { questionKey } from '../attempts/paper-line.js';
import { Papers } from '../attempts/papers.service.js';
import { ContestsRepository } from '../contests.repository.js';
import { ContestAnswerEntity } from '../entities/contest-answer.entity.js';
import { ContestAttemptEntity } from '../entities/contest-attempt.entity.js';

/** Attempts in one transaction: few enough to be over within 20 ms. */
const BATCH = 25;
const BATCHES_A_BEAT = 40;

/** An attempt that is due, and what it brings: sums by row. */
interface Due {
  readonly attempt: ContestAttemptEntity;
  readonly isWanted: boolean;
  readonly sums: readonly RowOfSums[];
}

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
      const attempts = await this.unitOfWork.read((manager) =>
        findRows(manager, ContestAttemptEntity, 'WHERE is_tally_due = 1 LIMIT ?', [BATCH]),
      );
      if (attempts.length > 0) await this.tally(await this.judged(attempts));
      if (attempts.length < BATCH) return;
    }
  }

  private async tally(due: readonly Due[]): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const rows: RowOfSums[] = [];
      for (const { attempt, isWanted, sums } of due) {
        const { id, isTallied, state, removedReason } = attempt;
        // Judged otherwise since it was read: it is due again.
        const asRead =
          "id = ? AND is_tally_due = 1 AND is_tallied = ? AND state = ? AND COALESCE(removed_reason, '') = ?";
        const values = [id, Number(isTallied), state, removedReason ?? ''];
        const done = { isTallyDue: false, isTallied: isWanted };
        if ((await updateRows(tx, ContestAttemptEntity, done, asRead, values)) !== 1) continue;
        rows.push(...sums);
      }
      await addToRows(tx, this.unitOfWork.engine, rows);
    });
  }

  private async judged(attempts: readonly ContestAttemptEntity[]): Promise<Due[]> {
    const list = marks(attempts);
    const ids = attempts.map(({ id }) => id);
    const answers = await this.unitOfWork.read((manager) =>
      findRows(manager, ContestAnswerEntity, `WHERE attempt_id IN (${list})`, ids),
    );
    const own = new Map(ids.map((id) => [id, answers.filter(({ attemptId }) => attemptId === id)]));
    return Promise.all(attempts.map((attempt) => this.judgedOne(attempt, own.get(attempt.id) ?? [])));
  }

  private async judgedOne(attempt: ContestAttemptEntity, answers: readonly ContestAnswerEntity[]): Promise<Due> {
    const { contestId, isTallied, state, removedReason, points, rightCount, asked } = attempt;
    const contest = await this.contests.find(contestId);
    const isWanted = contest !== null && state === 'settled' && removedReason === null;
    const sign = Number(isWanted) - Number(isTallied);
    if (contest === null || sign === 0) return { attempt, isWanted, sums: [] };
    const hour = hourOf(attempt.settledAt ?? attempt.startedAt, contest.settings.timeZone);
    const ofHour = { attempts: sign, points: sign * points, right_count: sign * rightCount, asked: sign * asked };
    const sums = await this.questionSums(attempt, answers, sign);
    return {
      attempt,
      isWanted,
      sums: [{ table: 'contest_hour', key: { contest_id: contestId, hour }, add: ofHour }, ...sums],
    };
  }

  private async questionSums(
    attempt: ContestAttemptEntity,
    answers: readonly ContestAnswerEntity[],
    sign: number,
  ): Promise<RowOfSums[]> {
    const questions = await this.papers.questionsOf(attempt);
    const byLine = new Map(answers.map((answer) => [answer.lineNo, answer]));
    return attempt.paper.map((line, index) => {
      const question = questions[index];
      const answer = byLine.get(index + 1);
      const isRight = question && answer ? verdictOf(question, choiceOf(answer)) === 'right' : false;
      return {
        table: 'contest_question',
        key: { contest_id: attempt.contestId, question: questionKey(line) },
        add: { asked: sign, answered: sign * Number(answer !== undefined), right_count: sign * Number(isRight) },
      };
    });
  }
}

function hourOf(at: number, timeZone: string): number {
  return Math.floor(localAt(at, timeZone).minute / 60);
}
