import type { KeyEntry } from './answer-key.js';
import type { Kind } from './headings.js';
import type { TextLine } from './line.js';

/** A text cut into its parts. */
export interface TextDocument {
  readonly blocks: readonly Block[];
  readonly key: readonly KeyEntry[];
  /** Lines after the first question that belong to nothing. */
  readonly loose: readonly TextLine[];
}

/** The lines of one question, from its first to its last. */
export interface Block {
  readonly lines: readonly TextLine[];
  readonly number: number | undefined;
  readonly section: Section;
}

export interface Section {
  /** Questions and the key behind them make a paper; a file may hold several. */
  readonly paper: number;
  readonly index: number;
  readonly ordinal: number | undefined;
  readonly kind: Kind | undefined;
  readonly title: string | undefined;
}
