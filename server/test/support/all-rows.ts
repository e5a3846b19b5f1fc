import type { EntityManager } from 'typeorm';

/** All tables of the product with their columns, as the database has them. */
export async function tablesOf(manager: EntityManager) {
  const runner = manager.dataSource.createQueryRunner();
  try {
    const current = await runner.getCurrentDatabase();
    const tables = await runner.getTables();
    return tables
      .filter(({ database }) => database === undefined || database === current)
      .map(({ name, columns }) => ({ name: name.replace(/^.*\./, ''), columns }))
      .filter(({ name }) => name !== 'migrations' && !name.startsWith('sqlite_'));
  } finally {
    await runner.release();
  }
}

/** Every row of every table as JSON, in an order that both engines keep. */
export async function allRows(manager: EntityManager): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  for (const { name } of await tablesOf(manager)) {
    const rows = await manager.query<object[]>(`SELECT * FROM ${name}`);
    found.set(name, rows.map((row) => JSON.stringify(row)).sort());
  }
  return found;
}
