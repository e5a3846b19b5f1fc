import { IMPORT_LIMITS } from '../import/limits.js';
import { readContent, type DocxItem } from './docx/content.js';
import { NumberCounter, readNumbering } from './docx/numbering.js';
import { readStyles } from './docx/styles.js';
import { textLine, type TextLine } from './text/line.js';
import { XmlError } from './xml-tokens.js';

/** A document as lines, with its automatic numbers, and the tables that may hold questions row by row. */
export type DocxRead =
  | { readonly ok: true; readonly lines: readonly TextLine[]; readonly tables: readonly DocxTable[] }
  | { readonly ok: false; readonly code: 'document_damaged' | 'document_forbidden' | 'lines_too_many' };

/** A table with a header that is known; its rows as tab-separated text. */
export interface DocxTable {
  /** From 1, among all tables of the document. */
  readonly number: number;
  readonly text: string;
}

/**
 * Reads the parts of a .docx, inflated behind the zip gate. Deleted text is out, inserted text in; bold and colour say
 * nothing. `isHeader` tells which rows can head a table of questions: other tables are read as lines.
 */
export function readDocx(
  entries: ReadonlyMap<string, Uint8Array>,
  isHeader: (cells: readonly string[]) => boolean,
): DocxRead {
  try {
    const part = (name: string) => decodePart(entries.get(name));
    const styles = readStyles(part('word/styles.xml'));
    const counter = new NumberCounter(readNumbering(part('word/numbering.xml')), styles);
    const items = readContent(part('word/document.xml'), counter, IMPORT_LIMITS.lines);
    return items === null ? { ok: false, code: 'lines_too_many' } : { ok: true, ...parted(items, isHeader) };
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    return { ok: false, code: error.reason === 'forbidden' ? 'document_forbidden' : 'document_damaged' };
  }
}

function decodePart(bytes: Uint8Array | undefined): string {
  if (!bytes) return '';
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new XmlError('damaged');
  }
}

const HEADER_WITHIN = 4;

function parted(items: readonly DocxItem[], isHeader: (cells: readonly string[]) => boolean) {
  const lines: TextLine[] = [];
  const tables: DocxTable[] = [];
  let count = 0;
  const add = (text: string, hasPicture = false) => lines.push(textLine(lines.length + 1, text, hasPicture));
  for (const item of items) {
    if (item.kind === 'line') {
      add(item.text, item.hasPicture);
      continue;
    }
    count += 1;
    if (item.rows.slice(0, HEADER_WITHIN).some(isHeader)) tables.push({ number: count, text: tabbed(item.rows) });
    else for (const row of item.rows) for (const text of linesOf(row)) add(text);
  }
  return { lines, tables };
}

/** Short cells side by side are one line; cells with lines of their own stand below each other. */
function linesOf(row: readonly string[]): string[] {
  return row.some((cell) => cell.includes('\n')) ? row.flatMap((cell) => cell.split('\n')) : [row.join('\t')];
}

function tabbed(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map(quoted).join('\t')).join('\n');
}

function quoted(cell: string): string {
  return /[\t\n"]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
