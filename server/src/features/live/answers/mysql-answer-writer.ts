import type { ResultSetHeader, RowDataPacket } from 'mysql2/promise';
import { isDuplicateKey } from '../../../platform/database/database-errors.js';
import type { MysqlUnitOfWork } from '../../../platform/database/mysql-unit-of-work.js';
import { ANSWER_COLUMNS, AnswerWriter, FENCE, answerValues, storedAnswer } from './answer-writer.js';
import type { RawAnswer, StoredAnswer } from './answer-writer.js';

/**
 * One multi-row insert behind the fence, both in one message: each way to the database and back costs a turn of an event loop that reads thousands of
 * sockets in between. What the fence stops is taken back. `query`, not `execute`: preparing a statement of changing length costs more than it saves.
 */
export class MysqlAnswerWriter extends AnswerWriter {
  readonly maxBatch = 1_000;

  constructor(private readonly unitOfWork: MysqlUnitOfWork) {
    super();
  }

  write(roundId: string, questionNo: number, answers: readonly StoredAnswer[]) {
    return this.unitOfWork.withConnection<'written' | 'fenced' | 'duplicate'>(async (connection) => {
      try {
        const values = answers.map((answer) => answerValues(roundId, questionNo, answer));
        const [[, fence]] = await connection.query<ResultSetHeader[]>(
          `START TRANSACTION; ${FENCE}; INSERT INTO live_answer (${ANSWER_COLUMNS}) VALUES ?`,
          [answers.length, roundId, questionNo, values],
        );
        if (fence?.affectedRows !== 1) {
          await connection.rollback();
          return 'fenced';
        }
        await connection.commit();
        return 'written';
      } catch (error) {
        await connection.rollback().catch(() => undefined);
        if (isDuplicateKey(error)) return 'duplicate';
        throw error;
      }
    });
  }

  find(roundId: string, questionNo: number, seatNos: readonly number[]): Promise<StoredAnswer[]> {
    return this.unitOfWork.withConnection(async (connection) => {
      const [rows] = await connection.query<(RawAnswer & RowDataPacket)[]>(
        `SELECT ${ANSWER_COLUMNS} FROM live_answer WHERE round_id = ? AND question_no = ? AND seat_no IN (?)`,
        [roundId, questionNo, seatNos],
      );
      return rows.map(storedAnswer);
    });
  }
}
