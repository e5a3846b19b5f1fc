import { setTimeout as pause } from 'node:timers/promises';
import type { Pool, PoolConnection } from 'mysql2/promise';
import type { DataSource, EntityManager, QueryRunner } from 'typeorm';
import { isRetryable } from './database-errors.js';
import { TransactionScope } from './transaction-scope.js';
import { UnitOfWork } from './unit-of-work.js';
import { within } from './within.js';

const ATTEMPTS = 5;
const PAUSE_MS = 20;

/** MySQL or MariaDB through a pool: transactions run side by side; who loses a deadlock begins again from the start. */
export class MysqlUnitOfWork extends UnitOfWork {
  readonly engine = 'mysql';
  private readonly scope = new TransactionScope();

  /** `batches` takes several statements at once, the pool of `source` does not. `jitter` gives 0–1: losers of one deadlock must not meet again at the same instant. */
  constructor(
    private readonly source: DataSource,
    private readonly batches: Pool,
    private readonly jitter: () => number,
  ) {
    super();
  }

  async run<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    this.scope.refuseInside();
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.scope.enter(() => this.transact(work));
      } catch (error) {
        if (attempt >= ATTEMPTS || !isRetryable(error)) {
          throw error;
        }
        await pause(PAUSE_MS * attempt * (0.5 + this.jitter()));
      }
    }
  }

  async read<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    this.scope.refuseInside();
    return work(this.source.manager);
  }

  /**
   * A bare connection, for multi-row statements and for several statements in one message: nothing but what the caller writes by hand may be sent on
   * it. Transactions on it are the caller's business.
   */
  async withConnection<T>(work: (connection: PoolConnection) => Promise<T>): Promise<T> {
    this.scope.refuseInside();
    const connection = await this.batches.getConnection();
    try {
      return await work(connection);
    } finally {
      connection.release();
    }
  }

  isHealthy(timeoutMs: number): Promise<boolean> {
    return within(
      timeoutMs,
      this.read((manager) => manager.query('SELECT 1')),
    );
  }

  async close(): Promise<void> {
    await this.batches.end();
    await this.source.destroy();
  }

  private async transact<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    const runner = this.source.createQueryRunner();
    try {
      await runner.startTransaction();
      const value = await work(runner.manager);
      await runner.commitTransaction();
      return value;
    } catch (error) {
      await rollBack(runner);
      throw error;
    } finally {
      await runner.release();
    }
  }
}

/** The first error is the one to tell; a connection that is gone has rolled back by itself. */
async function rollBack(runner: QueryRunner): Promise<void> {
  if (runner.isTransactionActive) {
    await runner.rollbackTransaction().catch(() => undefined);
  }
}
