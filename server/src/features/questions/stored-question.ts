import type { Citation } from '@anquanli/contract/question.js';
import type { Question } from '@anquanli/question-bank/schema.js';

type OmitFromEach<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

/** A released question as the platform keeps it: one branch a kind, sources written out, the record of its making left behind. */
export type StoredQuestion = OmitFromEach<Question, 'citations' | 'checks' | 'provenance' | 'translations'> & {
  readonly citations: readonly Citation[];
};
