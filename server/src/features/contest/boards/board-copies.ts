import type { RankedPerson } from '../../../domain/ranking/people-ranking.js';
import type { BoardScore } from './people-board.js';

/** Some people in order, and how many are better than the first of them. */
export interface CopiedPage {
  readonly people: readonly RankedPerson[];
  readonly better: number;
}

/** The board of one contest, kept where counting is cheap. `unitIds`: null = everybody. Each answer is null when it cannot say at the moment. */
export interface BoardCopy {
  size(unitIds: readonly string[] | null): Promise<number | null>;
  countBetter(unitIds: readonly string[] | null, score: BoardScore): Promise<number | null>;
  page(unitIds: readonly string[] | null, offset: number, count: number): Promise<CopiedPage | null>;
}

/** Boards that are copied from rows: made when they are first asked for, kept by what is told, and compared with the rows again and again. */
export abstract class BoardCopies {
  /** Where they are, in a word. */
  abstract readonly place: string;

  /** A person's row has changed. */
  abstract noted(contestId: string, personId: string): void;

  /** Null while it is being made. */
  abstract of(contestId: string): Promise<BoardCopy | null>;

  /** Nobody will ask for it any more, or not soon. */
  abstract forget(contestId: string): Promise<void>;
}

/** Boards are compared with the rows so often. */
export const SWEEP_MS = 5_000;
/** No transaction is open for so long: what is written later has a later time. */
export const SLACK_MS = 15_000;
/** Nobody has asked for so long: it is made anew when somebody does. */
export const IDLE_MS = 3_600_000;
/** Who comes while a board is being made waits for it until it has taken so long; then all are answered from rows. */
export const PATIENCE_MS = 2_000;
