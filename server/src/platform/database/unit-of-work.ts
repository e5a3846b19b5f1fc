import type { EntityManager } from 'typeorm';

export type Engine = 'sqlite' | 'mysql';

/**
 * The one door to the database. Everything a promise rests on is written inside `run`: when it resolves, the rows are on disk.
 * `run` may call `work` again from the start in a whole new transaction (after a deadlock), so `work` must do nothing but
 * database work; tell others after `run` has resolved. Neither `run` nor `read` may be used inside `work`: both throw there.
 */
export abstract class UnitOfWork {
  abstract readonly engine: Engine;

  /** One transaction: commits when `work` resolves, rolls back when it throws. */
  abstract run<T>(work: (tx: EntityManager) => Promise<T>): Promise<T>;

  /** Reading only, outside any transaction; sees committed rows alone. */
  abstract read<T>(work: (manager: EntityManager) => Promise<T>): Promise<T>;

  /** Does the database answer within `timeoutMs`? */
  abstract isHealthy(timeoutMs: number): Promise<boolean>;

  abstract close(): Promise<void>;
}
