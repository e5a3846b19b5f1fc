import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const ROOT = path.resolve(import.meta.dirname, '..', '..', '..');
const START_MS = 40_000;
const LOGGED_ERROR = '"level":50';

export interface HallServer {
  readonly port: number;
  /** As the browsers know it: plain http on a name that is not localhost. */
  readonly hallUrl: string;
  /** As this process reaches it. */
  readonly localUrl: string;
  /** The one-time token of the link that was printed; null once there is an admin. */
  readonly setupToken: string | null;
  stop(): Promise<void>;
}

/** What the server has to ask: the released bank, or a small set with a question of every kind. */
export type Questions = 'bank' | 'all-kinds';

/** Starts the built server with nothing in its data folder; both are gone after `stop`. */
export async function startHallServer(questions: Questions = 'bank'): Promise<HallServer> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'anquanli-e2e-'));
  const releases = questions === 'bank' ? {} : { ANQUANLI_RELEASES_DIR: await demoReleases(dataDir) };
  const port = await freePort();
  const child = spawn(process.execPath, [path.join(ROOT, 'server', 'dist', 'src', 'main.js')], {
    cwd: ROOT,
    env: { ...process.env, ...releases, DATA_DIR: dataDir, HOST: '127.0.0.1', PORT: String(port), LOG_LEVEL: 'error' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      const text = chunk.toString();
      printed += text;
      if (text.includes(LOGGED_ERROR)) process.stderr.write(text);
    });
  }
  const stop = async () => {
    await end(child);
    await rm(dataDir, { recursive: true, force: true });
  };
  const localUrl = `http://127.0.0.1:${port}`;
  try {
    await listening(child, localUrl, () => printed);
  } catch (error) {
    await stop();
    throw error;
  }
  const setupToken = /\/setup#([0-9a-z]+)/.exec(printed)?.[1] ?? null;
  return { port, hallUrl: `http://hall.test:${port}`, localUrl, setupToken, stop };
}

async function demoReleases(dataDir: string): Promise<string> {
  const folder = path.join(dataDir, 'releases');
  const script = path.join(ROOT, 'server', 'dist', 'test', 'support', 'write-demo-releases.js');
  await promisify(execFile)(process.execPath, [script, folder], { cwd: ROOT });
  return folder;
}

async function listening(child: ChildProcess, localUrl: string, printed: () => string): Promise<void> {
  const deadline = performance.now() + START_MS;
  for (;;) {
    if (child.exitCode !== null) throw new Error(`The server ended:\n${printed()}`);
    const reply = await fetch(`${localUrl}/api/health/ready`).catch(() => null);
    // The banner with the set-up link is printed just after the port opens.
    if (reply?.status === 200 && printed().includes('localhost')) return;
    if (performance.now() > deadline) throw new Error(`The server is not ready after ${START_MS} ms:\n${printed()}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  child.kill('SIGTERM');
  const insist = setTimeout(() => child.kill('SIGKILL'), 5_000);
  await ended;
  clearTimeout(insist);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
