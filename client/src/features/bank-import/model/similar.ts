import type { ImportItem } from '@anquanli/contract/bank-imports';
import type { ImportQuestion } from './import-types';

/** Refs of those that resemble a question of the set. */
export function knownRefs(items: readonly ImportItem[]): string[] {
  return items.filter((item) => item.similar.some(({ questionId }) => questionId !== null)).map(({ ref }) => ref);
}

/** The texts of a question's options; none for kinds without. */
export function optionTexts(question: ImportQuestion): readonly string[] {
  return 'options' in question ? question.options.map(({ text }) => text) : [];
}
