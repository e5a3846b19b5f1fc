import BetterSqlite3 from 'better-sqlite3';
import mysql from 'mysql2';

/*
 * A slow disk, below the server's own code: loaded with `--import` before the real program, it makes every commit take some milliseconds longer.
 * SQLite flushes on the thread that asks, so there the thread stands still; MariaDB flushes elsewhere, so there the reply comes later.
 * Nothing of it is in the product.
 */

/** Tells the preloaded file how long. Not one of the server's own names: it refuses those that it does not know. */
export const COMMIT_MS_SETTING = 'LOAD_COMMIT_MS';

type Method<This = unknown> = (this: This, ...args: unknown[]) => unknown;

/** Has every commit of this process take `ms` longer. */
export function slowDown(ms: number): void {
  slowSqlite(() => void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms));
  slowMysql(ms);
}

/** A commit is what leaves the connection outside of a transaction and may have written: COMMIT, or a statement on its own. */
function slowSqlite(wait: () => void): void {
  const prototype = BetterSqlite3.prototype as unknown as Record<
    'prepare' | 'transaction',
    Method<BetterSqlite3.Database>
  >;
  const { prepare, transaction } = prototype;
  prototype.prepare = function (...args) {
    const statement = prepare.apply(this, args) as BetterSqlite3.Statement & Record<'run' | 'get' | 'all', Method>;
    const isRollback = /^\s*rollback/i.test(String(args[0]));
    for (const name of ['run', 'get', 'all'] as const) {
      const own = statement[name] as Method;
      const slow: Method = (...values) => {
        const wasInside = this.inTransaction;
        const value = own.apply(statement, values);
        if (!this.inTransaction && !isRollback && (wasInside || !statement.readonly)) wait();
        return value;
      };
      Object.defineProperty(statement, name, { value: slow });
    }
    return statement;
  };
  prototype.transaction = function (...args) {
    const made = transaction.apply(this, args) as Record<'immediate' | 'deferred' | 'exclusive' | 'default', Method>;
    const slow =
      (kind: keyof typeof made): Method =>
      (...values) => {
        const value = made[kind](...values);
        if (!this.inTransaction) wait();
        return value;
      };
    const [immediate, deferred, exclusive] = [slow('immediate'), slow('deferred'), slow('exclusive')];
    return Object.assign(slow('default'), { immediate, deferred, exclusive });
  };
}

const COMMITS = /^\s*commit/i;
const BEGINS = /^\s*(begin|start transaction)/i;
const ENDS = /^\s*(commit|rollback)(?!\s+to)/i;
const WRITES = /^\s*(insert|update|delete|replace)/i;

function slowMysql(ms: number): void {
  const inside = new WeakSet<object>();
  const prototype = (mysql as unknown as { Connection: { prototype: Record<'query' | 'execute', Method<object>> } })
    .Connection.prototype;
  for (const name of ['query', 'execute'] as const) {
    const own = prototype[name];
    prototype[name] = function (...args) {
      const sql = sqlOf(args[0]);
      const isCommit = COMMITS.test(sql) || (WRITES.test(sql) && !inside.has(this));
      if (BEGINS.test(sql)) inside.add(this);
      if (ENDS.test(sql)) inside.delete(this);
      return own.apply(this, isCommit ? args.map((arg) => later(arg, ms)) : args);
    };
  }
}

function sqlOf(asked: unknown): string {
  if (typeof asked === 'string') return asked;
  return typeof asked === 'object' && asked !== null && 'sql' in asked ? String(asked.sql) : '';
}

/** The callback, called so much later; anything else as it is. */
function later(arg: unknown, ms: number): unknown {
  if (typeof arg !== 'function') return arg;
  return (...reply: unknown[]) => void setTimeout(() => void (arg as Method)(...reply), ms);
}

const asked = Number(process.env[COMMIT_MS_SETTING] ?? 0);
if (asked > 0) slowDown(asked);
