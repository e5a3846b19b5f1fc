import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from './free-port.js';
import { until } from './until.js';

const SERVER_DIR = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const MAIN = path.join(SERVER_DIR, 'dist', 'src', 'main.js');

export interface ServerProcess {
  readonly origin: string;
  readonly port: number;
  readonly pid: number;
  /** All it has printed so far, both streams. */
  output(): string;
  /** The one-time token it has printed; null when there is an admin. */
  setupToken(): string | null;
  /** Sends a signal and waits for the end; gives the exit status, null when killed. */
  end(signal: 'SIGKILL' | 'SIGTERM' | 'SIGINT'): Promise<number | null>;
}

/** Brings the build up to date; the first call of a run may take a while. */
export function buildServer(): void {
  execFileSync(process.execPath, [path.join(SERVER_DIR, 'bin', 'build.mjs'), 'server'], { stdio: 'inherit' });
}

/** Runs a built program of the server with nothing but `env` set, and waits for its end. */
export async function runToEnd(
  program: string,
  args: string[],
  env: Record<string, string>,
): Promise<{ status: number | null; output: string }> {
  const { child, output } = launch(path.join(SERVER_DIR, 'dist', 'src', program), args, env);
  const status = await ended(child);
  return { status, output: output() };
}

/** Starts the real server as the process it is in a hall; ready when it resolves. Call {@link buildServer} first. */
export async function startServerProcess(env: Record<string, string>): Promise<ServerProcess> {
  const port = Number(env['PORT'] ?? (await freePort()));
  const { child, output } = launch(MAIN, [], { HOST: '127.0.0.1', ...env, PORT: String(port) });
  const origin = `http://127.0.0.1:${port}`;
  await until(async () => {
    if (child.exitCode !== null) {
      return 'ended';
    }
    return (await fetch(`${origin}/api/health/ready`)).status === 200 && 'ready';
  }, 30_000);
  if (child.exitCode !== null || child.pid === undefined) {
    throw new Error(`The server did not start:\n${output()}`);
  }
  return {
    origin,
    port,
    pid: child.pid,
    output,
    setupToken: () => /\/setup#([0-9a-z]{32})/.exec(output())?.[1] ?? null,
    end(signal) {
      const end = ended(child);
      child.kill(signal);
      return end;
    },
  };
}

function launch(program: string, args: string[], env: Record<string, string>) {
  const child = spawn(process.execPath, [program, ...args], {
    env: { PATH: process.env['PATH'] ?? '', ...env },
    stdio: 'pipe',
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  }
  return { child, output: () => printed };
}

function ended(child: ChildProcess): Promise<number | null> {
  return child.exitCode === null && child.signalCode === null
    ? new Promise((resolve) => child.once('close', (status) => resolve(status)))
    : Promise.resolve(child.exitCode);
}
