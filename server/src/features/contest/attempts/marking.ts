import type { Choice, Revelation } from '@anquanli/contract/question.js';
import type { ContestSettings } from '@anquanli/contract/contest-settings.js';
import { pointsOf } from '../../../domain/contest/points.js';
import { isImpossiblyFast } from '../../../domain/contest/suspicion.js';
import type { PlayedQuestion } from '../../../domain/question/question.js';
import { shareRight } from '../../../domain/scoring/share-right.js';
import type { ContestAnswerEntity } from '../entities/contest-answer.entity.js';
import type { ContestAttemptEntity } from '../entities/contest-attempt.entity.js';
import { questionKey } from './paper-line.js';

export type AttemptVerdict = 'right' | 'wrong' | 'none';

/** In a contest an answer is right as a whole or not at all. */
export function verdictOf(question: PlayedQuestion, choice: Choice | null): AttemptVerdict {
  if (choice === null) return 'none';
  return shareRight(question, choice, 'exact') === 1 ? 'right' : 'wrong';
}

export function revelationOf({ key, explanation, citations }: PlayedQuestion): Revelation {
  return { key, explanation, citations: [...citations], voidReason: null };
}

/** What was stored was written by this program: it is not parsed by a schema again. */
export function choiceOf({ choice }: Pick<ContestAnswerEntity, 'choice'>): Choice {
  return JSON.parse(choice) as Choice;
}

type Answers = readonly ContestAnswerEntity[];

/** What a whole paper brings. */
export function markPaper(points: ContestSettings['points'], questions: readonly PlayedQuestion[], answers: Answers) {
  const rightCount = verdicts(questions, answers).filter(({ verdict }) => verdict === 'right').length;
  const asked = questions.length;
  return {
    ...{ answered: answers.length, rightCount, asked },
    ...{ points: pointsOf(points, rightCount, asked), isFast: isImpossiblyFast(linesOf(questions, answers)) },
  };
}

/** Which questions of a paper its person had right: what is not answered is not right. */
export function rightByKey(
  questions: readonly PlayedQuestion[],
  { contestId, personId, paper }: Pick<ContestAttemptEntity, 'contestId' | 'personId' | 'paper'>,
  answers: Answers,
) {
  return verdicts(questions, answers).flatMap(({ questionNo, verdict }) => {
    const line = paper[questionNo - 1];
    return line ? [{ contestId, personId, question: questionKey(line), isRight: verdict === 'right' }] : [];
  });
}

function verdicts(questions: readonly PlayedQuestion[], answers: Answers) {
  const byLine = new Map(answers.map((answer) => [answer.lineNo, answer]));
  return questions.map((question) => {
    const answer = byLine.get(question.questionNo);
    return { questionNo: question.questionNo, verdict: verdictOf(question, answer ? choiceOf(answer) : null) };
  });
}

function linesOf(questions: readonly PlayedQuestion[], answers: Answers) {
  const charsOfLine = new Map(questions.map((question) => [question.questionNo, charsOf(question)]));
  const inTime = [...answers].sort((a, b) => a.elapsedMs - b.elapsedMs);
  return inTime.map(({ lineNo, elapsedMs }, index) => ({
    sinceMs: elapsedMs - (inTime[index - 1]?.elapsedMs ?? 0),
    chars: charsOfLine.get(lineNo) ?? 0,
  }));
}

/** Characters that have to be read to answer. */
function charsOf({ stem, options }: PlayedQuestion): number {
  return stem.length + options.reduce((sum, { text }) => sum + text.length, 0);
}
