import type { BankQuestion } from '@anquanli/contract/question-bank';

export interface QuestionFilter {
  readonly search: string;
  readonly category: string | null;
  readonly kind: string | null;
  readonly difficulty: number | null;
}

export const NO_FILTER: QuestionFilter = { search: '', category: null, kind: null, difficulty: null };

/** Questions that match: every word of the search occurs in the stem, an option, a right answer or the explanation. */
export function filterQuestions(questions: readonly BankQuestion[], filter: QuestionFilter): BankQuestion[] {
  const words = filter.search.toLowerCase().split(/\s+/).filter(Boolean);
  return questions.filter(
    (question) =>
      (filter.category === null || question.category === filter.category) &&
      (filter.kind === null || question.kind === filter.kind) &&
      (filter.difficulty === null || question.difficulty === filter.difficulty) &&
      (words.length === 0 || words.every((word) => textOf(question).includes(word))),
  );
}

function textOf(question: BankQuestion): string {
  const options = question.options.map((option) => option.text ?? '');
  return [question.stem, ...options, ...writingsOf(question), question.explanation].join('\n').toLowerCase();
}

/** Right answers that are no options: words of blanks, names of places. */
function writingsOf({ key }: BankQuestion): string[] {
  if (key.kind === 'text') return key.blanks.flat();
  return key.kind === 'hotspot' ? key.zones.map(({ label }) => label) : [];
}
