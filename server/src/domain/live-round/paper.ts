import type { QuestionPick } from '@anquanli/contract/rounds';
import { seededRandom, shuffle } from '../shared/random.js';
import { accept, refuse, type Result } from '../shared/result.js';

/** What the choice of questions needs to know of each one of a set. */
export interface Candidate {
  readonly id: string;
  readonly category: string;
  readonly difficulty: number;
}

/**
 * The questions of a round, in playing order; the same seed gives the same order for ever.
 * Refusals: `question_unknown`, `not_enough_questions` (with how many are available).
 */
export function pickQuestions(
  candidates: readonly Candidate[],
  pick: QuestionPick,
  order: 'fixed' | 'shuffled',
  seed: string,
): Result<string[]> {
  const random = seededRandom(`${seed}/questions`);
  if (pick.by === 'rule') {
    const suitable = candidates.filter((candidate) => suits(candidate, pick));
    if (suitable.length < pick.count) {
      return refuse('not_enough_questions', { path: 'pick.count', minimum: pick.count, available: suitable.length });
    }
    const drawn = shuffle(suitable, random).slice(0, pick.count);
    const inOrder = order === 'shuffled' ? drawn : suitable.filter((candidate) => drawn.includes(candidate));
    return accept(inOrder.map((candidate) => candidate.id));
  }
  const byId = new Map(candidates.map((candidate) => [candidate.id, candidate]));
  const chosen = [...new Set(pick.questionIds)];
  for (const [index, id] of chosen.entries()) {
    if (!byId.has(id)) return refuse('question_unknown', { path: `pick.questionIds.${index}` });
  }
  return accept(order === 'fixed' ? chosen : shuffle(chosen, random));
}

function suits(candidate: Candidate, rule: Extract<QuestionPick, { by: 'rule' }>): boolean {
  return (
    (rule.categories.length === 0 || rule.categories.includes(candidate.category)) &&
    (rule.difficulties.length === 0 || rule.difficulties.includes(candidate.difficulty))
  );
}
