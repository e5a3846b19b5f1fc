import type { LiveKind } from '@anquanli/contract/vocabulary';
import type { Choice, Key } from '@anquanli/contract/question';

/** A question as a round plays it: options in the order of the round, with its key. */
export interface PlayedQuestion {
  readonly questionNo: number;
  readonly kind: LiveKind;
  readonly stem: string;
  readonly options: readonly { readonly id: string; readonly text: string }[];
  readonly key: Key;
  readonly explanation: string;
  readonly citations: readonly { readonly title: string; readonly locator: string | null }[];
}

/** Is this a possible answer to the question: its kind, existing options, each at most once? */
export function isChoiceFor(question: Pick<PlayedQuestion, 'kind' | 'options'>, choice: Choice): boolean {
  if (choice.kind !== question.kind) return false;
  const known = new Set(question.options.map((option) => option.id));
  switch (choice.kind) {
    case 'single':
      return known.has(choice.option);
    case 'multiple':
      return new Set(choice.options).size === choice.options.length && choice.options.every((id) => known.has(id));
    case 'boolean':
      return true;
  }
}

/** The ids under which a choice is counted in a distribution. */
export function countedIds(choice: Choice): readonly string[] {
  switch (choice.kind) {
    case 'single':
      return [choice.option];
    case 'multiple':
      return choice.options;
    case 'boolean':
      return [String(choice.value)];
  }
}

/** All ids a distribution lists, in the order of the screen. */
export function countableIds(question: Pick<PlayedQuestion, 'kind' | 'options'>): readonly string[] {
  return question.kind === 'boolean' ? ['true', 'false'] : question.options.map((option) => option.id);
}
