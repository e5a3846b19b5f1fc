import type { Me } from '@anquanli/contract/live';
import type { Choice, QuestionView } from '@anquanli/contract/question';
import type { ErrorCode } from '@anquanli/contract/vocabulary';
import type { OutboxEntry } from './outbox';

/** Where the own answer to the question on air stands. */
export type AnswerState =
  | { readonly state: 'none' }
  | { readonly state: 'waiting'; readonly choice: Choice }
  | { readonly state: 'kept'; readonly choice: Choice; readonly elapsedMs: number }
  | { readonly state: 'refused'; readonly choice: Choice; readonly code: ErrorCode; readonly lateMs: number | null };

/**
 * Puts together what the server holds and what this phone has sent. The server's word comes first; without it an answer
 * acknowledged to this phone still counts as kept, since an own part made before the ack does not know of it.
 */
export function answerState(question: QuestionView, me: Me | null, entry: OutboxEntry | null): AnswerState {
  if (me?.answer?.questionNo === question.questionNo) {
    const { choice, receivedAt, answerId } = me.answer;
    const toldMs = entry?.answerId === answerId && entry.fate.state === 'kept' ? entry.fate.elapsedMs : null;
    const measuredMs = Math.max(0, receivedAt - question.opensAt);
    const elapsedMs = toldMs ?? Math.min(measuredMs, question.limitMs ?? measuredMs);
    return { state: 'kept', choice, elapsedMs };
  }
  if (entry === null) return { state: 'none' };
  const { choice, fate } = entry;
  return { ...fate, choice };
}
