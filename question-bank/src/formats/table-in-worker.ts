import { Worker } from 'node:worker_threads';
import { importProblem } from '../import/import-problem.js';
import { IMPORT_LIMITS } from '../import/limits.js';
import type { TableFile } from './table-model.js';
import type { TableMessage, TableTask } from './table.worker.js';
import type { SheetToWrite } from './write-workbook.js';

/** A worker is compiled code, also where its starter is read as source. */
const WORKER = import.meta.url.endsWith('.ts')
  ? new URL('../../dist/formats/table.worker.js', import.meta.url)
  : new URL('./table.worker.js', import.meta.url);
/** Starting a thread and loading the readers may take this long on a busy machine. */
const START_MS = 10_000;
const READ_MS = 4_000;
const WRITE_MS = 60_000;

/** Why a worker ended without an answer. */
class WorkerEnded extends Error {
  constructor(
    readonly code: 'too_slow' | 'too_large' | 'import_failed',
    message: string = code,
  ) {
    super(message);
  }
}

/**
 * `readTableFile` in a thread of its own, with bounded memory and time: whatever the file is, the caller's loop goes on, and
 * a reading that takes more than `limitMs` is ended with a problem. Never rejects.
 */
export async function readTableInWorker(bytes: Uint8Array, limitMs = READ_MS): Promise<TableFile> {
  try {
    const answer = await answerOf({ read: bytes }, limitMs);
    if ('table' in answer) return answer.table;
    throw new WorkerEnded('import_failed');
  } catch (error) {
    const code = error instanceof WorkerEnded ? error.code : 'import_failed';
    const found = error instanceof Error ? error.message : '';
    const values = { seconds: Math.ceil(limitMs / 1000) };
    return { ok: false, problem: importProblem('file', code, { where: {}, found, values }) };
  }
}

/** `writeWorkbook` in a thread of its own: thousands of rows take a while. Rejects when that fails. */
export async function writeWorkbookInWorker(sheets: readonly SheetToWrite[]): Promise<Uint8Array> {
  const answer = await answerOf({ write: sheets }, WRITE_MS);
  if ('workbook' in answer) return answer.workbook;
  throw new WorkerEnded('import_failed');
}

function answerOf(task: TableTask, limitMs: number): Promise<Exclude<TableMessage, 'running'>> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(WORKER, {
      workerData: task,
      resourceLimits: { maxOldGenerationSizeMb: IMPORT_LIMITS.heapMb, maxYoungGenerationSizeMb: 32 },
    });
    const end = (settle: () => void) => {
      clearTimeout(timer);
      worker.removeAllListeners();
      // Errors on the way out have nobody left to tell.
      worker.on('error', () => undefined);
      void worker.terminate();
      settle();
    };
    const fail = (error: WorkerEnded) => end(() => reject(error));
    let timer = setTimeout(() => fail(new WorkerEnded('too_slow')), START_MS);
    worker.on('message', (message: TableMessage) => {
      if (message !== 'running') return end(() => resolve(message));
      clearTimeout(timer);
      timer = setTimeout(() => fail(new WorkerEnded('too_slow')), limitMs);
    });
    worker.on('error', (error: Error & { code?: string }) => {
      const code = error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'too_large' : 'import_failed';
      fail(new WorkerEnded(code, error.message));
    });
    worker.on('exit', () => fail(new WorkerEnded('import_failed')));
  });
}
