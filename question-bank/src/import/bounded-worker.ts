import { Worker } from 'node:worker_threads';
import { IMPORT_LIMITS } from './limits.js';

/** What a bounded worker says: that it runs and how far it is, and in the end what it made. The first message begins its time. */
export type WorkerMessage<Progress, Result> = { readonly progress: Progress } | { readonly result: Result };

/** What it made, or why it ended without. */
export type WorkerOutcome<Result> =
  | { readonly ok: true; readonly result: Result }
  | { readonly ok: false; readonly code: 'too_slow' | 'too_large' | 'import_failed'; readonly found: string };

export interface WorkerBounds<Progress> {
  /** Counted in ms from when the worker runs. */
  readonly limitMs: number;
  readonly report?: ((progress: Progress) => void) | undefined;
  /** Gives up early, as if the time were over. */
  readonly signal?: AbortSignal | undefined;
}

/** Starting a thread and loading the readers may take this long on a busy machine. */
const START_MS = 10_000;

/**
 * Gives a task to a thread of its own with bounded memory and time: whatever the file is, the caller's loop goes on, and a
 * reader that takes too much is ended. Never rejects.
 */
export function runBounded<Progress, Result>(
  script: URL,
  task: unknown,
  { limitMs, report, signal }: WorkerBounds<Progress>,
): Promise<WorkerOutcome<Result>> {
  return new Promise((resolve) => {
    const worker = new Worker(script, {
      workerData: task,
      resourceLimits: { maxOldGenerationSizeMb: IMPORT_LIMITS.heapMb, maxYoungGenerationSizeMb: 32 },
    });
    const end = (outcome: WorkerOutcome<Result>) => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', tooSlow);
      worker.removeAllListeners();
      // Errors on the way out have nobody left to tell.
      worker.on('error', () => undefined);
      void worker.terminate();
      resolve(outcome);
    };
    const fail = (code: 'too_slow' | 'too_large' | 'import_failed', found = '') => end({ ok: false, code, found });
    const tooSlow = () => fail('too_slow');
    let timer = setTimeout(tooSlow, START_MS + limitMs);
    let isRunning = false;
    worker.on('message', (message: WorkerMessage<Progress, Result>) => {
      if ('result' in message) return end({ ok: true, result: message.result });
      if (!isRunning) {
        isRunning = true;
        clearTimeout(timer);
        timer = setTimeout(tooSlow, limitMs);
      }
      report?.(message.progress);
    });
    worker.on('error', (error: Error & { code?: string }) =>
      fail(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'too_large' : 'import_failed', error.message),
    );
    worker.on('exit', () => fail('import_failed'));
    signal?.addEventListener('abort', tooSlow, { once: true });
    if (signal?.aborted === true) tooSlow();
  });
}
