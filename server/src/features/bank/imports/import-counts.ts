import type { ImportSummary } from '@anquanli/contract/bank-imports.js';
import type { ImportMapping, ImportProblem, ImportResult } from '@anquanli/question-bank/import/import-result.js';
import type { QuestionKind } from '@anquanli/contract/vocabulary.js';

export type ImportCounts = Omit<ImportSummary['counts'], 'added'>;

export const NOTHING_COUNTED: ImportCounts = { good: 0, refused: 0, notices: 0, similar: 0, known: 0, byKind: [] };

/** Where a question came from, in one text: the same file twice gives the same. */
export function importKeyOf(sha256: string, ref: string): string {
  return `${sha256.replace(/^sha256:/, '')}:${ref}`;
}

/** `known` are the import keys that the set has already. */
export function countsOf(result: ImportResult, known: ReadonlySet<string>): ImportCounts {
  const { questions, refused, problems, duplicates, file } = result;
  const noticed = new Set(problems.filter(isNotice).map(({ ref }) => ref));
  const kinds = new Map<QuestionKind, number>();
  for (const { question } of questions) kinds.set(question.type, (kinds.get(question.type) ?? 0) + 1);
  return {
    good: questions.length,
    refused: refused.length,
    notices: questions.filter(({ ref }) => noticed.has(ref)).length,
    similar: new Set(duplicates.map(({ ref }) => ref)).size,
    known: questions.filter(({ ref }) => known.has(importKeyOf(file.sha256, ref))).length,
    byKind: [...kinds].map(([kind, count]) => ({ kind, count })),
  };
}

export function isNotice({ weight, ref }: ImportProblem): boolean {
  return weight === 'notice' && ref !== undefined;
}

/** Codes that systems disagree on and nobody has decided yet. */
export function unconfirmedCodes(mapping: Pick<ImportMapping, 'typeCodes'> | null): string[] {
  return (mapping?.typeCodes ?? []).filter(({ isConfirmed }) => !isConfirmed).map(({ code }) => code);
}
