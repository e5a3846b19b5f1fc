import type { Choice } from '@anquanli/contract/question';
import { questionId } from '../support/releases.js';

/** Reads rows of a database that a server process works on at the same time. */
export type Query = <Row>(sql: string, values: readonly (string | number)[]) => Promise<Row[]>;

/** A line of the board as everybody may check it: names left out. */
export interface BoardLine {
  readonly seatNo: number;
  readonly rank: number;
  readonly points: number;
  readonly rightCount: number;
  readonly rightTimeMs: number;
}

/** What is right in the test set; keys that the server never told. */
const RIGHT = new Map<string, (choice: Choice) => boolean>([
  [questionId(1), (choice) => choice.kind === 'single' && choice.option === 'a'],
  [questionId(2), (choice) => choice.kind === 'multiple' && [...choice.options].sort().join() === 'a,b'],
  [questionId(3), (choice) => choice.kind === 'boolean' && !choice.value],
]);

/**
 * The board of a round with `accuracy` scoring, from seats, questions and answers alone: written a second time, on purpose,
 * from the description of the product, so that it shares no mistake with the server.
 */
export async function boardFromRows(query: Query, roundId: string): Promise<BoardLine[]> {
  const questions = await query<{ question_no: number; question_id: string; status: string; limit_ms: number }>(
    'SELECT question_no, question_id, status, limit_ms FROM live_question WHERE round_id = ?',
    [roundId],
  );
  const seats = await query<{ seat_no: number }>(
    `SELECT seat_no FROM live_seat WHERE round_id = ? AND status = 'active'`,
    [roundId],
  );
  const answers = await query<{ question_no: number; seat_no: number; choice: string; elapsed_ms: number }>(
    'SELECT question_no, seat_no, choice, elapsed_ms FROM live_answer WHERE round_id = ?',
    [roundId],
  );
  const bonusMax = Math.floor(999 / questions.length);
  const lines = seats.map(({ seat_no }) => {
    const line = { seatNo: seat_no, points: 0, rightCount: 0, rightTimeMs: 0 };
    for (const question of questions.filter(({ status }) => status === 'revealed')) {
      const answer = answers.find((each) => each.seat_no === seat_no && each.question_no === question.question_no);
      if (!answer || RIGHT.get(question.question_id)?.(JSON.parse(answer.choice) as Choice) !== true) continue;
      line.points += 1_000 + Math.floor(bonusMax * (1 - Math.min(1, answer.elapsed_ms / question.limit_ms)));
      line.rightCount += 1;
      line.rightTimeMs += answer.elapsed_ms;
    }
    return line;
  });
  const isBetter = (a: (typeof lines)[number], b: (typeof lines)[number]) =>
    a.points > b.points || (a.points === b.points && a.rightTimeMs < b.rightTimeMs);
  return lines
    .map((line) => ({ ...line, rank: 1 + lines.filter((other) => isBetter(other, line)).length }))
    .sort((a, b) => a.rank - b.rank || a.seatNo - b.seatNo);
}
