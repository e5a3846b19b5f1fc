import { expect, it } from '@jest/globals';
import BetterSqlite3 from 'better-sqlite3';
import mysql from 'mysql2';
import { slowDown } from './slow-disk.js';

const MS = 30;

/** How long `work` held up the thread. */
function held(work: () => unknown): number {
  const from = performance.now();
  work();
  return performance.now() - from;
}

type Reply = (error: null, rows: unknown[]) => void;
const { Connection } = mysql as unknown as {
  Connection: { prototype: { query(sql: string, reply: Reply): unknown } };
};
// The driver below the delay answers at once.
Connection.prototype.query = (_sql, reply) => reply(null, []);
slowDown(MS);

it('holds up every commit of SQLite, and nothing else', () => {
  const db = new BetterSqlite3(':memory:');
  db.exec('CREATE TABLE t (n INTEGER)');
  const insert = db.prepare('INSERT INTO t VALUES (?)');
  expect(held(() => insert.run(1))).toBeGreaterThanOrEqual(MS - 1);
  expect(held(() => db.transaction(() => insert.run(2)).immediate())).toBeGreaterThanOrEqual(MS - 1);
  expect(held(() => db.prepare('BEGIN').run())).toBeLessThan(MS);
  expect(held(() => insert.run(3))).toBeLessThan(MS);
  expect(held(() => db.prepare('COMMIT').run())).toBeGreaterThanOrEqual(MS - 1);
  expect(held(() => expect(db.prepare('SELECT n FROM t').all()).toHaveLength(3))).toBeLessThan(MS);
  db.prepare('BEGIN').run();
  insert.run(4);
  expect(held(() => db.prepare('ROLLBACK').run())).toBeLessThan(MS);
  db.close();
});

it('lets the reply to every commit of MySQL come later, without holding up the thread', async () => {
  const connection = Object.create(Connection.prototype) as typeof Connection.prototype;
  const took = async (sql: string) => {
    const from = performance.now();
    await new Promise<void>((resolve) => connection.query(sql, () => resolve()));
    return performance.now() - from;
  };
  expect(await took('INSERT INTO t VALUES (1)')).toBeGreaterThanOrEqual(MS - 2);
  expect(await took('START TRANSACTION')).toBeLessThan(MS - 2);
  expect(await took('INSERT INTO t VALUES (2)')).toBeLessThan(MS - 2);
  expect(await took('COMMIT')).toBeGreaterThanOrEqual(MS - 2);
  expect(await took('SELECT 1')).toBeLessThan(MS - 2);
  const reply: Reply = () => undefined;
  expect(held(() => connection.query('COMMIT', reply))).toBeLessThan(MS - 2);
});
