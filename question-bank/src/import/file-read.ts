import type { ImportMapping, ImportProblem, RefusedItem, SheetMapping, TypeCode } from './import-result.js';
import type { RawQuestion } from './raw-question.js';

/** What a reader makes of a file, before anything is interpreted. */
export interface FileRead {
  readonly raws: readonly RawQuestion[];
  /** Parts that are no question as they stand. */
  readonly refused: readonly RefusedItem[];
  readonly problems: readonly ImportProblem[];
  readonly sheets: readonly SheetMapping[];
  readonly typeCodes: readonly TypeCode[];
  /** Questions and refused parts, also where they are too many to be read. */
  readonly count: number;
  readonly delimiter: ImportMapping['delimiter'];
}
