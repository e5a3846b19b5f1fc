import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Child } from './child.js';
import { SERVER_DIR } from './folders.js';

/** A database server of the run's own. It comes back on the same port with the same rows. */
export interface DatabasePart {
  readonly url: string;
  readonly pid: number;
  kill(): Promise<void>;
  start(): Promise<void>;
  /** Goes on listening without ever answering, until `resume`. */
  pause(): Promise<void>;
  resume(): Promise<void>;
}

/** A Redis of the run's own. It comes back on the same port, empty. */
export interface RedisPart {
  readonly url: string;
  kill(): Promise<void>;
  start(): Promise<void>;
  flush(): Promise<void>;
}

/** A disk of the run's own, small enough to be filled in a moment. */
export interface DiskPart {
  readonly dir: string;
  /** Takes every byte that is left. */
  fill(): Promise<void>;
  free(): Promise<void>;
}

/** The machine does not let this run do what it needs; the message says what is missing. */
export class NotPossibleHere extends Error {
  override readonly name = 'NotPossibleHere';
}

/** Notes what has to be stopped at the end. */
export type Begun = <Each extends { stop(): Promise<unknown> }>(each: Each) => Each;

export async function startMariadb(begun: Begun): Promise<DatabasePart> {
  const child = begun(beside('mariadb-for-load.js'));
  const [, pid, url] = await child.printed((output) => /^ready (\d+) (\S+)$/m.exec(output));
  if (pid === undefined || url === undefined) throw new Error('MariaDB told no address');
  const order = (word: string) => () => child.order(word);
  return {
    ...{ url, pid: Number(pid), kill: order('kill'), start: order('start') },
    ...{ pause: order('pause'), resume: order('resume') },
  };
}

export async function startRedis(begun: Begun): Promise<RedisPart> {
  const child = begun(beside('redis-for-load.js'));
  const [, url] = await child.printed((output) => /^ready (\S+)$/m.exec(output));
  if (url === undefined) throw new Error('Redis told no address');
  const order = (word: string) => () => child.order(word);
  return { url, kill: order('kill'), start: order('start'), flush: order('flush') };
}

/** Throws {@link NotPossibleHere} where nobody may mount. */
export async function mountDisk(begun: Begun): Promise<DiskPart> {
  const child = begun(beside('small-disk-for-load.js'));
  const [, dir] = await child.printed((output) => /^(?:ready (\S+)|none)$/m.exec(output));
  if (dir === undefined) throw new NotPossibleHere('no tmpfs can be mounted here; run as root on Linux');
  const order = (word: string) => () => child.order(word);
  return { dir, fill: order('fill'), free: order('free') };
}

/** A program of the server's tests that runs beside it. */
function beside(file: string): Child {
  return new Child(join(SERVER_DIR, 'test', 'support', file), [], {
    cwd: tmpdir(),
    env: { PATH: process.env['PATH'] },
  });
}
