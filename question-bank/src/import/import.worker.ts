import { parentPort, workerData } from 'node:worker_threads';
import type { WorkerMessage } from './bounded-worker.js';
import { importFile, type ImportProgress } from './import-file.js';
import type { ImportRequest, ImportResult } from './import-result.js';

const say = (message: WorkerMessage<ImportProgress, ImportResult>) => parentPort?.postMessage(message);

say({ result: importFile(workerData as ImportRequest, (progress) => say({ progress })) });
