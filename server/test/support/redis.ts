import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createClient } from '@redis/client';
import { freePort } from './free-port.js';
import { tempDir } from './temp-dir.js';
import { until } from './until.js';

const SERVER = ['/usr/bin/redis-server', '/usr/local/bin/redis-server'].find(existsSync);

export interface Redis {
  /** As REDIS_URL takes it. */
  readonly url: string;
  /** Ends the server as a crash would; `start` brings it back on the same port, empty. */
  kill(): Promise<void>;
  start(): Promise<void>;
  /** Forgets everything it keeps. */
  flush(): Promise<void>;
  /** Goes on listening without ever answering, until `resume`. */
  pause(): void;
  resume(): void;
  /** Ends it and removes its files. */
  remove(): Promise<void>;
}

/** Can suites for Redis run here? Where they must (CI=true) a missing binary is an error, elsewhere a loud word. */
export function hasRedis(): boolean {
  if (SERVER === undefined && process.env['CI'] === 'true')
    throw new Error('redis-server is needed: install redis-server');
  if (SERVER === undefined) {
    process.stderr.write(
      '\n*** No redis-server here: everything about several nodes is SKIPPED. Install redis-server to run it. ***\n',
    );
  }
  return SERVER !== undefined;
}

type Client = ReturnType<typeof clientOf>;

function clientOf(url: string) {
  return createClient({ url, socket: { reconnectStrategy: false } });
}

/** A private server with its own folder and port, open to 127.0.0.1 alone, that keeps nothing on disk. */
export async function startRedis(): Promise<Redis> {
  if (SERVER === undefined) throw new Error('redis-server is missing; ask hasRedis() first');
  const binary = SERVER;
  const { dir, remove } = await tempDir();
  const port = await freePort();
  const url = `redis://127.0.0.1:${port}`;
  const options = ['--port', String(port), '--bind', '127.0.0.1', '--dir', dir, '--save', '', '--appendonly', 'no'];
  let server: ChildProcess | null = null;

  const asked = async (work: (client: Client) => Promise<unknown>): Promise<true> => {
    const client = clientOf(url);
    client.on('error', () => undefined);
    try {
      await client.connect();
      await work(client);
      return true;
    } finally {
      client.destroy();
    }
  };
  const start = async (): Promise<void> => {
    const started = spawn(binary, options, { stdio: 'ignore' });
    server = started;
    // A test run that breaks off must not leave a server behind.
    process.once('exit', () => started.kill('SIGKILL'));
    await until(() => asked((client) => client.ping()).catch(() => false), 30_000);
  };
  const kill = async (): Promise<void> => {
    const running = server;
    server = null;
    if (running === null || running.exitCode !== null) return;
    const gone = new Promise((resolve) => running.once('exit', resolve));
    running.kill('SIGKILL');
    await gone;
  };
  await start();
  return {
    url,
    kill,
    start,
    flush: async () => void (await asked((client) => client.flushAll())),
    pause: () => server?.kill('SIGSTOP'),
    resume: () => server?.kill('SIGCONT'),
    async remove() {
      server?.kill('SIGCONT');
      await kill();
      await remove();
    },
  };
}
