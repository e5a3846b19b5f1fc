import type { StoredQuestion } from './stored-question.js';

export type { StoredMedia, StoredQuestion } from './stored-question.js';

/** A version as others need to know it. */
export interface SetVersion {
  readonly setId: string;
  readonly version: string;
  readonly title: string;
  readonly status: 'released' | 'withdrawn';
  readonly contentHash: string;
}

/** What other features may ask about questions. */
export abstract class QuestionsApi {
  /** A version, also a withdrawn one (rounds that hold it go on); null when it was never loaded. */
  abstract findVersion(setId: string, version: string): Promise<SetVersion | null>;

  /** The newest version that is not withdrawn; null when there is none. */
  abstract latest(setId: string): Promise<SetVersion | null>;

  /**
   * All questions of a version by id, deprecated ones too (a running round may hold them; new rounds take `approved` only).
   * Empty when the version was never loaded. Kept in memory: released content does not change.
   */
  abstract questionsOf(setId: string, version: string): Promise<readonly StoredQuestion[]>;
}
