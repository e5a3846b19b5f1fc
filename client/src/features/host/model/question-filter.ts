import type { BankQuestion } from '@anquanli/contract/question-bank';
import { isPlayable } from './round-draft';

export interface QuestionFilter {
  readonly search: string;
  readonly category: string | null;
  readonly kind: string | null;
  readonly difficulty: number | null;
}

export const NO_FILTER: QuestionFilter = { search: '', category: null, kind: null, difficulty: null };

/** Playable questions that match: every word of the search occurs in the stem, an option or the explanation. */
export function filterQuestions(questions: readonly BankQuestion[], filter: QuestionFilter): BankQuestion[] {
  const words = filter.search.toLowerCase().split(/\s+/).filter(Boolean);
  return questions.filter(
    (question) =>
      isPlayable(question) &&
      (filter.category === null || question.category === filter.category) &&
      (filter.kind === null || question.kind === filter.kind) &&
      (filter.difficulty === null || question.difficulty === filter.difficulty) &&
      (words.length === 0 || words.every((word) => textOf(question).includes(word))),
  );
}

function textOf(question: BankQuestion): string {
  return [question.stem, ...question.options.map((option) => option.text ?? ''), question.explanation]
    .join('\n')
    .toLowerCase();
}
