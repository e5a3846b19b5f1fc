/** An answer as it is stored: primary key (round, question, seat). */
export interface StoredAnswer {
  readonly seatNo: number;
  readonly answerId: string;
  /** The choice as canonical JSON of the contract's `Choice`. */
  readonly choice: string;
  readonly receivedAt: number;
  readonly elapsedMs: number;
  readonly rttMs: number | null;
  /** It was left behind as a selection and counted at close. */
  readonly isDraft: boolean;
}

/**
 * Stores batches of answers. Two adapters, one behaviour: the fence first, then plain inserts, all or nothing.
 */
export abstract class AnswerWriter {
  /** Answers per transaction at most. */
  abstract readonly maxBatch: number;

  /**
   * - `written`: all are committed;
   * - `fenced`: the round has left the question; nothing is written;
   * - `duplicate`: at least one seat has an answer already; nothing is written.
   * A thrown error means that the outcome is unknown.
   */
  abstract write(
    roundId: string,
    questionNo: number,
    answers: readonly StoredAnswer[],
  ): Promise<'written' | 'fenced' | 'duplicate'>;

  /** What is committed for these seats. */
  abstract find(roundId: string, questionNo: number, seatNos: readonly number[]): Promise<StoredAnswer[]>;
}

/** Only while the question may take answers does the fence match its row; a reveal's compare-and-set waits on the same row. */
export const FENCE = `UPDATE live_round SET answers_written = answers_written + ?
  WHERE id = ? AND question_no = ? AND phase IN ('question_open', 'question_closed')`;

export const ANSWER_COLUMNS =
  'round_id, question_no, seat_no, answer_id, choice, received_at, elapsed_ms, rtt_ms, is_draft';

/** The values of one row, in the order of {@link ANSWER_COLUMNS}. */
export function answerValues(roundId: string, questionNo: number, answer: StoredAnswer) {
  return [
    roundId,
    questionNo,
    answer.seatNo,
    answer.answerId,
    answer.choice,
    answer.receivedAt,
    answer.elapsedMs,
    answer.rttMs,
    answer.isDraft ? 1 : 0,
  ];
}

/** A row as either engine returns it; MariaDB gives bigint as text. */
export interface RawAnswer {
  seat_no: number;
  answer_id: string;
  choice: string;
  received_at: number | string;
  elapsed_ms: number;
  rtt_ms: number | null;
  is_draft: number | boolean;
}

export function storedAnswer(row: RawAnswer): StoredAnswer {
  return {
    seatNo: row.seat_no,
    answerId: row.answer_id,
    choice: row.choice,
    receivedAt: Number(row.received_at),
    elapsedMs: row.elapsed_ms,
    rttMs: row.rtt_ms,
    isDraft: Boolean(row.is_draft),
  };
}
