import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Child } from './child.js';
import { COMMIT_MS_SETTING } from './slow-disk.js';
import { type ReadRows, mysqlRows, sqliteRows } from './read-rows.js';

/** `load-tests/dist/src/server/` is four folders below the product's. */
const PRODUCT_DIR = fileURLToPath(new URL('../../../..', import.meta.url));
const SERVER_DIR = join(PRODUCT_DIR, 'server', 'dist');
const MAIN_FILE = join(SERVER_DIR, 'src', 'main.js');
/** A private MariaDB. */
const MARIADB_FILE = join(SERVER_DIR, 'test', 'support', 'mariadb-for-load.js');
/** A private Redis. */
const REDIS_FILE = join(SERVER_DIR, 'test', 'support', 'redis-for-load.js');
/** The same server with a clock that can be set. */
export const AT_A_DATE_FILE = join(SERVER_DIR, 'test', 'support', 'server-at-a-date.js');

const SLOW_DISK_FILE = new URL('./slow-disk.js', import.meta.url).href;

/** Where the released sets are; `ANQUANLI_RELEASES_DIR` moves it for the server and for the verifier alike. */
export const RELEASES_DIR = resolve(
  process.env['ANQUANLI_RELEASES_DIR'] ?? join(PRODUCT_DIR, 'question-bank', 'releases'),
);

/** `ANQUANLI_LOAD_PROFILE` names a folder into which the server writes where its processor time went, as a `.cpuprofile`. */
const PROFILE_DIR = process.env['ANQUANLI_LOAD_PROFILE'];

/** Where the server keeps its rows: SQLite in its data folder, or a MariaDB of this run's own; or two servers with MariaDB and Redis. */
export const TARGETS = ['embedded', 'mysql', 'cluster'] as const;
export type Target = (typeof TARGETS)[number];

const NODES_OF_A_CLUSTER = 2;

/** The product's server in a process and a data folder of its own, or several that are one system; all gone after `stop`, databases too. */
export interface ProductServer {
  /** Of the first process. */
  readonly origin: string;
  /** Of all, the first one first: phones are spread over them. */
  readonly origins: readonly string[];
  /** The one-time token for setting up the first admin. */
  readonly setupToken: string;
  /** Its stored rows. */
  readonly rows: ReadRows;
  /** Its processes. */
  readonly pids: readonly number[];
  /** Process of the database, where that is one of its own. */
  readonly databasePid: number | null;
  /** What it has printed of late. */
  printed(): string;
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
  /** Arguments for Node itself. */
  readonly nodeArgs?: readonly string[];
  /** So much longer takes every commit; 0 when left out. */
  readonly slowDiskMs?: number;
}

/** Starts the built server on free ports of the loopback, with nothing stored. */
export async function startProductServer(options: ProductServerOptions): Promise<ProductServer> {
  const { target, file, env, nodeArgs } = withDisk(options);
  const running: { stop(): Promise<unknown> }[] = [];
  const stop = async () => {
    for (const each of running.splice(0).reverse()) await each.stop();
  };
  const begun = <Each extends { stop(): Promise<unknown> }>(each: Each): Each => {
    running.push(each);
    return each;
  };
  try {
    const database = target === 'embedded' ? null : await startMariadb(begun);
    const redis = target === 'cluster' ? await startRedis(begun) : null;
    const settings = { ...(database && { DATABASE_URL: database.url }), ...(redis && { REDIS_URL: redis }), ...env };
    const nodes: ServerNode[] = [];
    for (let no = 1; no <= (target === 'cluster' ? NODES_OF_A_CLUSTER : 1); no += 1)
      nodes.push(await startNode({ file, env: settings, nodeArgs }, begun));
    const [first] = nodes;
    // Of several links the one that was printed last counts.
    const last = nodes.at(-1);
    if (first === undefined || last === undefined) throw new Error('no server was started');
    return {
      ...{ origin: first.origin, origins: nodes.map(({ origin }) => origin), setupToken: last.setupToken },
      rows: database === null ? sqliteRows(join(first.dataDir, 'anquanli.sqlite')) : mysqlRows(database.url),
      ...{ pids: nodes.map(({ child }) => child.pid), databasePid: database?.pid ?? null },
      printed: () => nodes.map(({ child }) => child.output).join('\n'),
      setClock: async (at) => void (await Promise.all(nodes.map(({ child }) => setClock(child, at)))),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The slow disk is a file that Node loads before the program. */
function withDisk({ slowDiskMs = 0, env = {}, nodeArgs = [], target, file }: ProductServerOptions) {
  if (slowDiskMs === 0) return { target, file, env, nodeArgs };
  const slow = { [COMMIT_MS_SETTING]: String(slowDiskMs) };
  return { target, file, env: { ...env, ...slow }, nodeArgs: [...nodeArgs, '--import', SLOW_DISK_FILE] };
}

type Begun = <Each extends { stop(): Promise<unknown> }>(each: Each) => Each;

async function startMariadb(begun: Begun): Promise<{ url: string; pid: number }> {
  const child = begun(new Child(MARIADB_FILE, [], { cwd: tmpdir(), env: { PATH: process.env['PATH'] } }));
  const [, pid, url] = await child.printed((output) => /^ready (\d+) (\S+)$/m.exec(output));
  if (pid === undefined || url === undefined) throw new Error('MariaDB told no address');
  return { url, pid: Number(pid) };
}

async function startRedis(begun: Begun): Promise<string> {
  const child = begun(new Child(REDIS_FILE, [], { cwd: tmpdir(), env: { PATH: process.env['PATH'] } }));
  const [, url] = await child.printed((output) => /^ready (\S+)$/m.exec(output));
  if (url === undefined) throw new Error('Redis told no address');
  return url;
}

interface ServerNode {
  readonly origin: string;
  readonly setupToken: string;
  readonly child: Child;
  readonly dataDir: string;
}

async function startNode(
  {
    file = MAIN_FILE,
    env,
    nodeArgs: own,
  }: { file: string | undefined; env: NodeJS.ProcessEnv; nodeArgs: readonly string[] },
  begun: Begun,
): Promise<ServerNode> {
  const dataDir = mkdtempSync(join(tmpdir(), 'anquanli-load-'));
  const removeData = () => rmSync(dataDir, { recursive: true, force: true });
  // Also when the run is cut short.
  process.once('exit', removeData);
  const profiling = PROFILE_DIR === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${resolve(PROFILE_DIR)}`];
  const nodeArgs = [...profiling, ...own];
  const child = new Child(file, [], { cwd: dataDir, env: { ...environment(dataDir), ...env }, nodeArgs });
  begun({
    async stop() {
      await child.stop();
      process.off('exit', removeData);
      removeData();
    },
  });
  const [, port, setupToken] = await child.printed((output) => /:(\d+)\/setup#(\w+)/.exec(output));
  if (port === undefined || setupToken === undefined) throw new Error('The set-up link has no port or token');
  return { origin: `http://127.0.0.1:${port}`, setupToken, child, dataDir };
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
