import path from 'node:path';
import { Browser } from './browser.js';
import { type Mariadb, startMariadb } from './mariadb.js';
import { type Redis, startRedis } from './redis.js';
import { aQuestionSet, writeReleases } from './releases.js';
import { type ServerProcess, startServerProcess } from './server-process.js';
import { tempDir } from './temp-dir.js';

/** Two server processes that are one system, on a database and a Redis of their own. */
export interface TwoNodes {
  readonly a: ServerProcess;
  readonly b: ServerProcess;
  readonly mariadb: Mariadb;
  readonly redis: Redis;
  readonly databaseUrl: string;
  /** Signed in as the first admin, at each node. */
  readonly deskA: Browser;
  readonly deskB: Browser;
  /** Ends the second node and begins it anew on its port. */
  restartB(signal: 'SIGKILL' | 'SIGTERM'): Promise<void>;
  /** The second node again, after it was ended. */
  startB(): Promise<void>;
  /** What both need, for one more process. */
  env(name: string): Record<string, string>;
  remove(): Promise<void>;
}

/** Call `buildServer` first. */
export async function startTwoNodes(): Promise<TwoNodes> {
  const { dir, remove } = await tempDir();
  const releases = path.join(dir, 'releases');
  await writeReleases(releases, [aQuestionSet()]);
  const [mariadb, redis] = await Promise.all([startMariadb(), startRedis()]);
  const databaseUrl = await mariadb.createDatabase();
  const env = (name: string) => ({
    DATA_DIR: path.join(dir, name),
    ...{ DATABASE_URL: databaseUrl, REDIS_URL: redis.url, ANQUANLI_RELEASES_DIR: releases },
  });
  const a = await startServerProcess(env('a'));
  let b = await startServerProcess(env('b'));
  // The link that was printed last counts, at whatever node it is opened.
  const deskA = new Browser(a.origin);
  const token = b.setupToken();
  const { status } = await deskA.post('/api/setup', { token, name: '王安全', password: 'gas-test-before-entry' });
  if (status !== 200) throw new Error(`setting up: ${status}`);
  const deskB = new Browser(b.origin);
  deskB.cookie = deskA.cookie;
  const startB = async (): Promise<void> => {
    b = await startServerProcess({ ...env('b'), PORT: String(b.port) });
  };
  return {
    ...{ a, mariadb, redis, databaseUrl, deskA, deskB, env, startB },
    get b() {
      return b;
    },
    async restartB(signal) {
      await b.end(signal);
      await startB();
    },
    async remove() {
      await Promise.all([a.end('SIGKILL'), b.end('SIGKILL')]);
      await Promise.all([mariadb.remove(), redis.remove()]);
      await remove();
    },
  };
}
