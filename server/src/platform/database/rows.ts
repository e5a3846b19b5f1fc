import type { DataSource, EntityManager } from 'typeorm';

type EntityClass<E> = new () => E;
type Values = readonly unknown[];
/** As TypeORM knows it; its type is not exported by a stable name. */
type ColumnOf = ReturnType<DataSource['getMetadata']>['columns'][number];

/** What is the same for every statement about an entity. */
interface Compiled {
  readonly table: string;
  readonly select: string;
  readonly columns: readonly ColumnOf[];
  readonly byProperty: ReadonlyMap<string, ColumnOf>;
}

/** `?, ?, ?`: one place for each value. */
export function marks(values: readonly unknown[]): string {
  return values.map(() => '?').join(', ');
}

/** A connection of MySQL's driver, or its pool. */
interface Link {
  query(sql: string, values: Values, done: (error: Error | null, result: unknown) => void): void;
}

/** The driver of SQLite: everything at once, on this thread. */
interface SqliteDatabase {
  prepare(sql: string): { run(...values: Values): unknown };
}

/**
 * Asks for rows by hand-written SQL, with `?` for values. On MySQL the driver is asked itself: what TypeORM and the driver's promises do for each
 * statement, subscribers and stacks, costs as much as many a statement.
 */
export async function ask<Row>(manager: EntityManager, sql: string, values: Values): Promise<Row[]> {
  const link = await linkOf(manager);
  return link === null ? manager.query<Row[]>(sql, [...values]) : ((await tell(link, sql, values)) as Row[]);
}

/** Null on SQLite, which is asked through TypeORM. */
async function linkOf({ dataSource, queryRunner }: EntityManager): Promise<Link | null> {
  if (dataSource.options.type === 'better-sqlite3') return null;
  if (queryRunner === undefined) return (dataSource.driver as unknown as { readonly pool: Link }).pool;
  if (queryRunner.isReleased) throw new Error('the transaction is over');
  return (await queryRunner.connect()) as Link;
}

function tell(link: Link, sql: string, values: Values): Promise<unknown> {
  return new Promise((resolve, reject) => {
    link.query(sql, values, (error, result) => (error === null ? resolve(result) : reject(error)));
  });
}

/**
 * Rows of an entity by hand-written SQL, for ways that are walked a thousand times a second: building a statement from objects each time
 * costs several times what running it does. Values pass through the entity's columns as they do with the entity manager. `tail` is what follows the
 * table's name, with `?` for values; names in it are columns and never come from outside.
 */
export async function findRows<E extends object>(
  manager: EntityManager,
  entity: EntityClass<E>,
  tail: string,
  values: Values,
): Promise<E[]> {
  const { select, columns } = compiledOf(manager.dataSource, entity);
  const { driver } = manager.dataSource;
  const rows = await ask<Record<string, unknown>>(manager, `${select} ${tail}`, values);
  return rows.map((raw) => {
    const row: Record<string, unknown> = {};
    for (const column of columns)
      row[column.propertyName] = driver.prepareHydratedValue(raw[column.databaseName], column);
    return row as E;
  });
}

/** The only row, or null. */
export async function findRow<E extends object>(
  manager: EntityManager,
  entity: EntityClass<E>,
  tail: string,
  values: Values,
): Promise<E | null> {
  const [row] = await findRows(manager, entity, tail, values);
  return row ?? null;
}

/** As many rows as one statement takes on MySQL. */
const ROWS_AT_ONCE = 1_000;

/**
 * Puts thousands of rows into a table, `values` in the order of `columns`; in a transaction. On SQLite one statement is compiled and run for each: a
 * quarter of the time of statements with thousands of places. On MySQL, where the way there is what costs, many rows are one statement. Names never
 * come from outside.
 */
export async function insertMany(
  tx: EntityManager,
  table: string,
  columns: readonly string[],
  values: readonly Values[],
): Promise<void> {
  if (tx.queryRunner === undefined) throw new Error('only inside a transaction');
  const head = `INSERT INTO ${table} (${columns.join(', ')}) VALUES`;
  const row = `(${marks(columns)})`;
  const link = await linkOf(tx);
  if (link === null) {
    const database = (await tx.queryRunner.connect()) as SqliteDatabase;
    const statement = database.prepare(`${head} ${row}`);
    for (const each of values) statement.run(...each);
    return;
  }
  for (let from = 0; from < values.length; from += ROWS_AT_ONCE) {
    const part = values.slice(from, from + ROWS_AT_ONCE);
    await tell(link, `${head} ${part.map(() => row).join(', ')}`, part.flat());
  }
}

/** Whole rows, in one statement. */
export async function insertRows<E extends object>(
  tx: EntityManager,
  entity: EntityClass<E>,
  rows: readonly E[],
): Promise<void> {
  if (rows.length > 0) await insertWith(tx, entity, rows, '');
}

/** Whole rows, in one statement: new ones are made, those that are there take their values. Columns of `left` are not touched in those. */
export async function putRows<E extends object>(
  tx: EntityManager,
  entity: EntityClass<E>,
  rows: readonly E[],
  left: readonly (keyof E)[] = [],
): Promise<void> {
  if (rows.length === 0) return;
  const { columns } = compiledOf(tx.dataSource, entity);
  const changed = columns.filter(
    ({ isPrimary, propertyName }) => !isPrimary && !left.includes(propertyName as keyof E),
  );
  const set = (value: (name: string) => string) =>
    changed.map(({ databaseName: name }) => `${name} = ${value(name)}`).join(', ');
  const keys = columns.flatMap(({ isPrimary, databaseName }) => (isPrimary ? [databaseName] : []));
  const whenTaken =
    tx.dataSource.options.type === 'better-sqlite3'
      ? `ON CONFLICT (${keys.join(', ')}) DO UPDATE SET ${set((name) => `excluded.${name}`)}`
      : `ON DUPLICATE KEY UPDATE ${set((name) => `VALUES(${name})`)}`;
  await insertWith(tx, entity, rows, whenTaken);
}

async function insertWith<E extends object>(
  tx: EntityManager,
  entity: EntityClass<E>,
  rows: readonly E[],
  whenTaken: string,
): Promise<void> {
  const { table, columns } = compiledOf(tx.dataSource, entity);
  const { driver } = tx.dataSource;
  const names = columns.map(({ databaseName }) => databaseName).join(', ');
  const row = `(${marks(columns)})`;
  const values = rows.flatMap((row) =>
    columns.map((column): unknown => {
      const value = (row as Record<string, unknown>)[column.propertyName];
      if (value === undefined) throw new Error(`${table}.${column.databaseName} has no value`);
      return driver.preparePersistentValue(value, column) as unknown;
    }),
  );
  await ask(tx, `INSERT INTO ${table} (${names}) VALUES ${rows.map(() => row).join(', ')} ${whenTaken}`, values);
}

/** Sets columns where `where` holds; how many rows that were. */
export async function updateRows<E extends object>(
  tx: EntityManager,
  entity: EntityClass<E>,
  set: Partial<E>,
  where: string,
  values: Values,
): Promise<number> {
  const { table, byProperty } = compiledOf(tx.dataSource, entity);
  const { driver } = tx.dataSource;
  const changes = Object.entries(set).map(([property, value]) => {
    const column = byProperty.get(property);
    if (column === undefined) throw new Error(`${table} has no ${property}`);
    return { name: column.databaseName, value: driver.preparePersistentValue(value, column) as unknown };
  });
  const assigned = changes.map(({ name }) => `${name} = ?`).join(', ');
  return affectedBy(tx, `UPDATE ${table} SET ${assigned} WHERE ${where}`, [
    ...changes.map(({ value }) => value),
    ...values,
  ]);
}

/** Runs a statement that changes rows; how many that were. In a transaction. */
export async function affectedBy(tx: EntityManager, sql: string, values: Values): Promise<number> {
  if (tx.queryRunner === undefined) throw new Error('only inside a transaction');
  const link = await linkOf(tx);
  if (link !== null) return ((await tell(link, sql, values)) as { readonly affectedRows: number }).affectedRows;
  const { affected } = await tx.queryRunner.query(sql, [...values], true);
  return affected ?? 0;
}

const known = new WeakMap<DataSource, Map<EntityClass<object>, Compiled>>();

function compiledOf(dataSource: DataSource, entity: EntityClass<object>): Compiled {
  const all = known.get(dataSource) ?? new Map<EntityClass<object>, Compiled>();
  known.set(dataSource, all);
  const made = all.get(entity) ?? compile(dataSource, entity);
  all.set(entity, made);
  return made;
}

function compile(dataSource: DataSource, entity: EntityClass<object>): Compiled {
  const { tableName: table, columns } = dataSource.getMetadata(entity);
  const names = columns.map(({ databaseName }) => `${table}.${databaseName}`).join(', ');
  const byProperty = new Map(columns.map((column) => [column.propertyName, column]));
  return { table, columns, byProperty, select: `SELECT ${names} FROM ${table}` };
}
