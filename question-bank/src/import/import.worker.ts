import { parentPort, workerData } from 'node:worker_threads';
import { importFile, type ImportProgress } from './import-file.js';
import type { ImportRequest, ImportResult } from './import-result.js';

/** What the worker says: how far it is, and in the end what it found. */
export type ImportMessage = { readonly progress: ImportProgress } | { readonly result: ImportResult };

const say = (message: ImportMessage) => parentPort?.postMessage(message);

say({ result: importFile(workerData as ImportRequest, (progress) => say({ progress })) });
