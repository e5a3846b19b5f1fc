import { describe, expect, it } from '@jest/globals';
import { decodeText } from '../import/decode-text.js';
import { sniffDelimiter } from './delimited.js';
import { readTable } from './read-table.js';
import { HEADER, importTable, ROW, text } from './table-builder.js';

const lines = (delimiter: string, ...rows: readonly (readonly string[])[]) =>
  rows.map((row) => row.join(delimiter)).join('\r\n');

describe('delimited text', () => {
  it.each([',', '\t', ';', '|'] as const)('parted by %j is found and read', (delimiter) => {
    const read = importTable(text(lines(delimiter, HEADER, ROW)));
    expect(read.table.delimiter).toBe(delimiter);
    expect(read).toMatchObject({ keys: ['single a'], codes: [] });
  });

  it('may have quotes, commas in quotes, lines in cells, ragged rows and blank lines', () => {
    const content = `题干,选项A,选项B,答案\n\n"油锅起火，\n""怎么做""？","盖上,别动",浇水,A\n没有答案的题？,盖上,浇水\n多一格的题？,盖上,浇水,B,,\n`;
    const read = importTable(text(content));
    expect(read.questions.map(({ stem }) => stem)).toEqual(['油锅起火，\n"怎么做"？', '多一格的题？']);
    expect(read.codes).toEqual(['type_unclear']);
    expect(read.problems[0]?.where).toEqual({ row: 4 });
  });

  it('may announce its delimiter to Excel and begin with a byte order mark', () => {
    expect(importTable(text(`sep=;\n${lines(';', HEADER, ROW)}`)).keys).toEqual(['single a']);
    expect(importTable(text(`\uFEFF${lines(',', HEADER, ROW)}`)).keys).toEqual(['single a']);
  });

  it('with a quotation mark that is not closed says from where on', () => {
    const read = importTable(text(`题干,答案\n"怎么做？,A\n再怎么做？,B\n`));
    expect(read).toMatchObject({ keys: [], codes: ['quote_unclosed'] });
    expect(read.problems[0]?.weight).toBe('file');
  });

  it('is not seen in prose or in pasted questions', () => {
    expect(
      sniffDelimiter('1. 怎么做，先报警？\nA. 报警 B. 跑\n答案：A\n\n2. 再怎么做？\nA. 报警\nB. 跑\n答案：B'),
    ).toBeNull();
    expect(sniffDelimiter('')).toBeNull();
  });

  it('without known headers is still a table, whose columns can be chosen', () => {
    expect(sniffDelimiter('a,b,c\n1,2,3\n4,5,6\n')).toBe(',');
    const read = readTable(text('甲,乙,丙\n怎么做？,报警,跑\n再怎么做？,报警,跑\n'), {});
    expect(read.problems.map(({ code }) => code)).toContain('table_not_found');
    expect(read.sheets[0]?.columns).toHaveLength(3);
  });

  it('of more than 64 columns or 20,000 rows is refused with what to do', () => {
    const wide = Array.from({ length: 65 }, (_, n) => `c${n}`);
    expect(importTable(text(lines(',', wide, wide, wide))).codes).toEqual(['columns_too_many']);
    const many = importTable(text(lines(',', HEADER, ...Array.from({ length: 20_001 }, () => ROW))));
    expect(many.problems[0]).toMatchObject({ code: 'rows_too_many', weight: 'file' });
    expect(many.problems[0]?.remedy.zh).toBe('请您拆成几个文件分别导入');
  });

  it('of more than 2,000 questions is refused with what to do', () => {
    const read = importTable(text(lines(',', HEADER, ...Array.from({ length: 2_001 }, () => ROW))));
    expect(read).toMatchObject({ keys: [], codes: ['questions_too_many'] });
  });
});

describe('encodings', () => {
  const content = lines(',', HEADER, ROW);
  const utf16 = (isLittle: boolean) => {
    const bytes = Buffer.from(content, 'utf16le');
    return new Uint8Array(isLittle ? bytes : bytes.swap16());
  };
  const gb18030 = Uint8Array.from([0xcc, 0xe2, 0xb8, 0xc9, 0x2c, 0xb4, 0xf0, 0xb0, 0xb8]);

  it('are found by mark, else strict UTF-8, else GB18030', () => {
    const utf8 = new TextEncoder().encode(content);
    expect(decodeText(utf8)).toEqual({ ok: true, text: content, encoding: 'utf-8' });
    expect(decodeText(Uint8Array.from([0xef, 0xbb, 0xbf, ...utf8]))).toMatchObject({ text: content });
    expect(decodeText(Uint8Array.from([0xff, 0xfe, ...utf16(true)]))).toMatchObject({ encoding: 'utf-16le' });
    expect(decodeText(Uint8Array.from([0xfe, 0xff, ...utf16(false)]))).toMatchObject({ text: content });
    expect(decodeText(gb18030)).toEqual({ ok: true, text: '题干,答案', encoding: 'gb18030' });
  });

  it('are UTF-16 without a mark where zero bytes stand on one side', () => {
    expect(decodeText(utf16(true))).toEqual({ ok: true, text: content, encoding: 'utf-16le' });
    expect(decodeText(utf16(false))).toEqual({ ok: true, text: content, encoding: 'utf-16be' });
  });

  it('that are none are refused, and a forced one has to fit', () => {
    const codeOf = (bytes: Uint8Array, forced?: 'utf-8' | 'gb18030') => {
      const decoded = decodeText(bytes, forced);
      return decoded.ok ? decoded.encoding : decoded.problem.code;
    };
    expect(codeOf(Uint8Array.from([0, 1, 2, 0, 0, 3]))).toBe('not_text');
    expect(codeOf(Uint8Array.from([0xff, 0xff, 0xff]))).toBe('encoding_unreadable');
    expect(codeOf(gb18030, 'utf-8')).toBe('encoding_unreadable');
    expect(codeOf(gb18030, 'gb18030')).toBe('gb18030');
  });
});
