import type { Standing } from '@anquanli/contract/live';
import type { Choice, Key, Revelation } from '@anquanli/contract/question';
import type { Verdict } from '@anquanli/contract/vocabulary';
import { idsOf } from './selection';

/** How the own answer to a revealed question went; `counting` until the own result has arrived. */
export type ShownVerdict = Exclude<Verdict, 'skipped'> | 'counting';

export function shownVerdict(questionNo: number, revelation: Revelation, standing: Standing | null): ShownVerdict {
  if (revelation.voidReason !== null) return 'void';
  if (standing?.questionNo !== questionNo || standing.verdict === 'skipped') return 'counting';
  return standing.verdict;
}

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
