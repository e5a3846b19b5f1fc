import type { BankRelease, BankSet, BankStatus } from '@anquanli/contract/bank';

/** The newest version that may be played; null before the first and when all are withdrawn. */
export function newestRelease(set: Pick<BankSet, 'releases'>): BankRelease | null {
  return set.releases.find(({ status }) => status === 'released') ?? null;
}

export function countOf(set: Pick<BankSet, 'questions'>, status: BankStatus): number {
  return set.questions.byStatus.find((each) => each.status === status)?.count ?? 0;
}

/** "sha256:1b2c3d…" → "1b2c3d4e": enough to compare by eye. */
export function shortHash(hash: string): string {
  return hash.replace(/^sha256:/, '').slice(0, 8);
}

const SET_ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;
/** Would be taken for pages of the desk. */
const PAGES = ['import', 'registry', 'new'];

/** Is the text a short name that a set can have? Empty is: then one is made. */
export function isSetId(text: string): boolean {
  return text === '' || (SET_ID.test(text) && text.length >= 2 && text.length <= 64 && !PAGES.includes(text));
}
