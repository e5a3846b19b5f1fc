import type { Choice, OptionView, QuestionView } from '@anquanli/contract/question';

/** The options a person can choose from. A true-or-false question may come without a list of its own. */
export function optionsOf(question: QuestionView, words: { yes: string; no: string }): readonly OptionView[] {
  if (question.kind !== 'boolean' || question.options.length > 0) return question.options;
  return [
    { id: 'true', text: words.yes },
    { id: 'false', text: words.no },
  ];
}

/** Selected option ids after a tap: several for a multiple choice, else the one. */
export function withTap(question: QuestionView, selected: readonly string[], optionId: string): readonly string[] {
  if (question.kind !== 'multiple') return [optionId];
  return selected.includes(optionId) ? selected.filter((id) => id !== optionId) : [...selected, optionId];
}

/** What is sent for the selected ids, in the order of the options; null when nothing is selected. */
export function choiceOf(question: QuestionView, selected: readonly string[]): Choice | null {
  const [first] = selected;
  if (first === undefined) return null;
  switch (question.kind) {
    case 'single':
      return { kind: 'single', option: first };
    case 'boolean':
      return { kind: 'boolean', value: first === 'true' };
    case 'multiple':
      return { kind: 'multiple', options: question.options.map(({ id }) => id).filter((id) => selected.includes(id)) };
  }
}

/** The option ids of a choice or a key. */
export function idsOf(choice: Choice): readonly string[] {
  switch (choice.kind) {
    case 'single':
      return [choice.option];
    case 'boolean':
      return [String(choice.value)];
    case 'multiple':
      return choice.options;
  }
}
