import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Child } from './child.js';
import { type ReadRows, mysqlRows, sqliteRows } from './read-rows.js';

/** `load-tests/dist/src/server/` is four folders below the product's. */
const PRODUCT_DIR = fileURLToPath(new URL('../../../..', import.meta.url));
const SERVER_DIR = join(PRODUCT_DIR, 'server', 'dist');
const MAIN_FILE = join(SERVER_DIR, 'src', 'main.js');
/** A private MariaDB. */
const MARIADB_FILE = join(SERVER_DIR, 'test', 'support', 'mariadb-for-load.js');
/** The same server with a clock that can be set. */
export const AT_A_DATE_FILE = join(SERVER_DIR, 'test', 'support', 'server-at-a-date.js');

/** Where the released sets are; `ANQUANLI_RELEASES_DIR` moves it for the server and for the verifier alike. */
export const RELEASES_DIR = resolve(
  process.env['ANQUANLI_RELEASES_DIR'] ?? join(PRODUCT_DIR, 'question-bank', 'releases'),
);

/** `ANQUANLI_LOAD_PROFILE` names a folder into which the server writes where its processor time went, as a `.cpuprofile`. */
const PROFILE_DIR = process.env['ANQUANLI_LOAD_PROFILE'];

/** Where the server keeps its rows: SQLite in its data folder, or a MariaDB of this run's own. */
export const TARGETS = ['embedded', 'mysql'] as const;
export type Target = (typeof TARGETS)[number];

/** The product's server in a process and a data folder of its own, all gone after `stop`, its database too. */
export interface ProductServer {
  readonly origin: string;
  /** The one-time token for setting up the first admin. */
  readonly setupToken: string;
  /** Its stored rows. */
  readonly rows: ReadRows;
  readonly child: Child;
  /** Process of the database, where that is one of its own. */
  readonly databasePid: number | null;
  /** Sets its clock to an instant, epoch ms; only of {@link AT_A_DATE_FILE}. */
  setClock(at: number): Promise<void>;
  stop(): Promise<void>;
}

export interface ProductServerOptions {
  readonly target: Target;
  /** The program; the real one when left out. */
  readonly file?: string;
  /** Settings beside the usual ones. */
  readonly env?: NodeJS.ProcessEnv;
}

/** Starts the built server on a free port of the loopback, with nothing stored. */
export async function startProductServer({ target, ...options }: ProductServerOptions): Promise<ProductServer> {
  if (target === 'embedded') return startNode({ ...options, database: null });
  const child = new Child(MARIADB_FILE, [], { cwd: tmpdir(), env: { PATH: process.env['PATH'] } });
  try {
    const [, pid, url] = await child.printed((output) => /^ready (\d+) (\S+)$/m.exec(output));
    if (pid === undefined || url === undefined) throw new Error('MariaDB told no address');
    const server = await startNode({ ...options, database: { url, pid: Number(pid) } });
    const stop = async () => {
      await server.stop();
      await child.stop();
    };
    return { ...server, stop };
  } catch (error) {
    await child.stop();
    throw error;
  }
}

interface NodeOptions extends Omit<ProductServerOptions, 'target'> {
  readonly database: { readonly url: string; readonly pid: number } | null;
}

async function startNode({ database, file = MAIN_FILE, env = {} }: NodeOptions): Promise<ProductServer> {
  const dataDir = mkdtempSync(join(tmpdir(), 'anquanli-load-'));
  const removeData = () => rmSync(dataDir, { recursive: true, force: true });
  // Also when the run is cut short.
  process.once('exit', removeData);
  const nodeArgs = PROFILE_DIR === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${resolve(PROFILE_DIR)}`];
  const settings = { ...environment(dataDir), ...(database && { DATABASE_URL: database.url }), ...env };
  const child = new Child(file, [], { cwd: dataDir, env: settings, nodeArgs });
  const stop = async () => {
    await child.stop();
    process.off('exit', removeData);
    removeData();
  };
  try {
    const [, port, setupToken] = await child.printed((output) => /:(\d+)\/setup#(\w+)/.exec(output));
    if (port === undefined || setupToken === undefined) throw new Error('The set-up link has no port or token');
    const rows = database === null ? sqliteRows(join(dataDir, 'anquanli.sqlite')) : mysqlRows(database.url);
    return {
      ...{ origin: `http://127.0.0.1:${port}`, setupToken, rows, child },
      ...{ databasePid: database?.pid ?? null, setClock: (at) => setClock(child, at), stop },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function setClock(child: Child, at: number): Promise<void> {
  const before = child.output.length;
  child.say(`clock ${at}`);
  await child.printed((output) => (output.slice(before).includes('clock') ? true : null));
}

/** Only what the server must know: settings of the shell it was started from would make another server. */
function environment(dataDir: string): NodeJS.ProcessEnv {
  return {
    PATH: process.env['PATH'],
    NODE_ENV: 'production',
    HOST: '127.0.0.1',
    PORT: '0',
    DATA_DIR: dataDir,
    LOG_LEVEL: 'warn',
    ANQUANLI_RELEASES_DIR: RELEASES_DIR,
  };
}
