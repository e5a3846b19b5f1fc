import type { Citation } from '@anquanli/contract/question.js';
import type { Media, Question } from '@anquanli/question-bank/schema.js';

/** A picture as a question knows it; its bytes are in the table `media`. */
export interface StoredMedia {
  /** 64 hex digits. */
  readonly sha256: string;
  readonly mime: Media['mime'];
  readonly width: number;
  readonly height: number;
  readonly alt: string;
}

type Options<T> = T extends { options: readonly (infer O)[] }
  ? { readonly options: readonly (Omit<O, 'media'> & { readonly media?: StoredMedia })[] }
  : unknown;
type StoredFrom<T> = T extends unknown
  ? Omit<T, 'citations' | 'checks' | 'provenance' | 'translations' | 'media' | 'options'> &
      Options<T> & { readonly citations: readonly Citation[]; readonly media?: readonly StoredMedia[] }
  : never;

/**
 * A released question as the platform keeps it: one branch a kind, sources and pictures written out, the record of its making
 * left behind.
 */
export type StoredQuestion = StoredFrom<Question>;
