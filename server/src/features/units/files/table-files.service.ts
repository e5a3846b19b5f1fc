import { UNIT_FILE, type FileRefusal } from '@anquanli/contract/unit-files.js';
import { readTableInWorker } from '@anquanli/question-bank/formats/table-in-worker.js';
import { Injectable, StreamableFile } from '@nestjs/common';
import { accept, refuse, type Result } from '../../../domain/shared/result.js';
import { bytesOfBase64 } from '../../../platform/http/base64.js';
import { XLSX_TYPE, type Sheet } from '../../../platform/spreadsheet/workbook.js';
import { workbookInWorker } from '../../../platform/spreadsheet/workbook-in-worker.js';
import { fileRefusalOf } from './file-refusal.js';
import { headedRows, type HeadedRow, type Heading } from './headed-rows.js';

/** What is looked for in a file. */
export interface Wanted<Column extends string> extends Heading<Column> {
  /** Rows below the headings. */
  readonly rows: number;
}

/** Tables as people send and fetch them. One is read at a time: two at once would take the memory of both. */
@Injectable()
export class TableFiles {
  private last: Promise<unknown> = Promise.resolve();

  /** The rows of a file in base64. Refusals: `invalid_input`, `payload_too_large`, `unit_file_refused` with the reason. */
  async rows<Column extends string>(content: string, wanted: Wanted<Column>): Promise<Result<HeadedRow<Column>[]>> {
    const bytes = bytesOfBase64(content);
    if (bytes === null) return refuse('invalid_input', { path: 'body.content' });
    if (bytes.byteLength > UNIT_FILE.bytes) return refuse('payload_too_large', { maximum: UNIT_FILE.bytes });
    const reading = this.last.then(() => readTableInWorker(bytes));
    this.last = reading;
    const file = await reading;
    if (!file.ok) return refusal(fileRefusalOf(file.problem.code), wanted.rows);
    const rows = headedRows(file.sheets, wanted);
    if (rows === null) return refusal('no_headings');
    if (rows.length === 0) return refusal('no_rows');
    return rows.length > wanted.rows ? refusal('too_many_rows', wanted.rows) : accept(rows);
  }

  /** An .xlsx to be saved under an ASCII name; no text in it is taken for a formula. */
  async workbook(name: string, sheets: readonly Sheet[]): Promise<StreamableFile> {
    const bytes = await workbookInWorker(sheets);
    return new StreamableFile(bytes, { type: XLSX_TYPE, disposition: `attachment; filename="${name}.xlsx"` });
  }
}

function refusal(reason: FileRefusal, rows?: number) {
  return refuse('unit_file_refused', { path: reason, ...(reason === 'too_many_rows' && { maximum: rows }) });
}
