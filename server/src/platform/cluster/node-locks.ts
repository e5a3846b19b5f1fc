import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { createConnection, type Connection, type RowDataPacket } from 'mysql2/promise';
import { StartRefusal } from '../errors/start-refusal.js';
import type { Log } from '../logging/log.js';

/** Migrations and question sets of a large database take their time. */
const START_SECONDS = 300;
/** The database lets go of what a killed process held as soon as its connection is gone. */
const HELD_TRIES = 24;
const HELD_PAUSE_MS = 500;
/** As many processes may be one system. */
const NODES = 64;
const LOOK_MS = 1_000;
const CONNECT_MS = 3_000;
/** Long enough for whatever blocks a process at its start. */
const SILENT_SECONDS = 10;
/** What takes no lock that is held is answered at once, or the connection is dead. */
const ANSWER_MS = 10_000;
/** So long a server takes to end a connection. */
const END_MS = 100;

/** How processes share a database: a single one has it to itself, several know of each other. */
export type Company = 'alone' | 'together';

/**
 * Locks that the database gives to a connection and takes back with it (`GET_LOCK`): no row to write each second, nothing to clean up after a
 * crash. They say that only one process migrates at a time, that a server which knows of no others has no others beside it, and whose turn
 * the periodic work is.
 */
export class NodeLocks {
  private connection: Connection | null = null;
  private timer: NodeJS.Timeout | null = null;
  private looking: Promise<void> = Promise.resolve();
  private connectionId: number | null = null;
  private isStarted = false;
  private hasDuty = false;
  private readonly prefix: string;

  private constructor(
    private readonly url: string,
    private readonly company: Company,
    private readonly log: Log,
    private readonly onLost: () => void,
  ) {
    this.prefix = `anquanli/${createHash('sha256').update(new URL(url).pathname).digest('hex').slice(0, 16)}`;
  }

  /**
   * Takes the place of this process, or throws StartRefusal when those who are there do not go together with it. Until {@link started} no
   * other process starts. `onLost` is called when the place was lost with the connection and another has taken it.
   */
  static async take(url: string, company: Company, log: Log, onLost: () => void): Promise<NodeLocks> {
    const locks = new NodeLocks(url, company, log, onLost);
    try {
      await locks.begin();
      return locks;
    } catch (error) {
      await locks.close();
      throw error;
    }
  }

  /** Does something while no process starts, whoever runs: migrating. Throws StartRefusal when another start takes too long. */
  static async whileNoneStarts<T>(url: string, log: Log, work: () => Promise<T>): Promise<T> {
    const locks = new NodeLocks(url, 'together', log, () => undefined);
    try {
      await locks.reserveStart();
      return await work();
    } finally {
      await locks.close();
    }
  }

  /** Is the periodic work of the whole system with this process? */
  get isOnDuty(): boolean {
    return this.hasDuty;
  }

  /** The start is over: another process may begin, and the periodic work is taken up if nobody has it. */
  async started(): Promise<void> {
    await this.ask('RELEASE_LOCK(?)', 'start');
    this.isStarted = true;
    await this.look();
  }

  async close(): Promise<void> {
    if (this.timer !== null) clearInterval(this.timer);
    await this.looking;
    this.hasDuty = false;
    const { connection } = this;
    this.connection = null;
    await connection?.end().catch(() => undefined);
  }

  private async begin(): Promise<void> {
    await this.reserveStart();
    for (let attempt = 1; !(await this.takePlace()); attempt += 1) {
      if (attempt === HELD_TRIES) throw this.company === 'alone' ? othersAreThere() : oneIsAlone();
      await pause(HELD_PAUSE_MS);
    }
    this.timer = setInterval(() => {
      this.looking = this.looking.then(() => this.look());
    }, LOOK_MS);
    this.timer.unref();
  }

  private async reserveStart(): Promise<void> {
    await this.connect();
    if ((await this.ask(`GET_LOCK(?, ${START_SECONDS})`, 'start', START_SECONDS * 1_000 + ANSWER_MS)) !== 1)
      throw cannotStart();
  }

  /** False when those who are there do not go together with this process. */
  private async takePlace(): Promise<boolean> {
    if (this.company === 'together') {
      if ((await this.ask('IS_FREE_LOCK(?)', 'alone')) !== 1) return false;
      return this.takeAny();
    }
    for (let no = 1; no <= NODES; no += 1) if ((await this.ask('IS_FREE_LOCK(?)', `node/${no}`)) !== 1) return false;
    return (await this.ask('GET_LOCK(?, 0)', 'alone')) === 1;
  }

  private async takeAny(): Promise<boolean> {
    for (let no = 1; no <= NODES; no += 1) if ((await this.ask('GET_LOCK(?, 0)', `node/${no}`)) === 1) return true;
    return false;
  }

  /** Each second: the connection still holds what it held, and takes up the duty when nobody has it. */
  private async look(): Promise<void> {
    try {
      if (this.connection === null) {
        const before = this.connectionId;
        await this.connect();
        await this.endAtServer(before);
        if (!(await this.takePlace())) this.onLost();
      }
      if (!this.isStarted) await this.ask('?', 'ping');
      else if (!this.hasDuty) this.hasDuty = (await this.ask('GET_LOCK(?, 0)', 'duty')) === 1;
      else await this.ask('?', 'ping');
    } catch {
      this.drop();
    }
  }

  private async connect(): Promise<void> {
    const connection = await createConnection({ uri: this.url, connectTimeout: CONNECT_MS, enableKeepAlive: true });
    connection.on('error', () => this.drop());
    this.connection = connection;
    // Asked each second: one that is not is that of a machine without power, and others wait for its locks.
    await connection.query(`SET SESSION wait_timeout = ${SILENT_SECONDS}`);
    this.connectionId = connection.threadId;
  }

  /** A connection that only this side knows to be gone would hold its locks until the server notices. */
  private async endAtServer(connectionId: number | null): Promise<void> {
    for (const name of ['alone', 'duty']) {
      if (connectionId === null || (await this.ask('IS_USED_LOCK(?)', name)) !== connectionId) continue;
      await this.connection?.query('KILL ?', [connectionId]).catch(() => undefined);
      await pause(END_MS);
    }
  }

  private drop(): void {
    if (this.connection === null) return;
    this.connection.destroy();
    this.connection = null;
    this.hasDuty = false;
    this.log.warn({}, 'the connection that holds the locks of this process is gone');
  }

  private async ask(expression: string, name: string, timeout = ANSWER_MS): Promise<number | null> {
    if (this.connection === null) throw new Error('no connection');
    const sql = `SELECT ${expression} AS answer`;
    const [rows] = await this.connection.query<RowDataPacket[]>({ sql, timeout }, [`${this.prefix}/${name}`]);
    const answer: unknown = rows[0]?.['answer'];
    return answer === null || answer === undefined ? null : Number(answer);
  }
}

function cannotStart(): StartRefusal {
  return new StartRefusal(
    '另一个安全力进程正在启动或升级数据库，等待已超时。请稍后再试。',
    'Another process has been starting, or migrating the database, for too long. Try again later.',
  );
}

function othersAreThere(): StartRefusal {
  return new StartRefusal(
    '已有其他安全力进程在使用这个数据库。多个进程同时运行时，每个进程都必须设置同一个 REDIS_URL。',
    'Other servers use this database already. Several servers at once all need the same REDIS_URL.',
  );
}

function oneIsAlone(): StartRefusal {
  return new StartRefusal(
    '已有一个没有设置 REDIS_URL 的安全力进程在使用这个数据库，或进程数已达上限。请先停止它，再让所有进程使用同一个 REDIS_URL。',
    `A server without REDIS_URL uses this database already, or ${NODES} servers do. Stop it, and give all servers the same REDIS_URL.`,
  );
}
