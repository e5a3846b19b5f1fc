import type { ReadRows } from '../server/read-rows.js';

export interface StoredQuestion {
  readonly questionNo: number;
  readonly questionId: string;
  readonly questionRev: number;
  readonly status: string;
  readonly opensAt: number | null;
  readonly limitMs: number | null;
}

export interface StoredAnswer {
  readonly questionNo: number;
  readonly seatNo: number;
  readonly answerId: string;
  readonly choice: string;
  readonly receivedAt: number;
  readonly elapsedMs: number;
}

export interface StoredResult {
  readonly questionNo: number;
  readonly seatNo: number;
  readonly verdict: string;
  readonly points: number;
  readonly total: number;
  readonly rightCount: number;
  readonly rightTimeMs: number;
  readonly place: number;
}

export interface StoredRound {
  readonly settings: { setId: string; setVersion: string; scoring: string; multipleScoring: string };
  readonly questionCount: number;
  readonly answersWritten: number;
  readonly questions: StoredQuestion[];
  readonly seats: { readonly seatNo: number; readonly status: string }[];
  readonly answers: StoredAnswer[];
  readonly results: StoredResult[];
}

/** Reads everything about one round. Throws when the round is not there. */
export async function readStoredRound(read: ReadRows, roundId: string): Promise<StoredRound> {
  const rows = <Row>(sql: string) => read<Row>(sql, [roundId]);
  const [round] = await rows<{ settings: string; questionCount: number; answersWritten: number }>(
    `SELECT settings, question_count AS questionCount, answers_written AS answersWritten FROM live_round WHERE id = ?`,
  );
  if (round === undefined) throw new Error(`There is no round ${roundId}`);
  return {
    ...round,
    settings: JSON.parse(round.settings) as StoredRound['settings'],
    questions: await rows<StoredQuestion>(
      `SELECT question_no AS questionNo, question_id AS questionId, question_rev AS questionRev, status,
         opens_at AS opensAt, limit_ms AS limitMs FROM live_question WHERE round_id = ? ORDER BY question_no`,
    ),
    seats: await rows(`SELECT seat_no AS seatNo, status FROM live_seat WHERE round_id = ? ORDER BY seat_no`),
    answers: await rows<StoredAnswer>(
      `SELECT question_no AS questionNo, seat_no AS seatNo, answer_id AS answerId, choice,
         received_at AS receivedAt, elapsed_ms AS elapsedMs FROM live_answer WHERE round_id = ?`,
    ),
    results: await rows<StoredResult>(
      `SELECT question_no AS questionNo, seat_no AS seatNo, verdict, points, total, right_count AS rightCount,
         right_time_ms AS rightTimeMs, place FROM live_result WHERE round_id = ?`,
    ),
  };
}
