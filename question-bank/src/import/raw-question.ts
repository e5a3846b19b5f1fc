import type { QuestionType } from '../schema.js';
import type { ImportPlace, RawCell } from './import-result.js';

/** A question as a format found it: texts, nothing interpreted yet. Every format ends here, and {@link interpret} goes on. */
export interface RawQuestion {
  readonly ref: string;
  readonly where: ImportPlace;
  /** Number of the row or line, for provenance. */
  readonly row: number;
  /** The text of a type column, if there is one. */
  readonly typeText?: string | undefined;
  /** A kind that a heading, a sheet's name or the layout itself gives. */
  readonly typeHint?: QuestionType | undefined;
  readonly stem: string;
  readonly options: readonly RawOption[];
  /** Answer as written: letters, words, numbers, option texts. */
  readonly answerText?: string | undefined;
  /** In which alphabet `answerText` speaks of options: letters (A, B) or numbers (1, 2: “12” is option 12). */
  readonly answerStyle?: 'letters' | 'numbers' | undefined;
  /** How many right options the text itself announces (“正确答案个数：3个”). */
  readonly announcedAnswers?: number | undefined;
  readonly explanation?: string | undefined;
  readonly difficultyText?: string | undefined;
  readonly categoryText?: string | undefined;
  readonly tagsText?: string | undefined;
  readonly sourceText?: string | undefined;
  readonly timeLimitText?: string | undefined;
  readonly unitText?: string | undefined;
  /** A q_… id of our own exports; anything else is not one. */
  readonly idText?: string | undefined;
  readonly cells: readonly RawCell[];
}

export interface RawOption {
  readonly letter?: string | undefined;
  readonly text: string;
  readonly isCorrect?: boolean | undefined;
  /** What stands in the place of a mark and says neither right nor wrong. */
  readonly unreadMark?: string | undefined;
}
