import { parentPort, workerData } from 'node:worker_threads';
import { workbookOf, type Sheet } from './workbook.js';

const bytes = workbookOf(workerData as Sheet[]);
parentPort?.postMessage(bytes, [bytes.buffer as ArrayBuffer]);
