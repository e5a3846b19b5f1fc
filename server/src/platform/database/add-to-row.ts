import type { EntityManager } from 'typeorm';
import { ask } from './rows.js';
import type { Engine } from './unit-of-work.js';

/** One row of sums, named by its table's primary key. Names are columns and never come from outside. */
export interface RowOfSums {
  readonly table: string;
  readonly key: Readonly<Record<string, string | number>>;
  readonly add: Readonly<Record<string, number>>;
  /** Columns that a new row needs beside the sums; left alone in one that is there. */
  readonly whenNew?: Readonly<Record<string, string | number | boolean>>;
}

/** Adds to a row, which is made when it is not there, in one statement: two writers at once both count. Locks the row until the commit. */
export async function addToRow(tx: EntityManager, engine: Engine, row: RowOfSums): Promise<void> {
  const { table, key, add, whenNew = {} } = row;
  const values = { ...key, ...add, ...whenNew };
  const columns = Object.keys(values);
  const insert = `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`;
  const sums = Object.keys(add);
  const onTaken =
    engine === 'sqlite'
      ? `ON CONFLICT (${Object.keys(key).join(', ')}) DO UPDATE SET ${sums.map((name) => `${name} = ${name} + excluded.${name}`).join(', ')}`
      : `ON DUPLICATE KEY UPDATE ${sums.map((name) => `${name} = ${name} + VALUES(${name})`).join(', ')}`;
  await ask(tx, `${insert} ${onTaken}`, Object.values(values).map(plain));
}

function plain(value: string | number | boolean): string | number {
  return typeof value === 'boolean' ? Number(value) : value;
}
