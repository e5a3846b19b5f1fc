import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, rename, rm, stat } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import path from 'node:path';
import mysql from 'mysql2/promise';
import { freePort } from './free-port.js';
import { tempDir } from './temp-dir.js';
import { until } from './until.js';

const SERVER = ['/usr/sbin/mariadbd', '/usr/bin/mariadbd', '/usr/local/bin/mariadbd'].find(existsSync);
const INSTALL = ['/usr/bin/mariadb-install-db', '/usr/local/bin/mariadb-install-db'].find(existsSync);

export interface Mariadb {
  /** A fresh, empty database; URL as DATABASE_URL takes it. */
  createDatabase(): Promise<string>;
  /** Of the running server. */
  pid(): number | null;
  /** Ends the server as a crash would; `start` brings it back on the same port with the same data. */
  kill(): Promise<void>;
  start(): Promise<void>;
  /** Ends it and removes its files. */
  remove(): Promise<void>;
}

export interface MariadbOptions {
  readonly isolation?: 'READ-COMMITTED' | 'REPEATABLE-READ';
  readonly bufferPoolMb?: number;
  readonly logFileMb?: number;
}

/** Can suites for MariaDB run here? Where they must (CI=true) a missing binary is an error, elsewhere a loud word. */
export function hasMariadb(): boolean {
  const isThere = SERVER !== undefined && INSTALL !== undefined;
  if (!isThere && process.env['CI'] === 'true') {
    throw new Error('mariadbd and mariadb-install-db are needed: install mariadb-server');
  }
  if (!isThere) {
    process.stderr.write(
      '\n*** No mariadbd here: everything about MariaDB is SKIPPED. Install mariadb-server to run it. ***\n',
    );
  }
  return isThere;
}

const INSTALL_TRIES = 3;
const LOG_MB = 16;

/** Makes the tables of a server; on a machine under load the tool fails now and then, and a clean beginning helps. */
async function install(data: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    await rm(data, { recursive: true, force: true });
    await mkdir(data);
    try {
      const options = [
        '--auth-root-authentication-method=normal',
        '--skip-test-db',
        `--innodb-log-file-size=${LOG_MB}M`,
      ];
      execFileSync(INSTALL ?? '', [...ownOptions(data), ...options], { stdio: 'ignore' });
      return;
    } catch (error) {
      if (attempt === INSTALL_TRIES) throw error;
    }
  }
}

/** The files of a new server: made once for this machine and this binary, then copied, which takes a twentieth of the time. */
async function newFiles(data: string): Promise<void> {
  const { size, mtimeMs } = await stat(SERVER ?? '');
  const made = path.join(tmpdir(), `anquanli-mariadb-${userInfo().username}-${size}-${Math.round(mtimeMs)}`);
  if (!existsSync(made)) {
    const { dir, remove } = await tempDir();
    await install(path.join(dir, 'data'));
    // Whole or not at all; another suite may have been quicker.
    await rename(path.join(dir, 'data'), made).catch((error: unknown) => {
      if (!existsSync(made)) throw error;
    });
    await remove();
  }
  await cp(made, data, { recursive: true });
}

function ownOptions(data: string): string[] {
  return ['--no-defaults', `--datadir=${data}`, `--user=${userInfo().username}`];
}

/** A private server with its own files, port and socket, open to 127.0.0.1 alone. */
export async function startMariadb(wanted: MariadbOptions = {}): Promise<Mariadb> {
  const { isolation = 'REPEATABLE-READ', bufferPoolMb = 64, logFileMb = LOG_MB } = wanted;
  if (SERVER === undefined || INSTALL === undefined) {
    throw new Error('mariadbd is missing; ask hasMariadb() first');
  }
  const binary = SERVER;
  const { dir, remove } = await tempDir();
  const data = path.join(dir, 'data');
  await newFiles(data);
  const port = await freePort();
  // Each removes what it finds of temporary tables when it starts: a folder that several share loses those of the others.
  const scratch = path.join(dir, 'tmp');
  await mkdir(scratch);
  const options = [
    ...ownOptions(data),
    `--tmpdir=${scratch}`,
    `--port=${port}`,
    `--socket=${path.join(dir, 'm.sock')}`,
    `--pid-file=${path.join(dir, 'm.pid')}`,
    '--bind-address=127.0.0.1',
    // Several servers side by side use up what the kernel has of it.
    '--innodb-use-native-aio=0',
    `--transaction-isolation=${isolation}`,
    `--innodb-buffer-pool-size=${bufferPoolMb}M`,
    `--innodb-log-file-size=${logFileMb}M`,
  ];
  const address = { host: '127.0.0.1', port, user: 'root' };
  let server: ChildProcess | null = null;
  let databases = 0;

  const start = async (): Promise<void> => {
    const started = spawn(binary, options, { stdio: 'ignore' });
    server = started;
    // A test run that breaks off must not leave a database behind.
    process.once('exit', () => started.kill('SIGKILL'));
    await until(async () => {
      const connection = await mysql.createConnection(address);
      await connection.end();
      return true;
    }, 60_000);
  };
  const kill = async (): Promise<void> => {
    const running = server;
    server = null;
    if (running !== null && running.exitCode === null) {
      const gone = new Promise((resolve) => running.once('exit', resolve));
      running.kill('SIGKILL');
      await gone;
    }
  };
  await start();
  return {
    async createDatabase() {
      databases += 1;
      const name = `anquanli_${databases}`;
      const connection = await mysql.createConnection(address);
      await connection.query(`CREATE DATABASE ${name}`);
      await connection.end();
      return `mysql://root@127.0.0.1:${port}/${name}`;
    },
    pid: () => server?.pid ?? null,
    kill,
    start,
    async remove() {
      await kill();
      await remove();
    },
  };
}
