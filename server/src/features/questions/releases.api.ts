import type { QuestionSet } from '@anquanli/question-bank/schema.js';

/** Who brought a version into the world, and whether it may still be chosen. Times in epoch ms; accounts by id. */
export interface ReleaseStamp {
  readonly setId: string;
  readonly version: string;
  readonly status: 'released' | 'withdrawn';
  readonly contentHash: string;
  readonly questionCount: number;
  readonly releasedAt: number;
  /** null for a version that came as a file. */
  readonly releasedBy: string | null;
  readonly withdrawal: { readonly at: number; readonly by: string | null; readonly reason: string } | null;
}

/** Released versions as whole sets, for those who edit and release. */
export abstract class ReleasesApi {
  /** Versions of one set, or of all, in no order. */
  abstract list(setId?: string): Promise<ReleaseStamp[]>;

  /** Version names of a set, lowest first. */
  abstract versions(setId: string): Promise<string[]>;

  /** The set as its released file has it; null when there is none. */
  abstract document(setId: string, version: string): Promise<QuestionSet | null>;

  /** The released file itself: canonical JSON. */
  abstract file(setId: string, version: string): Promise<string | null>;

  /** Stores a released set, whole and for ever. False when the version exists. */
  abstract store(set: QuestionSet, releasedBy: string): Promise<boolean>;

  /** The version must not be chosen any more. False when there is none, or it is withdrawn already. */
  abstract withdraw(setId: string, version: string, by: string, reason: string): Promise<boolean>;
}
