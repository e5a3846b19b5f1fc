import type { Choice, Revelation } from '@anquanli/contract/question.js';
import { shareRight } from '../../../domain/scoring/share-right.js';
import type { PlayedQuestion } from '../../../domain/question/question.js';
import type { ContestAnswerEntity } from '../entities/contest-answer.entity.js';

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

/** Characters that have to be read to answer. */
export function charsOf({ stem, options }: PlayedQuestion): number {
  return stem.length + options.reduce((sum, { text }) => sum + text.length, 0);
}
