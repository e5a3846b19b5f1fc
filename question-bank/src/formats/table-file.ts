import type { ImportProblem } from '../import/import-result.js';
import { importProblem } from '../import/import-problem.js';
import { IMPORT_LIMITS } from '../import/limits.js';
import { recognise } from '../import/recognise.js';
import { readDelimited, sniffDelimiter, type Delimiter } from './delimited.js';
import type { TableFile } from './table-model.js';
import { readWorkbook } from './workbook.js';

const DELIMITERS: readonly Delimiter[] = [',', '\t', ';', '|'];

/**
 * The texts of any table, whatever it is about: .xlsx, .xls, or text with delimiters in UTF-8, UTF-16 or GB18030, told by
 * its bytes. Never throws. Give foreign files to `readTableInWorker`, which bounds time and memory as well.
 */
export function readTableFile(bytes: Uint8Array): TableFile {
  try {
    return read(bytes);
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error);
    return refused(importProblem('file', 'import_failed', { where: {}, found }));
  }
}

function read(bytes: Uint8Array): TableFile {
  if (bytes.byteLength > IMPORT_LIMITS.uploadBytes) {
    const values = { size: bytes.byteLength, max: IMPORT_LIMITS.uploadBytes };
    return refused(importProblem('file', 'upload_too_large', { where: {}, values }));
  }
  const recognised = recognise(bytes);
  switch (recognised.is) {
    case 'unreadable':
      return refused(recognised.problem);
    case 'xlsx':
    case 'xls':
      return readWorkbook(bytes, recognised.is);
    case 'delimited':
    case 'text':
      return readDelimited(recognised.text, sniffDelimiter(recognised.text) ?? likeliest(recognised.text));
    case 'docx':
    case 'json':
      return refused(importProblem('file', 'table_not_found', { where: {} }));
  }
}

/** Of a table too small to be sure of: the sign that its first line has most. */
function likeliest(text: string): Delimiter {
  const [first = ''] = text.split(/\r?\n/u, 1);
  const counted = DELIMITERS.map((delimiter) => ({ delimiter, count: first.split(delimiter).length }));
  return counted.sort((a, b) => b.count - a.count)[0]?.delimiter ?? ',';
}

function refused(problem: ImportProblem): TableFile {
  return { ok: false, problem };
}
