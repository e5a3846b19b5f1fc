import { parentPort, workerData } from 'node:worker_threads';
import { readTableFile } from './table-file.js';
import type { TableFile } from './table-model.js';
import { writeWorkbook, type SheetToWrite } from './write-workbook.js';

/** What the worker is asked for. */
export type TableTask = { readonly read: Uint8Array } | { readonly write: readonly SheetToWrite[] };

/** What the worker says: that it runs, and in the end what it made. */
export type TableMessage = 'running' | { readonly table: TableFile } | { readonly workbook: Uint8Array };

const say = (message: TableMessage) => parentPort?.postMessage(message);
const task = workerData as TableTask;

say('running');
say('read' in task ? { table: readTableFile(task.read) } : { workbook: writeWorkbook(task.write) });
