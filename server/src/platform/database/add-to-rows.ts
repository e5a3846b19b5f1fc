import type { EntityManager } from 'typeorm';
import { addTo } from '../../domain/shared/add-to.js';
import { ask, marks } from './rows.js';
import type { Engine } from './unit-of-work.js';

/** One row of sums, named by its table's primary key. Names are columns and never come from outside. */
export interface RowOfSums {
  readonly table: string;
  readonly key: Readonly<Record<string, string | number>>;
  readonly add: Readonly<Record<string, number>>;
  /** Columns that a new row needs beside the sums; left alone in one that is there. */
  readonly whenNew?: Readonly<Record<string, string | number | boolean>>;
}

/**
 * Adds to rows, which are made where they are not there: two writers at once both count. Locks them until the commit, always in one order, so
 * that no two writers wait for each other. Rows of one shape are one statement.
 */
export async function addToRows(tx: EntityManager, engine: Engine, rows: readonly RowOfSums[]): Promise<void> {
  for (const alike of byShape(summed(rows)).values()) {
    const [first] = alike;
    if (first === undefined) continue;
    const columns = Object.keys(valuesOf(first));
    const places = alike.map(() => `(${marks(columns)})`).join(', ');
    const insert = `INSERT INTO ${first.table} (${columns.join(', ')}) VALUES ${places}`;
    const values = alike.flatMap((row) => Object.values(valuesOf(row)).map(plain));
    await ask(tx, `${insert} ${whenTaken(engine, first)}`, values);
  }
}

/** Of several for one place one with all they add, by place. */
function summed(rows: readonly RowOfSums[]): RowOfSums[] {
  const byPlace = new Map<string, RowOfSums>();
  for (const row of rows) {
    const place = `${row.table} ${Object.values(row.key).join(' ')}`;
    const there = byPlace.get(place)?.add ?? {};
    const add = Object.fromEntries(Object.entries(row.add).map(([name, value]) => [name, value + (there[name] ?? 0)]));
    byPlace.set(place, { ...row, add });
  }
  return [...byPlace].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
}

function byShape(rows: readonly RowOfSums[]): Map<string, RowOfSums[]> {
  const shapes = new Map<string, RowOfSums[]>();
  for (const row of rows) {
    const shape = `${row.table} ${Object.keys(valuesOf(row)).join(' ')}`;
    addTo(shapes, shape, row);
  }
  return shapes;
}

function whenTaken(engine: Engine, { key, add }: RowOfSums): string {
  const sums = Object.keys(add);
  if (engine === 'mysql')
    return `ON DUPLICATE KEY UPDATE ${sums.map((name) => `${name} = ${name} + VALUES(${name})`).join(', ')}`;
  const added = sums.map((name) => `${name} = ${name} + excluded.${name}`).join(', ');
  return `ON CONFLICT (${Object.keys(key).join(', ')}) DO UPDATE SET ${added}`;
}

function valuesOf({ key, add, whenNew }: RowOfSums) {
  return { ...key, ...add, ...whenNew };
}

function plain(value: string | number | boolean): string | number {
  return typeof value === 'boolean' ? Number(value) : value;
}
