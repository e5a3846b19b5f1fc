import type { BankQuestion, QuestionSetSummary } from '@anquanli/contract/question-bank.js';
import type { QuestionSetVersionEntity } from './entities/question-set-version.entity.js';
import { keyOf, mediaOf, optionsOf } from './question-words.api.js';
import type { StoredQuestion } from './stored-question.js';

/** May a new round take it? Of whatever kind, but not deprecated. */
export function isPlayable(question: StoredQuestion): boolean {
  return question.status === 'approved';
}

/** One line of the list of sets; counts are of playable questions. */
export function summaryOf(
  version: QuestionSetVersionEntity,
  questions: readonly StoredQuestion[],
  isLatest: boolean,
): QuestionSetSummary {
  const playable = questions.filter(isPlayable);
  const inCategory = tally(playable.map(({ category }) => category));
  return {
    setId: version.setId,
    version: version.version,
    title: version.title,
    description: version.description,
    status: version.status,
    isLatest,
    questionCount: playable.length,
    categories: version.categories
      .map(({ id, title }) => ({ id, title, count: inCategory.get(id) ?? 0 }))
      .filter(({ count }) => count > 0),
    difficulties: [...tally(playable.map(({ difficulty }) => difficulty))]
      .map(([difficulty, count]) => ({ difficulty, count }))
      .sort((a, b) => a.difficulty - b.difficulty),
    kinds: [...tally(playable.map(({ type }) => type))].map(([kind, count]) => ({ kind, count })),
  };
}

/** A question with its key, for those who prepare rounds. */
export function bankQuestion(question: StoredQuestion): BankQuestion {
  const { id, rev, type: kind, stem, explanation = '', citations, difficulty, category } = question;
  const options = optionsOf(question).map(({ pinned: _, ...option }) => option);
  const shown = { stem, options, media: mediaOf(question), key: keyOf(question), explanation };
  return { id, rev, kind, ...shown, citations: [...citations], difficulty, category };
}

function tally<T>(items: readonly T[]): Map<T, number> {
  const counts = new Map<T, number>();
  for (const item of items) {
    counts.set(item, (counts.get(item) ?? 0) + 1);
  }
  return counts;
}
