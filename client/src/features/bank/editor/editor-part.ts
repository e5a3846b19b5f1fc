import type { BankMedia } from '@anquanli/contract/bank';
import type { Registry } from '../components/use-registry';
import type { Draft } from '../model/draft';

/** What every part of the editor's form works with. */
export interface EditorPart {
  readonly draft: Draft;
  readonly setId: string;
  readonly registry: Registry;
  readonly media: readonly BankMedia[];
  change(next: Draft): void;
  /** What is wrong at exactly this place, in words. */
  problem(place: string): string | null;
  /** The same, or at a place inside of it that has no line of its own. */
  problemWithin(place: string): string | null;
  /** A picture was uploaded or described anew. */
  onMedia(media: BankMedia): void;
}
