import type { Source } from './bank-types';

export const SOURCE_KINDS = [
  'law',
  'regulation',
  'rule',
  'standard-mandatory',
  'standard-recommended',
  'judicial',
  'guideline',
  'internal',
  'other',
] as const satisfies readonly Source['kind'][];
export const SOURCE_STATUSES = [
  'upcoming',
  'in-force',
  'amended',
  'repealed',
  'unknown',
] as const satisfies readonly Source['status'][];

/** A source while it is being written: every field a text. */
export interface SourceDraft {
  readonly id: string;
  readonly kind: Source['kind'];
  readonly title: string;
  readonly number: string;
  readonly issuer: string;
  readonly adoptedOn: string;
  readonly effectiveFrom: string;
  readonly effectiveTo: string;
  readonly status: Source['status'];
  readonly supersedes: string;
}

export function sourceDraftOf(source: Source | null): SourceDraft {
  return {
    id: source?.id ?? '',
    kind: source?.kind ?? 'law',
    title: source?.title ?? '',
    number: source?.number ?? '',
    issuer: source?.issuer ?? '',
    adoptedOn: source?.adoptedOn ?? '',
    effectiveFrom: source?.effectiveFrom ?? '',
    effectiveTo: source?.effectiveTo ?? '',
    status: source?.status ?? 'in-force',
    supersedes: source?.supersedes?.join('，') ?? '',
  };
}

/** Days that are not known stay null: unknown is not the same as never. */
export function sourceOf(draft: SourceDraft): Source {
  const supersedes = draft.supersedes
    .split(/[,，;；\n]+/)
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .slice(0, 10);
  return {
    id: draft.id,
    kind: draft.kind,
    title: draft.title.trim(),
    ...(draft.number.trim() === '' ? {} : { number: draft.number.trim() }),
    ...(draft.issuer.trim() === '' ? {} : { issuer: draft.issuer.trim() }),
    adoptedOn: draft.adoptedOn || null,
    effectiveFrom: draft.effectiveFrom || null,
    effectiveTo: draft.effectiveTo || null,
    status: draft.status,
    ...(supersedes.length === 0 ? {} : { supersedes }),
  };
}

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** A short name as the bank's schema has them. */
export const isSlug = (text: string): boolean => SLUG.test(text) && text.length >= 2 && text.length <= 64;
