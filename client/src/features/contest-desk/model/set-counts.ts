import type { QuestionSetSummary } from '@anquanli/contract/question-bank';

/** Categories of all sets together, each once. */
export function categoriesOf(sets: readonly QuestionSetSummary[]): { value: string; label: string; count: number }[] {
  const all = new Map<string, { value: string; label: string; count: number }>();
  for (const { id, title, count } of sets.flatMap(({ categories }) => categories))
    all.set(id, { value: id, label: title, count: (all.get(id)?.count ?? 0) + count });
  return [...all.values()];
}

export function countOf(
  sets: readonly QuestionSetSummary[],
  count: (set: QuestionSetSummary) => number | undefined,
): number {
  return sets.reduce((sum, set) => sum + (count(set) ?? 0), 0);
}
