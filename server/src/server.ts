import path from 'node:path';
import { loadReleases, readReleasedMedium, ReleaseError } from '@anquanli/question-bank/load-release.js';
import { readRegistry } from '@anquanli/question-bank/registry.js';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule, SCHEMA } from './app.module.js';
import { BankSeeder } from './features/bank/sets/bank-seeder.service.js';
import { SetupService } from './features/identity/setup.service.js';
import { ReleaseLoader } from './features/questions/release-loader.service.js';
import type { Clock } from './platform/clock/clock.js';
import { DatabaseClock } from './platform/clock/database-clock.js';
import { joinSystem } from './platform/cluster/system.js';
import type { Config } from './platform/config/config.js';
import { openDatabase } from './platform/database/open-database.js';
import { errorCode } from './platform/errors/error-code.js';
import { StartRefusal } from './platform/errors/start-refusal.js';
import { createHttpApp } from './platform/http/http-app.js';
import { Lifecycle } from './platform/lifecycle/lifecycle.js';
import type { Log } from './platform/logging/log.js';
import { Random } from './platform/random/random.js';
import { SocketAdapter } from './platform/realtime/socket-adapter.js';

/** A hall that scans at once knocks faster than a busy loop opens: with Node's 511 the rest waits for seconds. The kernel may allow less. */
const BACKLOG = 16_384;

export interface ServerParts {
  readonly config: Config;
  readonly log: Log;
  readonly clock: Clock;
  /** Another process has taken the database while this one could not reach it. */
  readonly onLost?: () => void;
}

export interface RunningServer {
  readonly app: NestFastifyApplication;
  /** The port it listens on; another than configured when that was 0. */
  readonly port: number;
  /** For `/setup#…`; null when there is an admin. */
  readonly setupToken: string | null;
  /** Tells sockets, drains, closes. Safe to call twice. */
  stop(): Promise<void>;
}

/** Database, application, question sets, then the port: when it resolves, the server serves. Throws StartRefusal. */
export async function startServer({
  config,
  log,
  clock,
  onLost = () => undefined,
}: ServerParts): Promise<RunningServer> {
  const random = new Random(clock);
  const system = await joinSystem({ config, log, clock, random, onLost });
  const database = await openDatabase(config.database, SCHEMA, () => random.fraction()).catch(
    async (error: unknown) => {
      await system.close();
      throw error;
    },
  );
  const letGo = async (): Promise<void> => {
    if (clock instanceof DatabaseClock) clock.stop();
    await system.close();
    await database.close();
  };
  try {
    if (clock instanceof DatabaseClock) await clock.follow(database, log);
    const app = await createHttpApp(AppModule.on({ config, log, clock, random, database, system }), config, log);
    app.useWebSocketAdapter(new SocketAdapter(app, config.publicUrl));
    await app.init();
    const { releasesDir } = config;
    const sets = await releasesOf(releasesDir);
    await app.get(ReleaseLoader).load(sets, (set, medium) => readReleasedMedium(releasesDir, set.id, medium));
    // What is missing beside the releases is made up from the sets themselves.
    const { registry } = await readRegistry(path.dirname(releasesDir));
    await app.get(BankSeeder).seed(registry, sets);
    const setupToken = await app.get(SetupService).issueToken();
    const port = await listen(app, config);
    await system.started();
    const lifecycle = app.get(Lifecycle);
    lifecycle.markReady();
    const stop = async (): Promise<void> => {
      await lifecycle.stop();
      await app.close();
      await letGo();
    };
    return { app, port, setupToken, stop: once(stop) };
  } catch (error) {
    await letGo();
    throw error;
  }
}

async function releasesOf(folder: string): ReturnType<typeof loadReleases> {
  try {
    return await loadReleases(folder);
  } catch (error) {
    if (error instanceof ReleaseError) {
      throw new StartRefusal('已发布的题库文件有问题，服务未启动：', error.message);
    }
    throw error;
  }
}

async function listen(app: NestFastifyApplication, { port, host }: Config): Promise<number> {
  try {
    await app.listen({ port, host, backlog: BACKLOG });
  } catch (error) {
    throw refusalOfListening(error, port, host);
  }
  const address: unknown = app.getHttpServer().address();
  return typeof address === 'object' && address !== null && 'port' in address ? Number(address.port) : port;
}

function refusalOfListening(error: unknown, port: number, host: string): unknown {
  const code = errorCode(error);
  if (code === 'EADDRINUSE') {
    return new StartRefusal(
      `端口 ${port} 已被其他程序占用。请关闭该程序，或用 PORT 换一个端口，例如 PORT=${port + 1} npm start。`,
      `Port ${port} is taken by another program. Stop it, or choose another port: PORT=${port + 1} npm start.`,
    );
  }
  if (code === 'EACCES' || code === 'EADDRNOTAVAIL') {
    return new StartRefusal(
      `无法在 ${host} 端口 ${port} 上监听（${code}）。请修改 HOST 或 PORT。`,
      `Cannot listen on ${host} port ${port} (${code}). Change HOST or PORT.`,
    );
  }
  return error;
}

function once(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  return () => (running ??= work());
}
