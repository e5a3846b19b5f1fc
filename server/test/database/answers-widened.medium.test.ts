import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { SCHEMA } from '../../src/app.module.js';
import { MIGRATIONS } from '../../src/platform/database/migrations/migrations.js';
import type { DatabaseConfig } from '../../src/platform/config/config.js';
import { openDatabase } from '../../src/platform/database/open-database.js';
import type { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { ENGINES, type Place } from '../support/engines.js';
import { tempDir } from '../support/temp-dir.js';

const COLUMNS = 'round_id, question_no, seat_no, answer_id, choice, received_at, elapsed_ms, rtt_ms, is_draft';
const ROUND = '019ecd8d-0000-7000-8000-000000000001';
const OLD = '{"kind":"single","option":"a"}';

describe.each(ENGINES)('the answers of a database of before on $engine', ({ place }) => {
  let found: Place;
  let folder: Awaited<ReturnType<typeof tempDir>>;
  let config: DatabaseConfig;

  beforeEach(async () => {
    found = await place();
    folder = await tempDir();
    config = found.database ?? { engine: 'sqlite', file: `${folder.dir}/a.sqlite` };
  }, 120_000);

  afterEach(async () => {
    await folder.remove();
    await found.remove();
  });

  const opened = (migrations = MIGRATIONS) => openDatabase(config, { ...SCHEMA, migrations }, () => 0.5);
  const insert = (database: UnitOfWork, seatNo: number, choice: string) =>
    database.run((tx) =>
      tx.query(`INSERT INTO live_answer (${COLUMNS}) VALUES (?, 1, ?, ?, ?, 1795400000000, 5, NULL, 0)`, [
        ...[ROUND, seatNo, String(seatNo).padStart(32, '0'), choice],
      ]),
    );

  it('are all there after the column was widened, and longer ones fit', async () => {
    const before = await opened(MIGRATIONS.filter(({ name }) => !name.startsWith('Media')));
    for (let seatNo = 1; seatNo <= 30; seatNo += 1) await insert(before, seatNo, OLD);
    await before.close();

    const after = await opened();
    const long = JSON.stringify({ kind: 'text', blanks: Array<string>(6).fill('安'.repeat(60)) }).padEnd(1_200);
    await insert(after, 31, long);
    const rows: { seat_no: number; choice: string; received_at: number | string }[] = await after.read((manager) =>
      manager.query('SELECT seat_no, choice, received_at FROM live_answer ORDER BY seat_no'),
    );
    expect(rows.slice(0, 30).map(({ choice, received_at }) => [choice, Number(received_at)])).toEqual(
      Array(30).fill([OLD, 1_795_400_000_000]),
    );
    expect(rows[30]?.choice).toBe(long);
    await expect(insert(after, 31, OLD)).rejects.toThrow();
    await after.close();
  });
});
