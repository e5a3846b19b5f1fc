import type { LiveKind } from '@anquanli/contract/vocabulary';

/** The key of the sentence that says how a kind of question is answered. */
export const KIND_HINTS = {
  single: 'singleHint',
  multiple: 'multipleHint',
  boolean: 'booleanHint',
} as const satisfies Record<LiveKind, string>;
