import { describe, expect, it } from '@jest/globals';
import { aQuestion } from './play-fixtures';
import { meanRightSeconds, reviewOrder, type ReviewItem } from './review';

const item = (questionNo: number, verdict: ReviewItem['verdict']): ReviewItem => ({
  question: aQuestion({ questionNo }),
  revelation: { key: { kind: 'single', option: 'b' }, explanation: '', citations: [], voidReason: null },
  choice: null,
  verdict,
  points: 0,
  elapsedMs: null,
});

describe('the review', () => {
  it('begins with what is to be learned, each part in the order of the round', () => {
    const items = [item(1, 'right'), item(2, 'wrong'), item(3, 'void'), item(4, 'none'), item(5, 'partly')];
    expect(reviewOrder(items).map(({ question }) => question.questionNo)).toEqual([2, 4, 5, 1, 3]);
  });

  it('has no mean time without a right answer', () => {
    expect(meanRightSeconds(0, 0)).toBeNull();
    expect(meanRightSeconds(51_200, 8)).toBeCloseTo(6.4);
  });
});
