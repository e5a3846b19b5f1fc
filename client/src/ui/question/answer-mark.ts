import type { Choice, Key } from '@anquanli/contract/question';

/** What an option was at the reveal. `missed`: right, but left out of a multiple choice that was answered. */
export type AnswerMark = 'right' | 'chosen_right' | 'missed' | 'chosen_wrong';

/** The options worth showing at the reveal: all right ones and the wrong ones that were chosen. */
export function answerMark(optionId: string, key: Key, choice: Choice | null): AnswerMark | null {
  const isKey = idsOf(key).includes(optionId);
  const isChosen = choice !== null && idsOf(choice).includes(optionId);
  if (!isKey) return isChosen ? 'chosen_wrong' : null;
  if (key.kind !== 'multiple' || choice === null) return 'right';
  return isChosen ? 'chosen_right' : 'missed';
}

/** The ids of a choice or a key that is made of options; none of other kinds. */
export function idsOf(answer: Choice | Key): readonly string[] {
  switch (answer.kind) {
    case 'single':
      return [answer.option];
    case 'boolean':
      return [String(answer.value)];
    case 'multiple':
      return answer.options;
    case 'ordering':
    case 'numeric':
    case 'text':
    case 'hotspot':
      return [];
  }
}
