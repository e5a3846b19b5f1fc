import type * as Driver from '@redis/client';
import { errorCode } from '../errors/error-code.js';
import { StartRefusal } from '../errors/start-refusal.js';
import type { Log } from '../logging/log.js';

/** Redis answers within a millisecond, or it does not answer. */
const COMMAND_MS = 1_000;
const CONNECT_MS = 3_000;
/** A connection over which nothing has come for so long is a dead one. */
const SILENT_MS = 4_000;
const PING_MS = 1_000;
const RETRY_MS = 500;

export type RedisClient = ReturnType<typeof clientOf>;

/** Two connections: one that is asked, and one that listens. Both come back by themselves. */
export class RedisConnection {
  private constructor(
    readonly asking: RedisClient,
    readonly listening: RedisClient,
  ) {}

  /** Throws StartRefusal when Redis does not answer: a server that is one of several cannot begin without. */
  static async open(url: string, log: Log): Promise<RedisConnection> {
    // Five hundred files, which a server without Redis does not load.
    const driver = await import('@redis/client');
    await probe(driver, url);
    const [asking, listening] = [clientOf(driver, url), clientOf(driver, url)];
    for (const [client, name] of [
      [asking, 'asking'],
      [listening, 'listening'],
    ] as const) {
      let isDown = false;
      client.on('error', (error: unknown) => {
        if (!isDown) log.error({ code: errorCode(error), connection: name }, 'Redis does not answer');
        isDown = true;
      });
      client.on('ready', () => {
        if (isDown) log.warn({ connection: name }, 'Redis answers again');
        isDown = false;
      });
    }
    await Promise.all([asking.connect(), listening.connect()]);
    return new RedisConnection(asking, listening);
  }

  async close(): Promise<void> {
    this.asking.destroy();
    this.listening.destroy();
    return Promise.resolve();
  }
}

function clientOf({ createClient }: typeof Driver, url: string) {
  return createClient({
    url,
    // What cannot be said now is not worth saying later.
    disableOfflineQueue: true,
    commandOptions: { timeout: COMMAND_MS },
    pingInterval: PING_MS,
    socket: { connectTimeout: CONNECT_MS, socketTimeout: SILENT_MS, reconnectStrategy: RETRY_MS },
  });
}

async function probe({ createClient }: typeof Driver, url: string): Promise<void> {
  const client = createClient({ url, socket: { connectTimeout: CONNECT_MS, reconnectStrategy: false } });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.ping();
  } catch (error) {
    const { host } = new URL(url);
    const code = errorCode(error) ?? (error instanceof Error ? error.message.slice(0, 60) : 'unknown');
    throw new StartRefusal(
      `连接不上 Redis ${host}（${code}）。请检查 Redis 是否已启动，以及 REDIS_URL 是否正确；只运行一个服务进程时不需要 REDIS_URL。`,
      `Redis at ${host} does not answer (${code}). Check that it runs and that REDIS_URL is right; a single server needs no REDIS_URL.`,
    );
  } finally {
    client.destroy();
  }
}
