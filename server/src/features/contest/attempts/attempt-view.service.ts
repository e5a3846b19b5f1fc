import type { Attempt, Feedback, PaperQuestion, SavedAnswer } from '@anquanli/contract/contest.js';
import type { Choice } from '@anquanli/contract/question.js';
import { Injectable } from '@nestjs/common';
import { isPassed } from '../../../domain/contest/points.js';
import type { PlayedQuestion } from '../../../domain/question/question.js';
import { Clock } from '../../../platform/clock/clock.js';
import { ContestPulse } from '../clock/contest-pulse.service.js';
import { ContestsRepository } from '../contests.repository.js';
import type { ContestAnswerEntity } from '../entities/contest-answer.entity.js';
import type { ContestAttemptEntity } from '../entities/contest-attempt.entity.js';
import type { ContestEntity } from '../entities/contest.entity.js';
import { AttemptsRepository } from './attempts.repository.js';
import { choiceOf, revelationOf, verdictOf } from './marking.js';
import { Papers } from './papers.service.js';

/** What the person may see of an attempt: no key before the rules allow it. */
@Injectable()
export class AttemptView {
  constructor(
    private readonly contests: ContestsRepository,
    private readonly attempts: AttemptsRepository,
    private readonly papers: Papers,
    private readonly pulse: ContestPulse,
    private readonly clock: Clock,
  ) {}

  async of(attempt: ContestAttemptEntity): Promise<Attempt> {
    const contest = await this.contests.recent(attempt.contestId);
    if (contest === null) throw new Error(`the contest of attempt ${attempt.id} is gone`);
    const questions = await this.papers.questionsOf(attempt);
    const answers = attempt.state === 'returned' ? [] : await this.attempts.answersOf(attempt.id);
    const { kind, day, state, startedAt } = attempt;
    return {
      ...{ attemptId: attempt.id, contestId: contest.id, kind, day, state, startedAt },
      deadlineAt: await this.pulse.deadlineOf(attempt),
      limitSeconds: kind === 'counting' ? contest.settings.limitSeconds : null,
      explains: tellsAtOnce(contest, attempt) ? 'each' : 'end',
      serverNow: this.clock.now(),
      questions: questions.map(shownQuestion),
      answers: answers.map((answer) => savedAnswer(contest, attempt, questions, answer)),
      result: state === 'settled' ? resultOf(contest, attempt, questions, answers) : null,
    };
  }
}

/** May the truth about a single question be told while the attempt is open? */
export function tellsAtOnce({ settings }: ContestEntity, { kind }: Pick<ContestAttemptEntity, 'kind'>): boolean {
  return kind !== 'counting' || settings.feedback === 'each';
}

export function savedAnswer(
  contest: ContestEntity,
  attempt: ContestAttemptEntity,
  questions: readonly PlayedQuestion[],
  answer: ContestAnswerEntity,
): SavedAnswer {
  const choice = choiceOf(answer);
  const question = questions[answer.lineNo - 1];
  const isTold = question !== undefined && (attempt.state === 'settled' || tellsAtOnce(contest, attempt));
  return { lineNo: answer.lineNo, choice, feedback: isTold ? feedbackOn(question, choice) : null };
}

function feedbackOn(question: PlayedQuestion, choice: Choice | null): Feedback {
  return { verdict: verdictOf(question, choice), revelation: revelationOf(question) };
}

function shownQuestion({ questionNo, kind, stem, options, media, form }: PlayedQuestion): PaperQuestion {
  return { lineNo: questionNo, kind, stem, options: [...options], media: [...media], form };
}

function resultOf(
  { settings }: ContestEntity,
  attempt: ContestAttemptEntity,
  questions: readonly PlayedQuestion[],
  answers: readonly ContestAnswerEntity[],
): NonNullable<Attempt['result']> {
  const chosen = new Map(answers.map((answer) => [answer.lineNo, choiceOf(answer)]));
  return {
    ...{ right: attempt.rightCount, asked: attempt.asked, points: attempt.points, timeMs: attempt.timeMs },
    isPassed: isPassed(settings.passPercent, attempt.rightCount, attempt.asked),
    by: attempt.settledBy ?? 'person',
    settledAt: attempt.settledAt ?? 0,
    isRemoved: attempt.removedReason !== null,
    lines: questions.map((question) => {
      const choice = chosen.get(question.questionNo) ?? null;
      return { lineNo: question.questionNo, choice, ...feedbackOn(question, choice) };
    }),
  };
}
