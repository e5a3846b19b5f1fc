import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { strToU8, zipSync } from 'fflate';
import { readTableInWorker } from './table-in-worker.js';
import { readTableFile } from './table-file.js';
import { writeWorkbook } from './write-workbook.js';

beforeAll(() => {
  // The worker is compiled code.
  const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
  execFileSync(process.execPath, [tsc, '-b', new URL('../..', import.meta.url).pathname]);
}, 120_000);

const ROWS = [
  ['单位编码', '姓名', '人数'],
  ['A-1', '=张三', '24'],
  ['A-2', '李四', '3'],
];
const cellsOf = (file: ReturnType<typeof readTableFile>) =>
  file.ok ? file.sheets.flatMap(({ rows }) => rows.map(({ cells }) => cells)) : file.problem.code;

describe('a table of anything', () => {
  it('comes back from a workbook as it was written, formulas as texts', () => {
    expect(cellsOf(readTableFile(writeWorkbook([{ name: '单位', rows: ROWS }])))).toEqual(ROWS);
  });

  it('is read from text of two columns too, in UTF-8 and in GBK', () => {
    expect(cellsOf(readTableFile(strToU8('单位编码,姓名\r\nA-1,张三')))).toEqual([
      ['单位编码', '姓名'],
      ['A-1', '张三'],
    ]);
    // 姓名,工号 and one line below in GBK.
    const gbk = Uint8Array.from(Buffer.from('d0d5c3fb2cb9a4bac50d0ad5c5c8fd2c41310d0a', 'hex'));
    expect(cellsOf(readTableFile(gbk))).toEqual([
      ['姓名', '工号'],
      ['张三', 'A1'],
    ]);
  });

  it('is refused with its reason where it is none', () => {
    const workbook = writeWorkbook([{ name: '单位', rows: ROWS }]);
    const codeOf = (bytes: Uint8Array) => cellsOf(readTableFile(bytes));
    expect(codeOf(new Uint8Array())).toBe('file_empty');
    expect(codeOf(workbook.slice(0, workbook.length / 2))).toBe('zip_damaged');
    expect(codeOf(strToU8('%PDF-1.7 …'))).toBe('file_is_pdf');
    expect(codeOf(strToU8('{"units":[]}'))).toBe('table_not_found');
    expect(codeOf(zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(60e6) }, { level: 9 }))).toBe('zip_too_large');
  });
});

describe('a worker', () => {
  it('reads the same, and is ended when it takes too long', async () => {
    expect(cellsOf(await readTableInWorker(writeWorkbook([{ name: '单位', rows: ROWS }])))).toEqual(ROWS);
    const large = writeWorkbook([{ name: '单位', rows: Array.from({ length: 5_000 }, (_, n) => [`${n}`, '甲', '']) }]);
    expect(cellsOf(await readTableInWorker(large, 1))).toBe('too_slow');
  });
});
