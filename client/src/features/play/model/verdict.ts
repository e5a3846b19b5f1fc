import type { Standing } from '@anquanli/contract/live';
import type { Revelation } from '@anquanli/contract/question';
import type { Verdict } from '@anquanli/contract/vocabulary';

/** How the own answer to a revealed question went; `counting` until the own result has arrived. */
export type ShownVerdict = Exclude<Verdict, 'skipped'> | 'counting';

export function shownVerdict(questionNo: number, revelation: Revelation, standing: Standing | null): ShownVerdict {
  if (revelation.voidReason !== null) return 'void';
  if (standing?.questionNo !== questionNo || standing.verdict === 'skipped') return 'counting';
  return standing.verdict;
}
