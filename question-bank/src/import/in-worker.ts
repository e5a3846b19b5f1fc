import { runBounded } from './bounded-worker.js';
import { describe, nothing, uploadProblem, type ImportProgress, type ReportProgress } from './import-file.js';
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

/** `importFile` in a bounded worker; one that is ended is told as a problem about the whole file. Never rejects. */
export async function importInWorker(
  request: ImportRequest,
  { limitMs = IMPORT_LIMITS.parseMs, report, signal }: ImportInWorkerOptions = {},
): Promise<ImportResult> {
  const file = describe(request);
  const tooLarge = uploadProblem(file.bytes);
  if (tooLarge) return nothing(file, tooLarge);
  const outcome = await runBounded<ImportProgress, ImportResult>(WORKER, request, { limitMs, report, signal });
  if (outcome.ok) return outcome.result;
  const values = { seconds: outcome.code === 'too_slow' ? Math.ceil(limitMs / 1000) : 0 };
  return nothing(file, importProblem('file', outcome.code, { where: {}, found: outcome.found, values }));
}
