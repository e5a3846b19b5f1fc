import type { ReplyOf } from '@anquanli/contract/exchange';
import type { joinRoutes } from '@anquanli/contract/join';

export type Review = ReplyOf<typeof joinRoutes.review>;
export type ReviewItem = Review['questions'][number];

/** Is there something to learn from it once more? */
export function isToLearn({ verdict }: ReviewItem): boolean {
  return verdict === 'wrong' || verdict === 'partly' || verdict === 'none';
}

/** What went wrong first, then the rest, each in the order of the round. */
export function reviewOrder(items: readonly ReviewItem[]): readonly ReviewItem[] {
  return [...items.filter(isToLearn), ...items.filter((item) => !isToLearn(item))];
}

/** Mean time of the right answers, seconds; null without one. */
export function meanRightSeconds(rightTimeMs: number, rightCount: number): number | null {
  return rightCount === 0 ? null : rightTimeMs / rightCount / 1_000;
}

/** Questions that counted: withdrawn ones do not. */
export function countedQuestions(items: readonly ReviewItem[]): number {
  return items.filter(({ verdict }) => verdict !== 'void' && verdict !== 'skipped').length;
}
