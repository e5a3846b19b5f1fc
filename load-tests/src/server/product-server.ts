import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Child } from './child.js';

/** `load-tests/dist/src/server/` is four folders below the product's. */
const PRODUCT_DIR = fileURLToPath(new URL('../../../..', import.meta.url));
const SERVER_DIR = join(PRODUCT_DIR, 'server', 'dist');
const MAIN_FILE = join(SERVER_DIR, 'src', 'main.js');
/** The same server with a clock that can be set. */
export const AT_A_DATE_FILE = join(SERVER_DIR, 'test', 'support', 'server-at-a-date.js');

/** Where the released sets are; `ANQUANLI_RELEASES_DIR` moves it for the server and for the verifier alike. */
export const RELEASES_DIR = resolve(
  process.env['ANQUANLI_RELEASES_DIR'] ?? join(PRODUCT_DIR, 'question-bank', 'releases'),
);

/** `ANQUANLI_LOAD_PROFILE` names a folder into which the server writes where its processor time went, as a `.cpuprofile`. */
const PROFILE_DIR = process.env['ANQUANLI_LOAD_PROFILE'];

/** The product's server in a process and a data folder of its own, both gone after `stop`. */
export interface ProductServer {
  readonly origin: string;
  /** The one-time token for setting up the first admin. */
  readonly setupToken: string;
  readonly databaseFile: string;
  readonly child: Child;
  stop(): Promise<void>;
}

/** Starts the built server on a free port of the loopback, with an empty SQLite file. `more` are settings beside the usual ones. */
export async function startProductServer(file = MAIN_FILE, more: NodeJS.ProcessEnv = {}): Promise<ProductServer> {
  const dataDir = mkdtempSync(join(tmpdir(), 'anquanli-load-'));
  const removeData = () => rmSync(dataDir, { recursive: true, force: true });
  // Also when the run is cut short.
  process.once('exit', removeData);
  const nodeArgs = PROFILE_DIR === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${resolve(PROFILE_DIR)}`];
  const child = new Child(file, [], { cwd: dataDir, env: { ...environment(dataDir), ...more }, nodeArgs });
  const stop = async () => {
    await child.stop();
    process.off('exit', removeData);
    removeData();
  };
  try {
    const [, port, setupToken] = await child.printed((output) => /:(\d+)\/setup#(\w+)/.exec(output));
    if (port === undefined || setupToken === undefined) throw new Error('The set-up link has no port or token');
    const databaseFile = join(dataDir, 'anquanli.sqlite');
    return { origin: `http://127.0.0.1:${port}`, setupToken, databaseFile, child, stop };
  } catch (error) {
    await stop();
    throw error;
  }
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
