import { parentPort, workerData } from 'node:worker_threads';
import type { WorkerMessage } from '../import/bounded-worker.js';
import { readTableFile } from './table-file.js';
import type { TableFile } from './table-model.js';

const say = (message: WorkerMessage<'reading', TableFile>) => parentPort?.postMessage(message);

say({ progress: 'reading' });
say({ result: readTableFile(workerData as Uint8Array) });
