import type { Choice } from '@anquanli/contract/question.js';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { PlayedQuestion } from '../../../domain/question/question.js';
import { accept, refuse, type Result } from '../../../domain/shared/result.js';
import { GroupCommit } from '../../../platform/database/group-commit.js';
import { affectedBy, findRows, insertRows, updateRows } from '../../../platform/database/rows.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { ContestAnswerEntity } from '../entities/contest-answer.entity.js';
import { ContestAttemptEntity } from '../entities/contest-attempt.entity.js';
import { verdictOf } from './marking.js';
import { Notebook } from './notebook.service.js';
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
type Outcome = { readonly booked: BookedAnswer } | { readonly error: unknown };

/** Answers of all papers, committed in groups: what comes while a commit is under way travels with the next. */
@Injectable()
export class AnswerBook {
  private readonly group = new GroupCommit<ArrivingAnswer, Outcome>((arriving) => this.write(arriving), BATCH);

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly notebook: Notebook,
  ) {}

  /** Resolves after the commit. Refusals: `attempt_over`, `already_answered`; the same answer again is accepted whenever it comes. */
  async save(arriving: ArrivingAnswer): Promise<BookedAnswer> {
    const outcome = await this.group.add(arriving);
    if ('error' in outcome) throw outcome.error;
    return outcome.booked;
  }

  /** A group that fails is tried one by one: what is wrong with one is no other's fault. */
  private async write(arriving: readonly ArrivingAnswer[]): Promise<Outcome[]> {
    try {
      const booked = await this.unitOfWork.run((tx) => this.book(tx, arriving));
      return booked.map((each) => ({ booked: each }));
    } catch (error) {
      if (arriving.length === 1) return [{ error }];
      const outcomes: Outcome[] = [];
      for (const each of arriving) outcomes.push(...(await this.write([each])));
      return outcomes;
    }
  }

  private async book(tx: EntityManager, arriving: readonly ArrivingAnswer[]): Promise<BookedAnswer[]> {
    const page = await this.open(tx, arriving);
    const booked = arriving.map((each) => page.enter(each));
    await insertRows(tx, ContestAnswerEntity, page.fresh());
    for (const answer of page.replaced()) {
      const at = [answer.attemptId, answer.lineNo];
      await updateRows(tx, ContestAnswerEntity, answer, 'attempt_id = ? AND line_no = ?', at);
    }
    for (const { attempt, question, choice } of page.practised()) {
      const line = attempt.paper[question.questionNo - 1];
      const isRight = verdictOf(question, choice) === 'right';
      if (line) await this.notebook.note(tx, attempt, new Map([[questionKey(line), isRight]]));
    }
    return booked;
  }

  /** The fence first: an attempt that is open now stays so until the commit. In one order, so that no two groups wait for each other. */
  private async open(tx: EntityManager, arriving: readonly ArrivingAnswer[]): Promise<Page> {
    const ids = [...new Set(arriving.map(({ attempt }) => attempt.id))].sort();
    const marks = ids.map(() => '?').join(', ');
    await affectedBy(tx, `UPDATE contest_attempt SET saves = saves + 1 WHERE id IN (${marks}) AND state = 'open'`, ids);
    const attempts = await findRows(tx, ContestAttemptEntity, `WHERE id IN (${marks})`, ids);
    const answers = await findRows(tx, ContestAnswerEntity, `WHERE attempt_id IN (${marks})`, ids);
    return new Page(attempts, answers);
  }
}

/** What is stored of some attempts, and what is added to it. */
class Page {
  private readonly attempts: ReadonlyMap<string, ContestAttemptEntity>;
  private readonly stored: ReadonlyMap<string, ContestAnswerEntity>;
  private readonly written = new Map<string, ContestAnswerEntity>();
  private readonly entered: ArrivingAnswer[] = [];

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
    this.entered.push(arriving);
    return accept({ attempt, answer });
  }

  fresh(): ContestAnswerEntity[] {
    return [...this.written].flatMap(([key, answer]) => (this.stored.has(key) ? [] : [answer]));
  }

  replaced(): ContestAnswerEntity[] {
    return [...this.written].flatMap(([key, answer]) => (this.stored.has(key) ? [answer] : []));
  }

  /** Those that go into the notebook as they come; of papers that count all do at the end. */
  practised(): ArrivingAnswer[] {
    return this.entered.filter(({ attempt }) => attempt.kind !== 'counting');
  }
}

function keyOf({ attemptId, lineNo }: Pick<ContestAnswerEntity, 'attemptId' | 'lineNo'>): string {
  return `${attemptId} ${lineNo}`;
}
