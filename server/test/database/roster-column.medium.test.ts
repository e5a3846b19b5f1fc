import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { SCHEMA } from '../../src/app.module.js';
import type { DatabaseConfig } from '../../src/platform/config/config.js';
import { MIGRATIONS } from '../../src/platform/database/migrations/migrations.js';
import { openDatabase } from '../../src/platform/database/open-database.js';
import type { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { ENGINES, type Place } from '../support/engines.js';
import { tempDir } from '../support/temp-dir.js';

const COLUMNS =
  'id, parent_id, parent_key, kind, name, name_key, sector, code, head_count, aliases, needs_approval, status, merged_into, version, created_at';

describe.each(ENGINES)('the units of a database of before on $engine', ({ place }) => {
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
  const insert = (database: UnitOfWork, id: string, more: readonly [column: string, value: string] | [] = []) =>
    database.run((tx) =>
      tx.query(
        `INSERT INTO unit (${[COLUMNS, ...more.slice(0, 1)].join(', ')})
         VALUES (?, NULL, 'root', 'team', '甲班', ?, NULL, NULL, NULL, '[]', 0, 'active', NULL, 1, 1795400000000${more.length > 0 ? `, ${more[1]}` : ''})`,
        [id, id],
      ),
    );

  it('have no roster, and sisters are still told apart', async () => {
    const before = await opened(MIGRATIONS.filter(({ name }) => !name.startsWith('Rosters')));
    await insert(before, 'a');
    await insert(before, 'b');
    await before.close();

    const after = await opened();
    const rows = await after.read((manager) =>
      manager.query<{ id: string; is_roster_only: unknown }[]>('SELECT id, is_roster_only FROM unit ORDER BY id'),
    );
    expect(rows.map(({ id, is_roster_only: flag }) => [id, Number(flag)])).toEqual([
      ['a', 0],
      ['b', 0],
    ]);
    await expect(insert(after, 'c')).rejects.toThrow();
    await insert(after, 'c', ['is_roster_only', '0']);
    await expect(after.run((tx) => tx.query("UPDATE unit SET name_key = 'a' WHERE id = 'c'"))).rejects.toThrow();
    await after.close();
  });
});
