import type { BankQuestion, QuestionSetSummary } from '@anquanli/contract/question-bank.js';
import type { QuestionSetVersionEntity } from './entities/question-set-version.entity.js';
import type { StoredQuestion } from './stored-question.js';

type Playable = Extract<StoredQuestion, { type: 'single' | 'multiple' | 'boolean' }>;

/** May a new round take it? Of a kind that is played live, and not deprecated. */
export function isPlayable(question: StoredQuestion): question is Playable {
  return ['single', 'multiple', 'boolean'].includes(question.type) && question.status === 'approved';
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
export function bankQuestion(question: Playable): BankQuestion {
  const { id, rev, type: kind, stem, explanation = '', citations, difficulty, category } = question;
  const options =
    question.type === 'boolean' ? [] : question.options.map((option) => ({ id: option.id, text: option.text }));
  const key = keyOf(question);
  return { id, rev, kind, stem, options, key, explanation, citations: [...citations], difficulty, category };
}

function keyOf(question: Playable): BankQuestion['key'] {
  switch (question.type) {
    case 'single':
      return { kind: 'single', option: question.answer.option };
    case 'multiple':
      return { kind: 'multiple', options: question.answer.options };
    case 'boolean':
      return { kind: 'boolean', value: question.answer.value };
  }
}

function tally<T>(items: readonly T[]): Map<T, number> {
  const counts = new Map<T, number>();
  for (const item of items) {
    counts.set(item, (counts.get(item) ?? 0) + 1);
  }
  return counts;
}
