import type { Problem, ProblemCode, Where } from './problem.js';
import type { Question, QuestionSet } from './schema.js';

/** A set together with the files its questions came from, so that a rule can say where a problem is. */
export interface SetUnderCheck {
  readonly set: QuestionSet;
  readonly setFile: string;
  readonly fileOf: ReadonlyMap<Question, string>;
}

/** One rule: looks at a whole set and returns what is wrong with it. */
export type Rule = (under: SetUnderCheck) => Problem[];

/** Questions that are or may come on air; deprecated and retired ones only keep their place. */
export function livingQuestions(set: Pick<QuestionSet, 'questions'>): Question[] {
  return set.questions.filter(({ status }) => status !== 'deprecated' && status !== 'retired');
}

export function whereIs(under: SetUnderCheck, question: Question, path?: string): Where {
  return { file: under.fileOf.get(question) ?? under.setFile, questionId: question.id, path };
}

export function problemAt(where: Where, code: ProblemCode, found: string, remedy: string): Problem {
  return { code, where, found, remedy };
}
