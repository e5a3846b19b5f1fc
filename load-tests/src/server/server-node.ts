import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { callJson } from '../bots/http-json.js';
import { Child } from './child.js';
import { RELEASES_DIR, SERVER_DIR } from './folders.js';

const MAIN_FILE = join(SERVER_DIR, 'src', 'main.js');
/** `ANQUANLI_LOAD_PROFILE` names a folder into which the server writes where its processor time went, as a `.cpuprofile`. */
const PROFILE_DIR = process.env['ANQUANLI_LOAD_PROFILE'];
const READY_PATIENCE_MS = 60_000;

export interface NodeOptions {
  /** The program; the real one when left out. */
  readonly file?: string | undefined;
  /** Settings beside the usual ones. */
  readonly env: NodeJS.ProcessEnv;
  /** Arguments for Node itself. */
  readonly nodeArgs: readonly string[];
  /** Where it keeps its data; a folder of its own, removed at the end, when left out. */
  readonly dataDir?: string | undefined;
}

/** One process of the server. Killed, it can be started anew on the same port and data folder. */
export class ServerNode {
  readonly dataDir: string;
  private child: Child;
  private port = 0;
  private token = '';
  private printedBefore = '';
  private readonly removeData: () => void;

  constructor(private readonly options: NodeOptions) {
    const { dataDir } = options;
    this.dataDir = dataDir ?? mkdtempSync(join(tmpdir(), 'anquanli-load-'));
    this.removeData =
      dataDir === undefined ? () => rmSync(this.dataDir, { recursive: true, force: true }) : () => undefined;
    // Also when the run is cut short.
    process.once('exit', this.removeData);
    this.child = this.launch();
  }

  get origin(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** The one-time token for setting up the first admin, as the first start printed it. */
  get setupToken(): string {
    return this.token;
  }

  get pid(): number {
    return this.child.pid;
  }

  /** What it has printed of late. */
  get output(): string {
    return this.printedBefore + this.child.output;
  }

  /** Comes back when it listens for the first time. */
  async begun(): Promise<this> {
    const [, port, token] = await this.child.printed((output) => /:(\d+)\/setup#(\w+)/.exec(output));
    if (port === undefined || token === undefined) throw new Error('The set-up link has no port or token');
    [this.port, this.token] = [Number(port), token];
    return this;
  }

  /** Ends it without a word, as a crash does. */
  kill(): Promise<void> {
    return this.child.kill();
  }

  /** Starts it anew; comes back when it is ready for phones. */
  async start(): Promise<void> {
    this.printedBefore = this.output;
    this.child = this.launch();
    const until = performance.now() + READY_PATIENCE_MS;
    while (!(await this.isReady())) {
      if (performance.now() > until) throw new Error(`The server is not ready:\n${this.child.output}`);
      await new Promise((done) => setTimeout(done, 20));
    }
  }

  async setClock(at: number): Promise<void> {
    const before = this.child.output.length;
    this.child.say(`clock ${at}`);
    await this.child.printed((output) => (output.slice(before).includes('clock') ? true : null));
  }

  async stop(): Promise<void> {
    await this.child.stop();
    process.off('exit', this.removeData);
    this.removeData();
  }

  private async isReady(): Promise<boolean> {
    try {
      return (await callJson({ method: 'GET', url: `${this.origin}/api/health/ready` })).status === 200;
    } catch {
      return false;
    }
  }

  private launch(): Child {
    const profiling = PROFILE_DIR === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${resolve(PROFILE_DIR)}`];
    const nodeArgs = [...profiling, ...this.options.nodeArgs];
    const env = { ...environment(this.dataDir), PORT: String(this.port), ...this.options.env };
    return new Child(this.options.file ?? MAIN_FILE, [], { cwd: tmpdir(), env, nodeArgs });
  }
}

/** Only what the server must know: settings of the shell it was started from would make another server. */
function environment(dataDir: string): NodeJS.ProcessEnv {
  return {
    PATH: process.env['PATH'],
    NODE_ENV: 'production',
    HOST: '127.0.0.1',
    DATA_DIR: dataDir,
    LOG_LEVEL: 'warn',
    ANQUANLI_RELEASES_DIR: RELEASES_DIR,
  };
}
