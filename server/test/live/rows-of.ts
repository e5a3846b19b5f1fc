import type { UnitOfWork } from '../../src/platform/database/unit-of-work.js';

const TABLES = ['live_seat', 'live_question', 'live_answer', 'live_result', 'live_seat_claim', 'live_remote_code'];

/** How many rows of a round there are in each of its tables; tables without any are left out. */
export async function rowsOf(unitOfWork: UnitOfWork, roundId: string): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const table of [...TABLES, 'live_round']) {
    const key = table === 'live_round' ? 'id' : 'round_id';
    const n = await countOf(unitOfWork, `${table} WHERE ${key} = ?`, [roundId]);
    if (n > 0) counts[table] = n;
  }
  return counts;
}

/** How many rows `FROM …` gives. */
export async function countOf(unitOfWork: UnitOfWork, from: string, values: readonly string[] = []): Promise<number> {
  const rows: { n: number | string }[] = await unitOfWork.read((manager) =>
    manager.query(`SELECT COUNT(*) AS n FROM ${from}`, [...values]),
  );
  return Number(rows[0]?.n);
}
