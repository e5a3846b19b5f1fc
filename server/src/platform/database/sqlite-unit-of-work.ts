import type BetterSqlite3 from 'better-sqlite3';
import type { DataSource, EntityManager } from 'typeorm';
import { FairGate } from './fair-gate.js';
import { TransactionScope } from './transaction-scope.js';
import { UnitOfWork } from './unit-of-work.js';
import { within } from './within.js';

export interface SqliteConnections {
  /** Reads and writes; TypeORM's face of `raw`. */
  readonly writer: DataSource;
  /** A second, read-only connection: it can only ever see committed rows. */
  readonly reader: DataSource;
  readonly raw: BetterSqlite3.Database;
}

/**
 * SQLite has one writing connection. A statement that slips between another's BEGIN and ROLLBACK would vanish with it,
 * so every write passes the gate.
 */
export class SqliteUnitOfWork extends UnitOfWork {
  readonly engine = 'sqlite';
  private readonly gate = new FairGate();
  private readonly scope = new TransactionScope();

  constructor(private readonly connections: SqliteConnections) {
    super();
  }

  run<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.enter(() => this.transact(work));
  }

  async read<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    this.scope.refuseInside();
    return work(this.connections.reader.manager);
  }

  /**
   * One transaction on the bare connection, for prepared statements: waits for its turn, then runs without giving up the
   * thread. Keep it short (below 20 ms while a round runs).
   */
  exclusive<T>(work: (db: BetterSqlite3.Database) => T): Promise<T> {
    const { raw } = this.connections;
    return this.enter(() => raw.transaction(() => work(raw)).immediate());
  }

  isHealthy(timeoutMs: number): Promise<boolean> {
    return within(
      timeoutMs,
      this.read((manager) => manager.query('SELECT 1')),
    );
  }

  async close(): Promise<void> {
    await this.gate.enter(async () => {
      await this.connections.reader.destroy();
      await this.connections.writer.destroy();
    });
  }

  private async transact<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    const { writer, raw } = this.connections;
    const runner = writer.createQueryRunner();
    await runner.startTransaction();
    try {
      const value = await work(runner.manager);
      await runner.commitTransaction();
      return value;
    } catch (error) {
      // On a full disk SQLite rolls back by itself. TypeORM must not miss it: its ROLLBACK would fail, it would take the next
      // transaction for an inner one, and that would stay open, with everything that is acknowledged after it.
      if (!raw.inTransaction) raw.exec('BEGIN');
      // The first error is the one to tell.
      await runner.rollbackTransaction().catch(() => undefined);
      throw error;
    } finally {
      await runner.release();
    }
  }

  private enter<T>(work: () => Promise<T> | T): Promise<T> {
    this.scope.refuseInside();
    return this.gate.enter(() => this.scope.enter(work));
  }
}
