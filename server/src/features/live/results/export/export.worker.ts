import { parentPort, workerData } from 'node:worker_threads';
import { roundSheets, type RoundExport } from './round-sheets.js';
import { workbookOf } from '../../../../platform/spreadsheet/workbook.js';

/** Thousands of rows take a while: away from the loop that answers phones. */
const bytes = workbookOf(roundSheets(workerData as RoundExport));
parentPort?.postMessage(bytes, [bytes.buffer as ArrayBuffer]);
