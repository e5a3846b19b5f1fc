import type { Question, QuestionOf } from '../schema.js';
import { HotspotAnswer } from '../schema-answers.js';
import * as z from 'zod';
import { readBoolean } from './boolean-answer.js';
import { readChoice, type ChoiceReading } from './choice-answer.js';
import type { DecidedType } from './decide-type.js';
import type { Findings } from './findings.js';
import { jsonIn } from './json-cell.js';
import { readNumeric } from './numeric-answer.js';
import { checkOptions, type ReadOption } from './own-options.js';
import { isOurId } from './question-id.js';
import type { RawQuestion } from './raw-question.js';
import { blankCount, readText } from './text-answer.js';
import { truthOptions } from './truth-words.js';

/** Kind, options and key of a question: the part that depends on its kind. */
export type Keyed =
  | Pick<QuestionOf<'single'>, 'type' | 'options' | 'answer'>
  | Pick<QuestionOf<'multiple'>, 'type' | 'options' | 'answer'>
  | Pick<QuestionOf<'ordering'>, 'type' | 'options' | 'answer'>
  | Pick<QuestionOf<'boolean'>, 'type' | 'answer'>
  | Pick<QuestionOf<'numeric'>, 'type' | 'answer'>
  | Pick<QuestionOf<'text'>, 'type' | 'answer'>
  | Pick<QuestionOf<'hotspot'>, 'type' | 'answer' | 'media'>;

/** What the key is read from; texts are clean. */
export interface AnswerParts {
  readonly decided: DecidedType;
  readonly stem: string;
  readonly options: readonly ReadOption[];
  readonly answer: string;
  readonly unit: string;
  readonly raw: Pick<RawQuestion, 'answerStyle' | 'announcedAnswers' | 'idText'>;
}

/** The key by kind; undefined once something was refused. */
export function interpretAnswer(parts: AnswerParts, findings: Findings): Keyed | undefined {
  const { decided, answer, options } = parts;
  const isMarked = options.some(({ isCorrect }) => isCorrect);
  if (answer === '' && !isMarked) {
    findings.refuse('answer_missing');
    return undefined;
  }
  switch (decided.type) {
    case 'single':
    case 'multiple':
      return choiceKey(parts, findings);
    case 'ordering':
      return orderingKey(parts, findings);
    case 'boolean':
      return booleanKey(parts, findings);
    case 'numeric':
      return numericKey(parts, findings);
    case 'text':
      return textKey(parts, findings);
    case 'hotspot':
      return hotspotKey(answer, findings);
  }
}

function choiceKey(parts: AnswerParts, findings: Findings): Keyed | undefined {
  const { decided, options } = parts;
  checkOptions(options, findings);
  const picks = pickedOptions(parts, findings);
  if (picks === undefined) return undefined;
  const { announcedAnswers: announced } = parts.raw;
  if (announced !== undefined && announced !== picks.length) {
    findings.refuse('answer_count_differs', parts.answer, { announced, count: picks.length });
  }
  const count = picks.length;
  if (decided.type === 'single') {
    if (count > 1) findings.refuse('single_with_several', parts.answer, { count });
    return { type: 'single', options: withIds(options), answer: { option: idAt(picks[0] ?? 0) } };
  }
  if (count === options.length) findings.refuse('all_options_right', parts.answer);
  if (count === 1 && decided.note !== 'one-or-more') findings.note('multiple_with_one', parts.answer);
  const scoring = scoringOf(decided, 'partial-no-wrong');
  const key = [...picks].sort((a, b) => a - b).map(idAt);
  return { type: 'multiple', options: withIds(options), answer: { options: key, ...scoring } };
}

/** How the key is scored, where the column of the kind says so. */
function scoringOf<T extends string>({ note }: DecidedType, partial: T): { scoring?: T | 'exact' } {
  if (note === 'partial') return { scoring: partial };
  return note === 'exact' ? { scoring: 'exact' } : {};
}

/** Positions of the right options, by the answer and by marks on the options; both have to agree. */
function pickedOptions({ answer, options, raw }: AnswerParts, findings: Findings): readonly number[] | undefined {
  const marked = options.flatMap(({ isCorrect }, n) => (isCorrect ? [n] : []));
  if (answer === '') return marked;
  const reading = readChoice({ answer, options, style: raw.answerStyle });
  if (!reading.ok) {
    refuseReading(reading, answer, findings);
    return undefined;
  }
  if (reading.isRepeated) findings.note('answer_letter_twice', answer);
  const isSame = marked.length === reading.picks.length && marked.every((n) => reading.picks.includes(n));
  if (marked.length > 0 && !isSame) findings.refuse('answer_differs_from_marks', answer);
  return reading.picks;
}

function orderingKey({ options, answer, decided, raw }: AnswerParts, findings: Findings): Keyed | undefined {
  checkOptions(options, findings);
  const reading = readChoice({ answer, options, style: raw.answerStyle, isOrder: true });
  if (!reading.ok) {
    refuseReading(reading, answer, findings);
    return undefined;
  }
  if (reading.isRepeated || reading.picks.length !== options.length) findings.refuse('order_incomplete', answer);
  const scoring = scoringOf(decided, 'adjacent-pairs');
  return { type: 'ordering', options: withIds(options), answer: { order: reading.picks.map(idAt), ...scoring } };
}

function booleanKey(parts: AnswerParts, findings: Findings): Keyed | undefined {
  const { options, answer } = parts;
  const texts = options.map(({ text }) => text);
  if (options.length === 2 && truthOptions(texts) === undefined) {
    findings.note('boolean_as_single', texts.join(' / '));
    return choiceKey({ ...parts, decided: { type: 'single', from: 'content' } }, findings);
  }
  const marked = options.filter(({ isCorrect }) => isCorrect);
  if (marked.length > 1) findings.refuse('single_with_several', '', { count: marked.length });
  const byMark = marked[0] && readBoolean(marked[0].text, options);
  const reading = answer === '' && byMark ? byMark : readBoolean(answer, options);
  if (!reading.ok) {
    refuseReading(reading, answer || texts.join(' / '), findings);
    return undefined;
  }
  if (byMark?.ok === true && byMark.value !== reading.value) findings.refuse('answer_differs_from_marks', answer);
  return { type: 'boolean', answer: { value: reading.value } };
}

function numericKey({ answer, unit, stem, raw }: AnswerParts, findings: Findings): Keyed | undefined {
  const blanks = blankCount(stem);
  // `2；4` for two blanks would make either number right in both.
  if (blanks > 1 && !isOurId(raw.idText)) findings.refuse('number_blanks', answer, { blanks });
  const reading = readNumeric(answer, unit);
  if (reading.ok) return { type: 'numeric', answer: reading.answer };
  findings.refuse(reading.code, answer, { answer, count: reading.count ?? 0 });
  return undefined;
}

function textKey({ answer, stem, decided }: AnswerParts, findings: Findings): Keyed | undefined {
  const reading = readText(answer, stem, decided.note === 'any-order');
  if (reading.ok) return { type: 'text', answer: reading.answer };
  findings.refuse(reading.code, answer, { answer, ...reading.values });
  return undefined;
}

const HotspotCell = z.strictObject({ media: z.array(z.string()).length(1), ...HotspotAnswer.shape });

/** A hot-spot is a JSON cell of our own exports: the picture and the answer. */
function hotspotKey(answer: string, findings: Findings): Keyed | undefined {
  const cell = jsonIn(HotspotCell, answer);
  if (cell === undefined) {
    findings.refuse('hotspot_unreadable', answer);
    return undefined;
  }
  const { media, ...key } = cell;
  return { type: 'hotspot', media, answer: key };
}

function refuseReading(
  reading: Exclude<ChoiceReading | ReturnType<typeof readBoolean>, { ok: true }>,
  answer: string,
  findings: Findings,
): void {
  findings.refuse(reading.code, answer, { answer, letter: reading.letter ?? '' });
}

function withIds(options: readonly ReadOption[]): QuestionOf<'single'>['options'] {
  return options.map(({ text }, n) => ({ id: idAt(n), text }));
}

function idAt(position: number): string {
  return String.fromCharCode(97 + position);
}

/** The kinds whose stem is looked at for a printed key. */
export function mayHaveKeyInStem(type: Question['type']): boolean {
  return type === 'single' || type === 'multiple' || type === 'boolean' || type === 'ordering';
}
