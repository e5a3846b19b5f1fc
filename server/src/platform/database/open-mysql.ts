import mysql, { type Pool, type PoolOptions, type RowDataPacket } from 'mysql2';
import { createConnection } from 'mysql2/promise';
import { DataSource } from 'typeorm';
import { MysqlUnitOfWork } from './mysql-unit-of-work.js';
import type { Schema } from './schema.js';
import { SnakeNaming } from './snake-naming.js';

const POOL_SIZE = 20;
/** Connections for {@link MysqlUnitOfWork.withConnection}, opened when they are needed. */
const BATCH_POOL_SIZE = 8;
const CONNECT_MS = 5_000;
/** Refuse what does not fit instead of cutting it; wait for a row's lock at most five seconds. */
const SESSION = "SET SESSION sql_mode = 'STRICT_ALL_TABLES,NO_ENGINE_SUBSTITUTION', innodb_lock_wait_timeout = 5";
/** A machine that lost its power in the middle of a transaction must not keep its locks for hours. MySQL has no such limit. */
const SESSION_OF_MARIADB = `${SESSION}, idle_transaction_timeout = 10`;

/** Opens a pool on `mysql://user:password@host:port/database` and migrates it. */
export async function openMysql(url: string, schema: Schema, jitter: () => number): Promise<MysqlUnitOfWork> {
  const made: PoolOptions[] = [];
  const type = await kindOf(url);
  const session = type === 'mariadb' ? SESSION_OF_MARIADB : SESSION;
  const source = new DataSource({
    type,
    url,
    driver: {
      ...mysql,
      createPool: (options: PoolOptions) => {
        made.push(options);
        return createPool(options, session);
      },
    },
    entities: [...schema.entities],
    migrations: [...schema.migrations],
    migrationsTransactionMode: 'each',
    namingStrategy: new SnakeNaming(),
    charset: 'utf8mb4_bin',
    timezone: 'Z',
    connectTimeout: CONNECT_MS,
    poolSize: POOL_SIZE,
    logging: false,
  });
  widenBlobs(source);
  await source.initialize();
  await source.runMigrations();
  const [options] = made;
  if (options === undefined) {
    throw new Error('The MySQL driver did not ask for a pool');
  }
  const batches = createPool({ ...options, connectionLimit: BATCH_POOL_SIZE, multipleStatements: true }, session);
  return new MysqlUnitOfWork(source, batches.promise(), jitter);
}

/** Entities are written for both engines and say blob; here that is one of 16 MB. */
function widenBlobs({ driver }: DataSource): void {
  const normalised = driver.normalizeType.bind(driver);
  driver.normalizeType = (column) => (column.type === 'blob' ? 'mediumblob' : normalised(column));
}

/** TypeORM reads the two servers' catalogues differently, so it has to know which one it is. */
async function kindOf(url: string): Promise<'mysql' | 'mariadb'> {
  const connection = await createConnection({ uri: url, connectTimeout: CONNECT_MS });
  try {
    const [rows] = await connection.query<RowDataPacket[]>('SELECT VERSION() AS version');
    return String(rows[0]?.['version']).includes('MariaDB') ? 'mariadb' : 'mysql';
  } finally {
    await connection.end();
  }
}

/** Every connection sets its session before its first query: mysql2 keeps the order of what is queued on it. */
function createPool(options: PoolOptions, session: string): Pool {
  const pool = mysql.createPool({ ...options, enableKeepAlive: true });
  pool.on('connection', (connection) => {
    connection.query(session);
    // A server that goes away is noticed by the next query; without a listener the event would end the process.
    connection.on('error', () => undefined);
  });
  return pool;
}
