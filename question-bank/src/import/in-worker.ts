import { Worker } from 'node:worker_threads';
import { describe, nothing, uploadProblem, type ReportProgress } from './import-file.js';
import type { ImportMessage } from './import.worker.js';
import { importProblem } from './import-problem.js';
import type { ImportRequest, ImportResult } from './import-result.js';
import { IMPORT_LIMITS } from './limits.js';

export interface ImportInWorkerOptions {
  /** Called while it runs; `reading`, `interpreting`, `comparing`. */
  readonly report?: ReportProgress | undefined;
  /** Gives up early, as if the time were over. */
  readonly signal?: AbortSignal | undefined;
  /** Default {@link IMPORT_LIMITS}`.parseMs`; counted from when the worker runs. */
  readonly limitMs?: number | undefined;
}

/** A worker is compiled code, also where its starter is read as source. */
const WORKER = import.meta.url.endsWith('.ts')
  ? new URL('../../dist/import/import.worker.js', import.meta.url)
  : new URL('./import.worker.js', import.meta.url);
/** Starting a thread and loading the readers may take this long on a busy machine. */
const START_MS = 10_000;

/**
 * `importFile` in a thread of its own, with bounded memory and time: whatever the file is, the caller's loop goes on,
 * and a reader that takes too much is ended with a problem about the whole file. Never rejects.
 */
export function importInWorker(request: ImportRequest, options: ImportInWorkerOptions = {}): Promise<ImportResult> {
  const file = describe(request);
  const failed = (code: 'too_slow' | 'too_large' | 'import_failed', found = '', seconds = 0) => {
    return nothing(file, importProblem('file', code, { where: {}, found, values: { seconds } }));
  };
  const tooLarge = uploadProblem(file.bytes);
  if (tooLarge) return Promise.resolve(nothing(file, tooLarge));
  const limitMs = options.limitMs ?? IMPORT_LIMITS.parseMs;
  return new Promise((resolve) => {
    const worker = new Worker(WORKER, {
      workerData: request,
      resourceLimits: { maxOldGenerationSizeMb: IMPORT_LIMITS.heapMb, maxYoungGenerationSizeMb: 32 },
    });
    const tooSlow = () => end(failed('too_slow', '', Math.ceil(limitMs / 1000)));
    let timer = setTimeout(tooSlow, START_MS + limitMs);
    const end = (result: ImportResult) => {
      clearTimeout(timer);
      options.signal?.removeEventListener('abort', tooSlow);
      worker.removeAllListeners();
      // Errors on the way out have nobody left to tell.
      worker.on('error', () => undefined);
      void worker.terminate();
      resolve(result);
    };
    let isRunning = false;
    worker.on('message', (message: ImportMessage) => {
      if ('result' in message) return end(message.result);
      if (!isRunning) {
        isRunning = true;
        clearTimeout(timer);
        timer = setTimeout(tooSlow, limitMs);
      }
      options.report?.(message.progress);
    });
    worker.on('error', (error: Error & { code?: string }) =>
      end(failed(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'too_large' : 'import_failed', error.message)),
    );
    worker.on('exit', () => end(failed('import_failed')));
    options.signal?.addEventListener('abort', tooSlow, { once: true });
    if (options.signal?.aborted) tooSlow();
  });
}
