import { runBounded } from '../import/bounded-worker.js';
import { importProblem } from '../import/import-problem.js';
import type { TableFile } from './table-model.js';

/** A worker is compiled code, also where its starter is read as source. */
const WORKER = import.meta.url.endsWith('.ts')
  ? new URL('../../dist/formats/table.worker.js', import.meta.url)
  : new URL('./table.worker.js', import.meta.url);
const READ_MS = 4_000;

/** `readTableFile` in a bounded worker; a reading of more than `limitMs` is ended with a problem. Never rejects. */
export async function readTableInWorker(bytes: Uint8Array, limitMs = READ_MS): Promise<TableFile> {
  const outcome = await runBounded<'reading', TableFile>(WORKER, bytes, { limitMs });
  if (outcome.ok) return outcome.result;
  const values = { seconds: Math.ceil(limitMs / 1000) };
  return { ok: false, problem: importProblem('file', outcome.code, { where: {}, found: outcome.found, values }) };
}
