import { createHash } from 'node:crypto';
import * as z from 'zod';
import { normalise } from './normalise.js';
import { OptionId, QuestionId } from './schema-words.js';
import type { Question, QuestionSet, QuestionType } from './schema.js';
import { livingQuestions } from './set-under-check.js';

/** A question without anything that tells or hints at the key. */
export interface BlindQuestion {
  readonly id: string;
  readonly type: QuestionType;
  readonly category: string;
  readonly stem: string;
  readonly media?: readonly string[];
  /** Shuffled; ids as in the set. For a hot-spot the regions and decoys by label. */
  readonly options?: readonly { readonly id: string; readonly text: string; readonly media?: string | undefined }[];
  readonly unit?: string;
  readonly blanks?: number;
  /** Of a hot-spot: whether one place or all are to be found. */
  readonly mode?: 'find-one' | 'find-all';
}

/** What a second reader answers, by question id. */
export const BlindAnswers = z.record(
  QuestionId,
  z.union([
    z.strictObject({ option: OptionId }),
    z.strictObject({ options: z.array(OptionId) }),
    z.strictObject({ value: z.union([z.boolean(), z.number()]) }),
    z.strictObject({ order: z.array(OptionId) }),
    z.strictObject({ blanks: z.array(z.string()) }),
    z.strictObject({ regions: z.array(OptionId) }),
  ]),
);
export type BlindAnswers = z.infer<typeof BlindAnswers>;
export type BlindAnswer = BlindAnswers[string];

export interface BlindComparison {
  readonly agreeing: readonly string[];
  readonly disagreeing: readonly { readonly question: Question; readonly answer: BlindAnswer }[];
  /** Questions of the set without an answer. */
  readonly unanswered: readonly string[];
  /** Answers without a question in the set. */
  readonly unknown: readonly string[];
}

/** The sheet for a second reader: every living question without its key. The same seed gives the same sheet. */
export function blindSheet(set: Pick<QuestionSet, 'questions'>, seed: string): BlindQuestion[] {
  return livingQuestions(set).map((question) => blindQuestion(question, seed));
}

function blindQuestion(question: Question, seed: string): BlindQuestion {
  const { id, type, category, stem, media } = question;
  const asked = { id, type, category, stem, ...(media && { media }) };
  const shuffled = (options: readonly { id: string; text: string; media?: string | undefined }[]) =>
    options
      .map((option) => ({ option, rank: rank(`${seed} ${id} ${option.id}`) }))
      .sort((a, b) => (a.rank < b.rank ? -1 : 1))
      .map(({ option: { id: name, text, media: picture } }) => ({
        id: name,
        text,
        ...(picture && { media: picture }),
      }));
  switch (question.type) {
    case 'single':
    case 'multiple':
    case 'ordering':
      return { ...asked, options: shuffled(question.options) };
    case 'numeric':
      return question.answer.unit === undefined ? asked : { ...asked, unit: question.answer.unit };
    case 'text':
      return { ...asked, blanks: question.answer.blanks.length };
    case 'hotspot': {
      const places = [...question.answer.regions, ...(question.answer.decoys ?? [])];
      const { mode } = question.answer;
      return { ...asked, mode, options: shuffled(places.map((place) => ({ id: place.id, text: place.label }))) };
    }
    case 'boolean':
      return asked;
  }
}

function rank(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Lays a reader's answers beside the keys. */
export function compareBlind(set: QuestionSet, answers: BlindAnswers): BlindComparison {
  const questions = livingQuestions(set);
  const ids = new Set(questions.map(({ id }) => id));
  const answered = questions.flatMap((question) => {
    const answer = answers[question.id];
    return answer ? [{ question, answer, agrees: agreesWithKey(question, answer) }] : [];
  });
  return {
    agreeing: answered.filter(({ agrees }) => agrees).map(({ question }) => question.id),
    disagreeing: answered.filter(({ agrees }) => !agrees).map(({ question, answer }) => ({ question, answer })),
    unanswered: questions.filter(({ id }) => !answers[id]).map(({ id }) => id),
    unknown: Object.keys(answers).filter((id) => !ids.has(id)),
  };
}

/** Whether an answer is fully right; an answer of another kind of question is not. */
export function agreesWithKey(question: Question, answer: BlindAnswer): boolean {
  switch (question.type) {
    case 'single':
      return 'option' in answer && answer.option === question.answer.option;
    case 'multiple':
      return 'options' in answer && sameMembers(answer.options, question.answer.options);
    case 'boolean':
      return 'value' in answer && answer.value === question.answer.value;
    case 'ordering':
      return 'order' in answer && answer.order.join() === question.answer.order.join();
    case 'numeric': {
      const value = 'value' in answer ? answer.value : undefined;
      return typeof value === 'number' && question.answer.accept.some(({ min, max }) => min <= value && value <= max);
    }
    case 'text':
      return 'blanks' in answer && fillsBlanks(question.answer, answer.blanks);
    case 'hotspot': {
      const places = question.answer.regions.map(({ id }) => id);
      if (!('regions' in answer)) return false;
      if (question.answer.mode === 'find-all') return sameMembers(answer.regions, places);
      return answer.regions.length === 1 && answer.regions.every((id) => places.includes(id));
    }
  }
}

function sameMembers(a: readonly string[], b: readonly string[]): boolean {
  return [...new Set(a)].sort().join() === [...new Set(b)].sort().join();
}

type TextKey = Extract<Question, { type: 'text' }>['answer'];

function fillsBlanks({ blanks, anyOrder }: TextKey, given: readonly string[]): boolean {
  if (given.length !== blanks.length) return false;
  const accepts = (n: number, text: string) =>
    blanks[n]?.accept.some((accepted) => normalise(accepted) === normalise(text)) ?? false;
  if (!anyOrder) return given.every((text, n) => accepts(n, text));
  return canFill(
    given,
    blanks.map((_, n) => n),
    accepts,
  );
}

/** Whether each text can be given a blank of its own that accepts it. At most six blanks, so trying all is cheap. */
function canFill(
  [text, ...rest]: readonly string[],
  free: readonly number[],
  accepts: (n: number, text: string) => boolean,
): boolean {
  if (text === undefined) return true;
  return free.some(
    (n) =>
      accepts(n, text) &&
      canFill(
        rest,
        free.filter((other) => other !== n),
        accepts,
      ),
  );
}
