import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Sheet } from './workbook.js';

/** Half a million rows take about a minute; what takes longer is broken. */
const TIMEOUT_MS = 600_000;

/** A worker is compiled code, also where its starter is read as source. */
const WORKER = import.meta.url.endsWith('.ts')
  ? new URL('../../../dist/src/platform/spreadsheet/workbook.worker.js', import.meta.url)
  : new URL('./workbook.worker.js', import.meta.url);

/** The sheets as the bytes of an .xlsx file, written away from the loop that answers phones. */
export async function workbookInWorker(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const worker = new Worker(WORKER, { workerData: sheets });
  try {
    const [bytes] = (await once(worker, 'message', { signal: AbortSignal.timeout(TIMEOUT_MS) })) as [Uint8Array];
    return bytes;
  } finally {
    await worker.terminate();
  }
}
