import type { DraftField } from '../model/draft-problems';
import type { RoundDraft } from '../model/round-draft';

/** What every section of the editor works with. */
export interface EditorPart {
  readonly draft: RoundDraft;
  change(next: Partial<RoundDraft>): void;
  /** The sentence about what is wrong in the field, or null. */
  problem(field: DraftField): string | null;
}
