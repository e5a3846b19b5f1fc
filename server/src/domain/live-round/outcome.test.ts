import type { Choice } from '@anquanli/contract/question';
import { describe, expect, it } from '@jest/globals';
import { aRoundQuestion } from '../../../test/support/a-round.js';
import { outcomesOf, type Ending, type GivenAnswer } from './outcome.js';

const RULES = { scoring: 'accuracy', multipleScoring: 'exact', plannedQuestions: 10 } as const;
const given = (seatNo: number, option: string, elapsedMs: number): [number, GivenAnswer] => {
  const choice: Choice = { kind: 'single', option };
  return [seatNo, { seatNo, choice, elapsedMs }];
};
const answers = new Map([given(1, 'b', 10_000), given(3, 'a', 4_000)]);
const ended = (ending: Ending) => outcomesOf(aRoundQuestion(), 20_000, [1, 2, 3], answers, RULES, ending);

describe('the outcomes of a question', () => {
  it('are one per seat, also for those who did not answer', () => {
    expect(ended('scored')).toEqual([
      { seatNo: 1, verdict: 'right', points: 1_049, bonus: 49, elapsedMs: 10_000 },
      { seatNo: 2, verdict: 'none', points: 0, bonus: 0, elapsedMs: null },
      { seatNo: 3, verdict: 'wrong', points: 0, bonus: 0, elapsedMs: 4_000 },
    ]);
  });

  it.each(['void', 'skipped'] as const)(
    'give nobody anything when it was %s, and keep the time of an answer',
    (ending) => {
      expect(ended(ending)).toEqual([
        { seatNo: 1, verdict: ending, points: 0, bonus: 0, elapsedMs: 10_000 },
        { seatNo: 2, verdict: ending, points: 0, bonus: 0, elapsedMs: null },
        { seatNo: 3, verdict: ending, points: 0, bonus: 0, elapsedMs: 4_000 },
      ]);
    },
  );

  it('leave out answers of seats that are not asked for', () => {
    expect(outcomesOf(aRoundQuestion(), 20_000, [2], answers, RULES, 'scored').map((each) => each.seatNo)).toEqual([2]);
  });
});
