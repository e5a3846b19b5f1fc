import type { Choice } from '@anquanli/contract/question';
import type { Outcome } from '../ranking/standings.js';
import { score, type ScoringRules } from '../scoring/score.js';
import type { Asked } from '../scoring/share-right.js';

/** A stored answer as the score needs it. */
export interface GivenAnswer {
  readonly seatNo: number;
  readonly choice: Choice;
  readonly elapsedMs: number;
}

/** How a question ended: scored, withdrawn after its reveal, or skipped without one. */
export type Ending = 'scored' | 'void' | 'skipped';

/** One outcome per seat, also for those who did not answer. A void or skipped question gives nobody anything. */
export function outcomesOf(
  question: Asked,
  limitMs: number | null,
  seats: readonly number[],
  answers: ReadonlyMap<number, GivenAnswer>,
  rules: ScoringRules,
  ending: Ending,
): Outcome[] {
  return seats.map((seatNo) => {
    const answer = answers.get(seatNo);
    const elapsedMs = answer?.elapsedMs ?? null;
    if (ending !== 'scored') return { seatNo, verdict: ending, points: 0, bonus: 0, elapsedMs };
    if (!answer) return { seatNo, verdict: 'none', points: 0, bonus: 0, elapsedMs };
    return { seatNo, elapsedMs, ...score(question, answer.choice, answer.elapsedMs, limitMs, rules) };
  });
}
