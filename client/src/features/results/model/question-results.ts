import type { QuestionResult } from '@anquanli/contract/rounds';

/** Part of those who could have answered that was right, 0–1; null where the question was never revealed or does not count. */
export function rightShareOf(result: Pick<QuestionResult, 'status' | 'distribution'>): number | null {
  if (result.status !== 'revealed' || result.distribution.seats <= 0) return null;
  return result.distribution.right / result.distribution.seats;
}

/** Hardest first; what has no share comes last in the order of play. */
export function hardestFirst<R extends Pick<QuestionResult, 'status' | 'distribution' | 'questionNo'>>(
  results: readonly R[],
): R[] {
  const rank = (result: R) => rightShareOf(result) ?? 2;
  return [...results].sort((a, b) => rank(a) - rank(b) || a.questionNo - b.questionNo);
}

/** The name of the file: the round's title without what file systems refuse. */
export function fileNameFor(title: string): string {
  const clean = title
    .replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return `${clean === '' ? 'anquanli' : clean}.xlsx`;
}
