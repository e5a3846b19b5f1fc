import { marks } from '../../../platform/database/rows.js';
import type BetterSqlite3 from 'better-sqlite3';
import { isDuplicateKey } from '../../../platform/database/database-errors.js';
import type { SqliteUnitOfWork } from '../../../platform/database/sqlite-unit-of-work.js';
import { ANSWER_COLUMNS, AnswerWriter, FENCE, answerValues, storedAnswer } from './answer-writer.js';
import type { RawAnswer, StoredAnswer } from './answer-writer.js';

/** Prepared statements, one row each, inside one short transaction on the writing connection. */
export class SqliteAnswerWriter extends AnswerWriter {
  /** About 15 ms of the event loop, taken only by what has queued: where a commit takes 20 ms, 200 a commit would fall behind a hall of 10,000. */
  readonly maxBatch = 600;
  private statements: { fence: BetterSqlite3.Statement; insert: BetterSqlite3.Statement } | null = null;

  constructor(private readonly unitOfWork: SqliteUnitOfWork) {
    super();
  }

  async write(roundId: string, questionNo: number, answers: readonly StoredAnswer[]) {
    try {
      return await this.unitOfWork.exclusive((db) => {
        const { fence, insert } = this.prepared(db);
        if (fence.run(answers.length, roundId, questionNo).changes !== 1) return 'fenced';
        for (const answer of answers) insert.run(...answerValues(roundId, questionNo, answer));
        return 'written';
      });
    } catch (error) {
      if (isDuplicateKey(error)) return 'duplicate';
      throw error;
    }
  }

  find(roundId: string, questionNo: number, seatNos: readonly number[]): Promise<StoredAnswer[]> {
    const list = marks(seatNos);
    return this.unitOfWork.read(async (manager) => {
      const rows: RawAnswer[] = await manager.query(
        `SELECT ${ANSWER_COLUMNS} FROM live_answer WHERE round_id = ? AND question_no = ? AND seat_no IN (${list})`,
        [roundId, questionNo, ...seatNos],
      );
      return rows.map(storedAnswer);
    });
  }

  private prepared(db: BetterSqlite3.Database) {
    this.statements ??= {
      fence: db.prepare(FENCE),
      insert: db.prepare(`INSERT INTO live_answer (${ANSWER_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`),
    };
    return this.statements;
  }
}
