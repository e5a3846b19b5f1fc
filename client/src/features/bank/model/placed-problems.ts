import type { BankProblem } from '@anquanli/contract/bank';
import type { Draft } from './draft';

/** Which parts of the draft a path of the schema stands for. */
const PARTS: Readonly<Record<string, readonly (keyof Draft)[]>> = {
  stem: ['stem'],
  options: ['options'],
  answer: ['right', 'truth', 'order', 'ranges', 'unit', 'blanks', 'zones', 'mode', 'maxClicks', 'tolerance'],
  media: ['media'],
  explanation: ['explanation'],
  citations: ['citations'],
  category: ['category'],
  tags: ['tags'],
  timeLimitSec: ['timeLimitSec'],
  validFrom: ['validFrom', 'validTo'],
  validTo: ['validFrom', 'validTo'],
};

/** Findings of the server that still concern what stands in the form: those of parts changed since are left out. */
export function standingProblems(problems: readonly BankProblem[], stored: Draft, draft: Draft): BankProblem[] {
  return problems.filter(({ path }) => {
    const parts = PARTS[(path ?? '').split('.')[0] ?? ''] ?? [];
    return parts.every((part) => JSON.stringify(stored[part]) === JSON.stringify(draft[part]));
  });
}

/** Is the problem at this place, or inside of it? */
export function isAt(path: string | null, place: string): boolean {
  return path === place || (path?.startsWith(`${place}.`) ?? false);
}
