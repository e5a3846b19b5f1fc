import { spawn, type ChildProcess } from 'node:child_process';

const START_PATIENCE_MS = 60_000;
const STOP_PATIENCE_MS = 15_000;
/** How much of a child's output is kept to explain a failure. */
const KEPT_CHARS = 20_000;

const running = new Set<ChildProcess>();
// Also when the run is cut short: nobody is left behind.
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** A process of this run's own: started, read, and stopped by its pid. */
export class Child {
  private text = '';
  private readonly process: ChildProcess;
  private readonly exited: Promise<number | null>;

  constructor(
    file: string,
    args: readonly string[],
    { nodeArgs = [], ...options }: { cwd: string; env: NodeJS.ProcessEnv; nodeArgs?: readonly string[] },
  ) {
    this.process = spawn(process.execPath, [...nodeArgs, file, ...args], {
      ...options,
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    const keep = (chunk: Buffer) => {
      this.text = (this.text + chunk.toString('utf8')).slice(-KEPT_CHARS);
    };
    this.process.stdout?.on('data', keep);
    this.process.stderr?.on('data', keep);
    running.add(this.process);
    this.exited = new Promise((resolve) => this.process.once('exit', resolve));
    void this.exited.then(() => running.delete(this.process));
  }

  /** Throws where the process could not be started. */
  get pid(): number {
    if (this.process.pid === undefined) throw new Error('The process did not start');
    return this.process.pid;
  }

  /** Writes a line to its standard input. */
  say(line: string): void {
    this.process.stdin?.write(`${line}\n`);
  }

  /** Writes a word and waits until it says that it did it. Throws when it failed. */
  async order(word: string): Promise<void> {
    const timesBefore = answersTo(word, this.text).length;
    this.say(word);
    const answer = await this.printed((output) => answersTo(word, output)[timesBefore] ?? null);
    if (!answer.startsWith('did ')) throw new Error(answer);
  }

  /** What it has printed, the last 20,000 characters. */
  get output(): string {
    return this.text;
  }

  /** Waits until the output has what `find` looks for. Throws with the output when the process ends or 60 s pass. */
  async printed<T>(find: (output: string) => T | null): Promise<T> {
    const until = performance.now() + START_PATIENCE_MS;
    let hasExited = false;
    void this.exited.then(() => (hasExited = true));
    for (;;) {
      const found = find(this.text);
      if (found !== null) return found;
      if (hasExited) throw new Error(`The process ended:\n${this.text}`);
      if (performance.now() > until) throw new Error(`Nothing useful in ${START_PATIENCE_MS} ms:\n${this.text}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  /** Asks it to stop, and kills it when it does not within 15 s. Comes back when it is gone. */
  async stop(): Promise<void> {
    this.process.kill('SIGTERM');
    const killing = setTimeout(() => this.process.kill('SIGKILL'), STOP_PATIENCE_MS);
    await this.exited;
    clearTimeout(killing);
  }

  /** Ends it without a word. Comes back when it is gone. */
  async kill(): Promise<void> {
    this.process.kill('SIGKILL');
    await this.exited;
  }
}

/** Lines that answer an order. */
function answersTo(word: string, output: string): string[] {
  return output.match(new RegExp(`^(?:did ${word}|failed ${word}: .*)$`, 'gm')) ?? [];
}
