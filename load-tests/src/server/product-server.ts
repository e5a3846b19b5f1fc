import { join } from 'node:path';
import { SERVER_DIR } from './folders.js';
import {
  type Begun,
  type DatabasePart,
  type DiskPart,
  mountDisk,
  type RedisPart,
  startMariadb,
  startRedis,
} from './parts.js';
import { type ReadRows, mysqlRows, sqliteRows } from './read-rows.js';
import { ServerNode } from './server-node.js';
import { COMMIT_MS_SETTING } from './slow-disk.js';

export { RELEASES_DIR } from './folders.js';

/** The same server with a clock that can be set. */
export const AT_A_DATE_FILE = join(SERVER_DIR, 'test', 'support', 'server-at-a-date.js');

const SLOW_DISK_FILE = new URL('./slow-disk.js', import.meta.url).href;

/** Where the server keeps its rows: SQLite in its data folder, or a MariaDB of this run's own; or two servers with MariaDB and Redis. */
export const TARGETS = ['embedded', 'mysql', 'cluster'] as const;
export type Target = (typeof TARGETS)[number];

/** Where its rows are: for those who write some past it. */
export type StoredIn =
  { readonly engine: 'sqlite'; readonly file: string } | { readonly engine: 'mysql'; readonly url: string };

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
  readonly storedIn: StoredIn;
  /** Its processes. */
  readonly pids: readonly number[];
  /** Process of the database, where that is one of its own. */
  readonly databasePid: number | null;
  /** What may be killed, stopped, and started again. */
  readonly parts: ServerParts;
  /** What it has printed of late. */
  printed(): string;
  /** Sets its clock to an instant, epoch ms; only of {@link AT_A_DATE_FILE}. */
  setClock(at: number): Promise<void>;
  stop(): Promise<void>;
}

export interface ServerParts {
  readonly nodes: readonly ServerNode[];
  readonly database: DatabasePart | null;
  readonly redis: RedisPart | null;
  /** Where its data folder is on a disk of its own. */
  readonly disk: DiskPart | null;
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
  /** Servers of a cluster; two when left out. One stands behind Redis as several would. */
  readonly clusterNodes?: number;
  /** Its data on a small disk that can be filled; for one node. */
  readonly isOnSmallDisk?: boolean;
}

/** Starts the built server on free ports of the loopback, with nothing stored. */
export async function startProductServer(options: ProductServerOptions): Promise<ProductServer> {
  const running: { stop(): Promise<unknown> }[] = [];
  const stop = async () => {
    for (const each of running.splice(0).reverse()) await each.stop();
  };
  const begun: Begun = (each) => {
    running.push(each);
    return each;
  };
  try {
    const parts = await startParts(withDisk(options), begun);
    const { nodes, database } = parts;
    const [first] = nodes;
    // Of several links the one that was printed last counts.
    const last = nodes.at(-1);
    if (first === undefined || last === undefined) throw new Error('no server was started');
    return {
      ...{ origin: first.origin, origins: nodes.map(({ origin }) => origin), setupToken: last.setupToken, parts },
      ...storedRows(first, database),
      ...{ pids: nodes.map(({ pid }) => pid), databasePid: database?.pid ?? null },
      printed: () => nodes.map(({ output }) => output).join('\n'),
      setClock: async (at) => void (await Promise.all(nodes.map((node) => node.setClock(at)))),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

function storedRows(node: ServerNode, database: DatabasePart | null): Pick<ProductServer, 'rows' | 'storedIn'> {
  if (database !== null) return { rows: mysqlRows(database.url), storedIn: { engine: 'mysql', url: database.url } };
  const file = sqliteFileOf(node);
  return { rows: sqliteRows(file), storedIn: { engine: 'sqlite', file } };
}

export function sqliteFileOf({ dataDir }: Pick<ServerNode, 'dataDir'>): string {
  return join(dataDir, 'anquanli.sqlite');
}

/** The slow disk is a file that Node loads before the program. */
function withDisk(options: ProductServerOptions): ProductServerOptions {
  const { slowDiskMs = 0, env = {}, nodeArgs = [] } = options;
  if (slowDiskMs === 0) return options;
  const slow = { [COMMIT_MS_SETTING]: String(slowDiskMs) };
  return { ...options, env: { ...env, ...slow }, nodeArgs: [...nodeArgs, '--import', SLOW_DISK_FILE] };
}

async function startParts(
  { target, file, env = {}, nodeArgs = [], isOnSmallDisk = false, clusterNodes = 2 }: ProductServerOptions,
  begun: Begun,
): Promise<ServerParts> {
  const database = target === 'embedded' ? null : await startMariadb(begun);
  const redis = target === 'cluster' ? await startRedis(begun) : null;
  const disk = isOnSmallDisk ? await mountDisk(begun) : null;
  const settings = { ...(database && { DATABASE_URL: database.url }), ...(redis && { REDIS_URL: redis.url }), ...env };
  const nodes: ServerNode[] = [];
  for (let no = 1; no <= (target === 'cluster' ? clusterNodes : 1); no += 1) {
    const dataDir = disk === null ? undefined : join(disk.dir, 'data');
    nodes.push(await begun(new ServerNode({ file, env: settings, nodeArgs, dataDir })).begun());
  }
  return { nodes, database, redis, disk };
}
