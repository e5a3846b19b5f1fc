import type { Draft } from '../model/draft';

/** What every section of the editor is given. */
export interface EditorPart {
  readonly draft: Draft;
  change(next: Partial<Draft>): void;
  /** A score hangs on it, and the contest has begun. */
  isFixed(...fields: readonly string[]): boolean;
}
