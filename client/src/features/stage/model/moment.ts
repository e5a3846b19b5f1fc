import type { QuestionView } from '@anquanli/contract/question';

/** What the clock says about a question: before its opening, running, without end, or at its end. */
export type Moment =
  | { readonly is: 'ready'; readonly seconds: number }
  | { readonly is: 'running'; readonly seconds: number; readonly share: number; readonly isLast: boolean }
  | { readonly is: 'unlimited' }
  | { readonly is: 'over' };

/** The figure beats in these last seconds. */
const LAST_SECONDS = 5;

/**
 * `now` and the question's instants are server time, epoch ms. `share` is what is left of the limit, 0..1;
 * added time keeps the ring full until the limit is reached again.
 */
export function momentOf(question: QuestionView, now: number): Moment {
  if (now < question.opensAt) return { is: 'ready', seconds: Math.ceil((question.opensAt - now) / 1_000) };
  if (question.closesAt === null) return { is: 'unlimited' };
  const leftMs = question.closesAt - now;
  if (leftMs <= 0) return { is: 'over' };
  const limitMs = question.limitMs ?? question.closesAt - question.opensAt;
  const seconds = Math.ceil(leftMs / 1_000);
  return { is: 'running', seconds, share: Math.min(1, leftMs / limitMs), isLast: seconds <= LAST_SECONDS };
}
