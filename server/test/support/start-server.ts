import { FakeClock } from './fake-clock.js';
import { type Clock } from '../../src/platform/clock/clock.js';
import type { Config } from '../../src/platform/config/config.js';
import { createLog } from '../../src/platform/logging/log.js';
import { type RunningServer, startServer } from '../../src/server.js';
import { aConfig } from './a-config.js';
import { Browser } from './browser.js';
import { aQuestionSet, writeReleases } from './releases.js';
import { tempDir } from './temp-dir.js';

export interface TestServer extends RunningServer {
  readonly origin: string;
  readonly config: Config;
  /** A browser of its own: cookies, Origin, nothing signed in. */
  browser(): Browser;
  /** A browser in which the first admin has just been set up. Once per server. */
  setUpAdmin(name?: string, password?: string): Promise<Browser>;
  /** Stops the server and removes its folder. */
  remove(): Promise<void>;
}

export interface TestServerOptions {
  readonly clock?: Clock;
  readonly config?: Partial<Config>;
  /** Prepares the data folder before the start; default: one small question set. */
  readonly prepare?: (config: Config) => Promise<void>;
}

export const ADMIN = { name: '王安全', password: 'gas-test-before-entry' };

/** The whole server in this process, on a free port, with a data folder of its own. */
export async function startTestServer(options: TestServerOptions = {}): Promise<TestServer> {
  const { dir, remove } = await tempDir();
  const config = aConfig(dir, options.config);
  await (options.prepare ?? withOneSet)(config);
  const server = await startServer({
    config,
    log: createLog(config.logLevel),
    clock: options.clock ?? new FakeClock(),
  });
  const origin = `http://127.0.0.1:${server.port}`;
  return {
    ...server,
    origin,
    config,
    browser: () => new Browser(origin),
    async setUpAdmin(name = ADMIN.name, password = ADMIN.password) {
      const browser = new Browser(origin);
      await browser.post('/api/setup', { token: server.setupToken, name, password });
      return browser;
    },
    async remove() {
      await server.stop();
      await remove();
    },
  };
}

async function withOneSet({ releasesDir }: Config): Promise<void> {
  await writeReleases(releasesDir, [aQuestionSet()]);
}
