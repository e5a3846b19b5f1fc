import type { Choice } from '@anquanli/contract/question';
import { isRight } from './is-right.js';
import type { ReleasedKey } from './released-keys.js';
import type { StoredAnswer, StoredRound } from './stored-round.js';

/** What one seat must have got by the rules, after one question. */
export interface ExpectedResult {
  readonly seatNo: number;
  readonly questionNo: number;
  readonly verdict: 'right' | 'wrong' | 'none';
  readonly points: number;
  readonly total: number;
  readonly rightCount: number;
  readonly rightTimeMs: number;
  readonly rank: number;
}

const FULL_POINTS = 1_000;
/** All bonuses of a round together stay below one question. */
const ALL_BONUSES = 999;

/**
 * Everybody's result after every question, computed anew from the stored answers and the released keys by the rules of
 * `accuracy` with exact multiple choice. Assumes what the scenarios guarantee: everybody joined before the first question,
 * nobody was removed, no question was skipped or voided. Throws when the round was set up otherwise.
 * @param told words of named steps and places by `<question number>/<id>`, as phones were told
 */
export function expectedResults(
  round: StoredRound,
  keys: ReadonlyMap<string, ReleasedKey>,
  told: ReadonlyMap<string, string>,
): ExpectedResult[] {
  const { scoring, multipleScoring } = round.settings;
  if (scoring !== 'accuracy' || multipleScoring !== 'exact') {
    throw new Error(`The verifier knows accuracy/exact, not ${scoring}/${multipleScoring}`);
  }
  const answers = new Map(round.answers.map((answer) => [`${answer.questionNo}/${answer.seatNo}`, answer]));
  let standings = round.seats.map(({ seatNo }) => ({ seatNo, total: 0, rightCount: 0, rightTimeMs: 0 }));
  return round.questions.flatMap(({ questionNo, questionId, questionRev, limitMs }) => {
    const key = keys.get(`${questionId}/${questionRev}`);
    if (key === undefined) throw new Error(`The released set has no question ${questionId} in revision ${questionRev}`);
    const results = standings.map((standing) => {
      const answer = answers.get(`${questionNo}/${standing.seatNo}`);
      const wordsOf = (id: string) => told.get(`${questionNo}/${id}`);
      const isFull = answer !== undefined && isRight(key, JSON.parse(answer.choice) as Choice, wordsOf);
      const points = isFull ? pointsOf(answer, limitMs, round.questionCount) : 0;
      return {
        seatNo: standing.seatNo,
        questionNo,
        verdict: answer === undefined ? ('none' as const) : isFull ? ('right' as const) : ('wrong' as const),
        points,
        total: standing.total + points,
        rightCount: standing.rightCount + (isFull ? 1 : 0),
        rightTimeMs: standing.rightTimeMs + (isFull ? answer.elapsedMs : 0),
      };
    });
    standings = results;
    const ranks = ranksOf(results);
    return results.map((result, index) => ({ ...result, rank: ranks[index] ?? 0 }));
  });
}

/**
 * 1000 + floor(floor(999 / planned) · (1 − t/T)), in whole numbers: floor(B · (T − t) / T) has no rounding that a
 * product of fractions could bring.
 */
export function pointsOf(answer: Pick<StoredAnswer, 'elapsedMs'>, limitMs: number | null, planned: number): number {
  if (limitMs === null) return FULL_POINTS;
  const most = BigInt(Math.floor(ALL_BONUSES / planned));
  const left = BigInt(limitMs - Math.min(Math.max(answer.elapsedMs, 0), limitMs));
  return FULL_POINTS + Number((most * left) / BigInt(limitMs));
}

/**
 * Competition ranks 1, 2, 2, 4: one more than the number of those who are better, by more points or the same in less time
 * over right answers. Counted with two sorted lists instead of walking a sorted board, so that it is another way to the same number.
 */
export function ranksOf(results: readonly { total: number; rightTimeMs: number }[]): number[] {
  // Worse is greater: points weigh more than any time a round can last.
  const weights = results.map(({ total, rightTimeMs }) => rightTimeMs - total * 1e9);
  const sorted = Float64Array.from(weights).sort();
  return weights.map((weight) => countBelow(sorted, weight) + 1);
}

function countBelow(sorted: Float64Array, weight: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) < weight) low = middle + 1;
    else high = middle;
  }
  return low;
}
