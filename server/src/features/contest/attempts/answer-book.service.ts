import type { Choice } from '@anquanli/contract/question.js';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { PlayedQuestion } from '../../../domain/question/question.js';
import { accept, refuse, type Result } from '../../../domain/shared/result.js';
import { affectedBy, findRows, marks, putRows } from '../../../platform/database/rows.js';
import { SharedTransaction } from '../../../platform/database/shared-transaction.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { ContestAnswerEntity } from '../entities/contest-answer.entity.js';
import { ContestAttemptEntity } from '../entities/contest-attempt.entity.js';
import { verdictOf } from './marking.js';
import { Notebook, type NotebookEntry } from './notebook.service.js';
import { questionKey } from './paper-line.js';

/** Few enough that a transaction is over within 20 ms. */
const BATCH = 50;

/** An answer on its way to disk. */
export interface ArrivingAnswer {
  readonly attempt: ContestAttemptEntity;
  readonly question: PlayedQuestion;
  readonly choice: Choice;
  readonly elapsedMs: number;
  readonly savedAt: number;
  /** The truth is told with the acknowledgement, so the answer stands. */
  readonly isFinal: boolean;
}

export type BookedAnswer = Result<{ readonly attempt: ContestAttemptEntity; readonly answer: ContestAnswerEntity }>;

/** Answers of all papers, committed in groups: what comes while a commit is under way travels with the next. */
@Injectable()
export class AnswerBook {
  private readonly group = new SharedTransaction<ArrivingAnswer, BookedAnswer>(
    (arriving) => this.unitOfWork.run((tx) => this.book(tx, arriving)),
    BATCH,
  );

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly notebook: Notebook,
  ) {}

  /** Resolves after the commit. Refusals: `attempt_over`, `already_answered`; the same answer again is accepted whenever it comes. */
  save(arriving: ArrivingAnswer): Promise<BookedAnswer> {
    return this.group.add(arriving);
  }

  private async book(tx: EntityManager, arriving: readonly ArrivingAnswer[]): Promise<BookedAnswer[]> {
    const page = await this.open(tx, arriving);
    const booked = arriving.map((each) => page.enter(each));
    await putRows(tx, ContestAnswerEntity, page.entered());
    await this.notebook.note(tx, page.practised());
    return booked;
  }

  /** The fence first: an attempt that is open now stays so until the commit. In one order, so that no two groups wait for each other. */
  private async open(tx: EntityManager, arriving: readonly ArrivingAnswer[]): Promise<Page> {
    const ids = [...new Set(arriving.map(({ attempt }) => attempt.id))].sort();
    const list = marks(ids);
    await affectedBy(tx, `UPDATE contest_attempt SET saves = saves + 1 WHERE id IN (${list}) AND state = 'open'`, ids);
    const attempts = await findRows(tx, ContestAttemptEntity, `WHERE id IN (${list})`, ids);
    const answers = await findRows(tx, ContestAnswerEntity, `WHERE attempt_id IN (${list})`, ids);
    return new Page(attempts, answers);
  }
}

/** What is stored of some attempts, and what is added to it. */
class Page {
  private readonly attempts: ReadonlyMap<string, ContestAttemptEntity>;
  private readonly stored: ReadonlyMap<string, ContestAnswerEntity>;
  private readonly written = new Map<string, ContestAnswerEntity>();
  private readonly arrived: ArrivingAnswer[] = [];

  constructor(attempts: readonly ContestAttemptEntity[], answers: readonly ContestAnswerEntity[]) {
    this.attempts = new Map(attempts.map((attempt) => [attempt.id, attempt]));
    this.stored = new Map(answers.map((answer) => [keyOf(answer), answer]));
  }

  enter(arriving: ArrivingAnswer): BookedAnswer {
    const { question, choice, elapsedMs, savedAt, isFinal } = arriving;
    const attempt = this.attempts.get(arriving.attempt.id);
    if (attempt === undefined) return refuse('not_found');
    const answer = {
      ...{ attemptId: attempt.id, lineNo: question.questionNo },
      ...{ choice: JSON.stringify(choice), elapsedMs, savedAt },
    };
    const before = this.written.get(keyOf(answer)) ?? this.stored.get(keyOf(answer));
    if (before?.choice === answer.choice) return accept({ attempt, answer: before });
    if (attempt.state !== 'open') return refuse('attempt_over');
    if (before !== undefined && isFinal) return refuse('already_answered');
    this.written.set(keyOf(answer), answer);
    this.arrived.push(arriving);
    return accept({ attempt, answer });
  }

  entered(): ContestAnswerEntity[] {
    return [...this.written.values()];
  }

  /** Those that go into the notebook as they come; of papers that count all do at the end. */
  practised(): NotebookEntry[] {
    return this.arrived.flatMap(({ attempt: { kind, contestId, personId, paper }, question, choice }) => {
      const line = paper[question.questionNo - 1];
      if (kind === 'counting' || line === undefined) return [];
      const isRight = verdictOf(question, choice) === 'right';
      return [{ contestId, personId, question: questionKey(line), isRight }];
    });
  }
}

function keyOf({ attemptId, lineNo }: Pick<ContestAnswerEntity, 'attemptId' | 'lineNo'>): string {
  return `${attemptId} ${lineNo}`;
}
