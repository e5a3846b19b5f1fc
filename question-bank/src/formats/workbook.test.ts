import { describe, expect, it } from '@jest/globals';
import * as XLSX from '@e965/xlsx';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { oleKind } from '../import/ole.js';
import { openZip } from '../import/zip-gate.js';
import { HEADER, importTable, ROW, workbookOf, xlsx, type Rows } from './table-builder.js';

const book = (bytes: Uint8Array, container: 'xlsx' | 'xls' = 'xlsx') => importTable({ container, bytes });
const zipCode = (bytes: Uint8Array) => {
  const zip = openZip(bytes);
  return zip.ok ? [...zip.entries.keys()] : zip.problem.code;
};

/** The workbook with one of its parts rewritten. */
function edited(bytes: Uint8Array, name: string, change: (xml: string) => string): Uint8Array {
  const parts = unzipSync(bytes);
  return zipSync({ ...parts, [name]: strToU8(change(new TextDecoder().decode(parts[name]))) });
}

describe('workbooks', () => {
  it('of the old kind are read too, also those older than Excel 97 in GBK', () => {
    expect(book(workbookOf({ 题库: [HEADER, ROW] }, {}, 'xls'), 'xls').keys).toEqual(['single a']);
    expect(book(workbookOf({ 题库: [HEADER, ROW] }, {}, 'xls'), 'xlsx').keys).toEqual(['single a']);
  });

  it('older than Excel 97 are read in GBK', () => {
    const bytes = Buffer.from(
      workbookOf(
        {
          S: [
            ['STEM', 'KEYS'],
            ['QUES', 'A'],
          ],
        },
        {},
        'biff5',
      ),
    );
    const put = (placeholder: string, gbk: readonly number[]) => bytes.set(gbk, bytes.indexOf(placeholder));
    put('STEM', [0xcc, 0xe2, 0xb8, 0xc9]);
    put('KEYS', [0xb4, 0xf0, 0xb0, 0xb8]);
    put('QUES', [0xd7, 0xf6, 0xca, 0xb2]);
    const codepage = bytes.indexOf(Buffer.from([0x42, 0x00, 0x02, 0x00]));
    if (codepage >= 0) bytes.writeUInt16LE(936, codepage + 4);
    const read = importTable({ container: 'xls', bytes }, { repairs: { 's1!r2': { type: '判断题' } } });
    expect(read.questions[0]?.stem).toBe('做什');
  });

  it('show dates as Chinese Excel does where it leaves the format out', () => {
    const bytes = workbookOf({ 题库: [HEADER, ['哪天？', ...[1, 2, 3, 4], 'A']] });
    const styled = edited(bytes, 'xl/styles.xml', (xml) =>
      xml.replace('<cellXfs count="1">', '<cellXfs count="2"><xf numFmtId="58" applyNumberFormat="1"/>'),
    );
    const dated = edited(styled, 'xl/worksheets/sheet1.xml', (xml) =>
      xml.replace(/<c r="B2"([^>]*)><v>1</u, '<c r="B2" s="0"><v>46024<'),
    );
    const read = book(dated);
    expect(read.questions[0]).toMatchObject({ options: [{ text: '1月2日' }, {}, {}, {}] });
  });

  it('with a password, of Word or of nothing known are refused by name', () => {
    const ole = (...names: string[]) =>
      Uint8Array.from([
        ...[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
        ...Buffer.from(names.join('\0'), 'utf16le'),
      ]);
    expect(book(ole('EncryptionInfo', 'EncryptedPackage')).codes).toEqual(['file_encrypted']);
    expect(book(ole('WordDocument'), 'xls').codes).toEqual(['word_too_old']);
    expect(book(ole('Nothing'), 'xls').codes).toEqual(['workbook_unreadable']);
    expect(book(ole('Workbook\0'), 'xls').codes).toEqual(['workbook_unreadable']);
    expect(oleKind(strToU8('题干,答案'))).toBeNull();
  });

  it('that are cut off, empty or another archive are refused', () => {
    const bytes = workbookOf({ 题库: [HEADER, ROW] });
    expect(book(bytes.subarray(0, bytes.length - 40)).codes).toEqual(['zip_damaged']);
    expect(book(bytes.subarray(0, bytes.length / 2)).codes).toEqual(['zip_damaged']);
    expect(book(new Uint8Array()).codes).toEqual(['zip_damaged']);
    expect(book(zipSync({ 'photo.jpg': strToU8('x') })).codes).toEqual(['workbook_unreadable']);
    expect(book(workbookOf({ 题库: [] })).codes).toEqual(['table_empty']);
  });

  it('of 100,000 rows are answered at once, without reading them', () => {
    const rows = Array.from({ length: 100_000 }, (_, n) => `<row r="${n + 1}"><c r="A${n + 1}"><v>${n}</v></c></row>`);
    const sheet = `<worksheet><sheetData>${rows.join('')}</sheetData></worksheet>`;
    const bytes = zipSync({ 'xl/worksheets/sheet1.xml': strToU8(sheet) });
    const before = performance.now();
    const read = book(bytes);
    expect(read.codes).toEqual(['rows_too_many']);
    expect(read.problems[0]?.says.zh).toBe('表格有 100000 行，最多 20000 行');
    expect(performance.now() - before).toBeLessThan(2_000);
  });

  it('do not count blank rows at the end, nor stumble over a cell in the last row', () => {
    const last = '<row r="1048576"><c r="A1048576" t="str"><v>备注</v></c></row></sheetData>';
    const blank = Array.from({ length: 30_000 }, (_, n) => `<row r="${n + 3}"><c r="A${n + 3}" s="0"/></row>`).join('');
    const before = performance.now();
    const trailing = edited(workbookOf({ 题库: [HEADER, ROW] }), 'xl/worksheets/sheet1.xml', (xml) =>
      xml.replace('</sheetData>', `${blank}</sheetData>`),
    );
    expect(book(trailing)).toMatchObject({ keys: ['single a'], codes: [] });
    const stray = edited(workbookOf({ 题库: [HEADER, ROW] }), 'xl/worksheets/sheet1.xml', (xml) =>
      xml.replace('</sheetData>', last),
    );
    const read = book(stray);
    expect(performance.now() - before).toBeLessThan(5_000);
    expect(read.keys).toEqual(['single a']);
    expect(read.problems.map(({ where }) => where.row)).toContain(1_048_576);
  });

  it('with areas joined down to the last row are read in time', () => {
    const joined = '<mergeCell ref="A2:A1048576"/>'.repeat(5_000);
    const bytes = edited(
      workbookOf({
        题库: [
          ['分类', ...HEADER],
          ['消防安全', ...ROW],
          ['', ...ROW],
        ],
      }),
      'xl/worksheets/sheet1.xml',
      (xml) => xml.replace('</sheetData>', `</sheetData><mergeCells>${joined}</mergeCells>`),
    );
    const before = performance.now();
    expect(book(bytes).questions.map(({ category }) => category)).toEqual(['fire', 'fire']);
    expect(performance.now() - before).toBeLessThan(2_000);
  });

  it('of more cells than 2,000 questions can have are refused before they cost time', () => {
    // Different numbers: what repeats itself is stopped by the ratio before.
    const row = (r: number) =>
      Array.from({ length: 31 }, (_, n) => `<c><v>${(r * 7919 + n * 104_729) % 99_991}</v></c>`);
    const rows = Array.from({ length: 10_000 }, (_, r) => `<row>${row(r).join('')}</row>`);
    const sheet = `<worksheet><sheetData>${rows.join('')}</sheetData></worksheet>`;
    expect(book(zipSync({ 'xl/worksheets/sheet1.xml': strToU8(sheet) })).codes).toEqual(['cells_too_many']);
  });

  it('of one long text in thousands of cells are refused before it is copied for each of them', () => {
    const text = '安全生产月'.repeat(2_000);
    const sheet = XLSX.utils.aoa_to_sheet(Array.from({ length: 2_200 }, () => [text]));
    const workbook = { SheetNames: ['题库'], Sheets: { 题库: sheet } };
    const bytes = new Uint8Array(
      XLSX.write(workbook, { type: 'array', bookSST: true, compression: true }) as ArrayBuffer,
    );
    expect(bytes.byteLength).toBeLessThan(50_000);
    expect(book(bytes).codes).toEqual(['zip_too_large']);
  });

  it('of more than 64 columns are refused with what to do', () => {
    const wide: Rows = [Array.from({ length: 65 }, (_, n) => `列${n}`)];
    expect(importTable(xlsx(wide)).codes).toEqual(['columns_too_many']);
  });
});

describe('the gate for archives', () => {
  it('lets an ordinary archive through, stored or deflated', () => {
    expect(zipCode(zipSync({ 'a.txt': strToU8('甲'), 'b/c.txt': strToU8('乙'.repeat(1000)) }))).toEqual([
      'a.txt',
      'b/c.txt',
    ]);
    expect(zipCode(zipSync({ 'a.txt': strToU8('甲') }, { level: 0 }))).toEqual(['a.txt']);
  });

  it('stops at the ratio and at the size of an entry, whatever the directory says', () => {
    const bomb = zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(64 * 1024 * 1024) }, { level: 9 });
    const before = performance.now();
    expect(zipCode(bomb)).toBe('zip_too_large');
    expect(performance.now() - before).toBeLessThan(1_000);
    const lying = Uint8Array.from(bomb);
    const view = new DataView(lying.buffer);
    const end = lying.length - 22;
    view.setUint32(view.getUint32(end + 16, true) + 24, 10, true);
    expect(zipCode(lying)).toBe('zip_too_large');
  });

  it('stops at the number of entries', () => {
    const many = Object.fromEntries(Array.from({ length: 2_001 }, (_, n) => [`${n}.txt`, new Uint8Array(1)]));
    expect(zipCode(zipSync(many, { level: 0 }))).toBe('zip_too_many_entries');
  });

  it('stops when many entries share one big body', () => {
    const big = Object.fromEntries(Array.from({ length: 5 }, (_, n) => [`${n}.bin`, new Uint8Array(15 * 1024 * 1024)]));
    expect(zipCode(zipSync(big, { level: 0 }))).toBe('zip_too_large');
  });

  it('refuses entries with a password, damaged ones and directories that point elsewhere', () => {
    const bytes = zipSync({ 'a.txt': strToU8('甲'.repeat(100)) });
    const changed = (change: (view: DataView, at: number) => void) => {
      const copy = Uint8Array.from(bytes);
      const view = new DataView(copy.buffer);
      change(view, view.getUint32(copy.length - 22 + 16, true));
      return zipCode(copy);
    };
    expect(changed((view, at) => view.setUint16(at + 8, 1, true))).toBe('file_encrypted');
    expect(changed((view, at) => view.setUint32(at + 16, 1, true))).toBe('zip_damaged');
    expect(changed((view, at) => view.setUint32(at + 42, 0x7fffffff, true))).toBe('zip_damaged');
    expect(changed((view, at) => view.setUint16(at + 10, 99, true))).toBe('zip_damaged');
  });
});
