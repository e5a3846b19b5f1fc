import type { SavedAnswer } from '@anquanli/contract/contest.js';
import type { Choice } from '@anquanli/contract/question.js';
import { Injectable } from '@nestjs/common';
import { isOver } from '../../../domain/contest/limit.js';
import { keptChoice } from '../../../domain/question/kept-choice.js';
import { isChoiceFor } from '../../../domain/question/question.js';
import { accept, refuse, type Result } from '../../../domain/shared/result.js';
import { Clock } from '../../../platform/clock/clock.js';
import { ContestPulse } from '../clock/contest-pulse.service.js';
import { ContestsRepository } from '../contests.repository.js';
import type { ContestAttemptEntity } from '../entities/contest-attempt.entity.js';
import { AnswerBook } from './answer-book.service.js';
import { AttemptsRepository } from './attempts.repository.js';
import { savedAnswer, tellsAtOnce } from './attempt-view.service.js';
import { ContestDoor } from './contest-door.service.js';
import { Papers } from './papers.service.js';
import { Settler } from './settler.service.js';

/** Answers, and handing in. */
@Injectable()
export class AttemptPlay {
  constructor(
    private readonly door: ContestDoor,
    private readonly attempts: AttemptsRepository,
    private readonly contests: ContestsRepository,
    private readonly papers: Papers,
    private readonly book: AnswerBook,
    private readonly settler: Settler,
    private readonly pulse: ContestPulse,
    private readonly clock: Clock,
  ) {}

  /** The own attempt; one whose time is over is settled by being asked for. */
  async current(personToken: string, attemptId: string): Promise<Result<ContestAttemptEntity>> {
    const own = await this.own(personToken, attemptId);
    if (!own.ok) return own;
    const attempt = own.value;
    const isRunning = attempt.state === 'open' && !isOver(await this.pulse.deadlineOf(attempt), this.clock.now());
    return accept(isRunning || attempt.state !== 'open' ? attempt : await this.settler.settle(attempt, 'time'));
  }

  /** Hands in; what has ended already stays as it is. */
  async submit(personToken: string, attemptId: string): Promise<Result<ContestAttemptEntity>> {
    const current = await this.current(personToken, attemptId);
    if (!current.ok || current.value.state !== 'open') return current;
    return accept(await this.settler.settle(current.value, 'person'));
  }

  async answer(personToken: string, attemptId: string, lineNo: number, choice: Choice): Promise<Result<SavedAnswer>> {
    const savedAt = this.clock.now();
    const own = await this.own(personToken, attemptId);
    if (!own.ok) return own;
    const attempt = own.value;
    const contest = await this.contests.recent(attempt.contestId);
    const questions = await this.papers.questionsOf(attempt);
    const question = questions[lineNo - 1];
    if (question === undefined || contest === null) return refuse('not_found');
    if (!isChoiceFor(question, choice)) return refuse('choice_invalid', { path: 'body.choice' });
    const kept = keptChoice(choice, question.form);
    const isFinal = tellsAtOnce(contest, attempt);
    const { deadlineAt, elapsedMs } = await this.pulse.timesOf(attempt, savedAt);
    if (attempt.state === 'open' && isOver(deadlineAt, savedAt)) await this.settler.settle(attempt, 'time');
    const saved = await this.book.save({ attempt, question, choice: kept, elapsedMs, savedAt, isFinal });
    return saved.ok ? accept(savedAnswer(contest, saved.value.attempt, questions, saved.value.answer)) : saved;
  }

  private async own(personToken: string, attemptId: string): Promise<Result<ContestAttemptEntity>> {
    const person = await this.door.person(personToken);
    if (!person.ok) return person;
    const attempt = await this.attempts.findOwn(attemptId, person.value.personId);
    return attempt === null ? refuse('not_found') : accept(attempt);
  }
}
