import type { QuestionKind } from '@anquanli/contract/vocabulary';
import type { AnswerForm, Choice, Key, MediaView, Zone } from '@anquanli/contract/question';
import { fitsDecimals } from './numbers.js';

/** What may be chosen, with a picture where it has one. */
export interface PlayedOption {
  readonly id: string;
  readonly text: string;
  readonly media?: MediaView;
}

/** A question as a round plays it: options in the order of the round, with its key. */
export interface PlayedQuestion {
  readonly questionNo: number;
  readonly kind: QuestionKind;
  readonly stem: string;
  readonly options: readonly PlayedOption[];
  /** Pictures of the stem; of a hot-spot the one picture that is tapped. */
  readonly media: readonly MediaView[];
  readonly form: AnswerForm | null;
  readonly key: Key;
  /** The wrong places of a hot-spot: as secret as the key, for they tell it. Empty for all other kinds. */
  readonly decoys: readonly Zone[];
  readonly explanation: string;
  readonly citations: readonly { readonly title: string; readonly locator: string | null }[];
}

/** Is this a possible answer to the question: its kind, existing options, each at most once, as many parts as it asks for? */
export function isChoiceFor(question: Pick<PlayedQuestion, 'kind' | 'options' | 'form'>, choice: Choice): boolean {
  if (choice.kind !== question.kind) return false;
  const { form, options } = question;
  switch (choice.kind) {
    case 'single':
      return areDistinctOf(options, [choice.option]);
    case 'multiple':
      return areDistinctOf(options, choice.options);
    case 'boolean':
      return true;
    case 'ordering':
      return choice.order.length === options.length && areDistinctOf(options, choice.order);
    case 'numeric':
      return form?.kind === 'numeric' && fitsDecimals(choice.value, form.decimals);
    case 'text':
      return form?.kind === 'text' && choice.blanks.length === form.blanks && choice.blanks.some(isFilled);
    case 'hotspot': {
      const marks = choice.points.length + choice.places.length;
      const isAsManyAsMay = form?.kind === 'hotspot' && marks >= 1 && marks <= form.maxClicks;
      return isAsManyAsMay && areDistinctOf(options, choice.places);
    }
  }
}

function areDistinctOf(options: readonly PlayedOption[], ids: readonly string[]): boolean {
  const known = new Set(options.map((option) => option.id));
  return new Set(ids).size === ids.length && ids.every((id) => known.has(id));
}

/** Is there more in it than white space and characters that nobody sees? */
function isFilled(blank: string): boolean {
  return /[^\s\p{C}]/u.test(blank);
}
