import type { Choice } from '@anquanli/contract/question';
import type { MultipleScoring, Scoring } from '@anquanli/contract/vocabulary';
import { shareRight, type Asked } from './share-right.js';

/** Points of one fully right answer before any bonus. */
export const FULL_POINTS = 1_000;
/** Speed scoring gives the full points up to here: nobody reads and taps faster. */
const INSTANT_MS = 500;

export interface ScoringRules {
  readonly scoring: Scoring;
  readonly multipleScoring: MultipleScoring;
  /** Questions planned for the whole round, ≥ 1; bounds the bonus of `accuracy`. */
  readonly plannedQuestions: number;
}

export interface Score {
  readonly verdict: 'right' | 'partly' | 'wrong';
  /** All points, the bonus included; whole numbers. */
  readonly points: number;
  readonly bonus: number;
}

/**
 * The points of one answer.
 * - `accuracy` (own rule): 1,000 for a fully right answer plus a bonus of at most floor(999 / planned questions), falling
 *   linearly to 0 at the limit: all bonuses of a round together stay below one question.
 * - `speed` (the formula of the market's best-known live quizzes): P·(1 − t/2T), P within the first 0.5 s, never below P/2.
 * - `flat`: 1,000 for a fully right answer, whenever it came.
 * A partly right answer gets its share without any bonus (under `speed`: of the floor P/2).
 * @param elapsedMs t, 0 … limitMs
 * @param limitMs T; null without a time limit: then there is no bonus
 */
export function score(
  asked: Asked,
  choice: Choice,
  elapsedMs: number,
  limitMs: number | null,
  rules: ScoringRules,
): Score {
  const share = shareRight(asked, choice, rules.multipleScoring);
  if (share <= 0) return { verdict: 'wrong', points: 0, bonus: 0 };
  const floor = rules.scoring === 'speed' && limitMs !== null ? FULL_POINTS / 2 : FULL_POINTS;
  if (share < 1) return { verdict: 'partly', points: Math.floor(floor * share), bonus: 0 };
  const bonus = timeBonus(elapsedMs, limitMs, rules);
  return { verdict: 'right', points: floor + bonus, bonus };
}

function timeBonus(elapsedMs: number, limitMs: number | null, rules: ScoringRules): number {
  if (limitMs === null || limitMs <= 0 || rules.scoring === 'flat') return 0;
  const part = Math.min(1, Math.max(0, elapsedMs / limitMs));
  if (rules.scoring === 'accuracy') {
    // Whole numbers until the last division: a fraction of a fraction would now and then fall a point short.
    const leftMs = limitMs - Math.min(limitMs, Math.max(0, elapsedMs));
    return Math.floor((Math.floor(999 / rules.plannedQuestions) * leftMs) / limitMs);
  }
  return elapsedMs <= INSTANT_MS ? FULL_POINTS / 2 : Math.round((FULL_POINTS / 2) * (1 - part));
}
