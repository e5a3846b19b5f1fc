import { describe, expect, it } from '@jest/globals';
import { strToU8, zipSync } from 'fflate';
import { aDocx, p } from '../formats/docx/docx-builder.js';
import { recognise } from './recognise.js';

const kindOf = (bytes: Uint8Array) => {
  const recognised = recognise(bytes);
  return recognised.is === 'unreadable' ? recognised.problem.code : recognised.is;
};
const ofText = (text: string) => kindOf(strToU8(text));
const ole = (...names: string[]) =>
  new Uint8Array(
    Buffer.concat([
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      ...names.map((name) => Buffer.from(`${name}\0`, 'utf16le')),
    ]),
  );
const zipOf = (...names: string[]) => zipSync(Object.fromEntries(names.map((name) => [name, strToU8('<a/>')])));

describe('a file that can be read', () => {
  it.each([
    ['a workbook', zipOf('[Content_Types].xml', 'xl/workbook.xml'), 'xlsx'],
    ['an old workbook', ole('Workbook'), 'xls'],
    ['a document', aDocx({ body: p('1.甲') }), 'docx'],
    ['a set', strToU8('{"formatVersion":1,"questions":[]}'), 'json'],
    ['a list of questions', strToU8('\uFEFF [\n {"id":1}]'), 'json'],
    ['a CSV', strToU8('题干,选项A,选项B,答案\n甲,一,二,A'), 'delimited'],
    ['cells from a workbook', strToU8('题干\t选项A\t选项B\t答案\n甲\t一\t二\tA'), 'delimited'],
    ['pasted text', strToU8('1. 火警电话是（B）\nA.110\nB.119'), 'text'],
    ['pasted text that begins with a bracket', strToU8('[单选题] 1. 火警电话是（B）\nA.110\nB.119'), 'text'],
    ['GB18030', new Uint8Array([0x31, 0x2e, 0xbb, 0xf0, 0xbe, 0xaf, 0x0a]), 'text'],
  ])('%s', (_, bytes, kind) => expect(kindOf(bytes)).toBe(kind));
});

describe('a file that cannot be read says what it is', () => {
  it.each([
    ['nothing', new Uint8Array(), 'file_empty'],
    ['white space', strToU8(' \n\t\n'), 'file_empty'],
    ['a PDF', strToU8('%PDF-1.7\n…'), 'file_is_pdf'],
    ['a PNG', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), 'file_is_picture'],
    ['a JPEG', new Uint8Array([0xff, 0xd8, 0xff, 0xe0]), 'file_is_picture'],
    ['RTF', strToU8('{\\rtf1\\ansi}'), 'file_is_rtf'],
    ['an old Word file', ole('WordDocument'), 'word_too_old'],
    ['a file with a password', ole('EncryptionInfo', 'EncryptedPackage'), 'file_encrypted'],
    ['another OLE file', ole('Anything'), 'file_unknown'],
    ['a presentation', zipOf('ppt/presentation.xml'), 'file_unsupported'],
    ['an OpenDocument', zipOf('mimetype', 'content.xml'), 'file_unsupported'],
    ['an archive', zipOf('题库.xlsx'), 'file_is_archive'],
    ['a RAR', strToU8('Rar!\x1a\x07'), 'file_is_archive'],
    [
      'a web page that calls itself a workbook',
      strToU8('<html><table><tr><td>题干</td></tr></table>'),
      'file_is_web_page',
    ],
    [
      'an XML workbook',
      strToU8('<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">'),
      'file_is_web_page',
    ],
    ['other XML', strToU8('<?xml version="1.0"?><a/>'), 'file_unsupported'],
    ['QTI', zipOf('imsmanifest.xml', 'item1.xml'), 'format_not_yet'],
    ['a cut-off archive', zipOf('xl/workbook.xml').subarray(0, 40), 'zip_damaged'],
    ['bytes', new Uint8Array([1, 0, 2, 0, 0, 0, 3, 200, 7]), 'not_text'],
  ])('%s', (_, bytes, code) => expect(kindOf(bytes)).toBe(code));

  it.each([
    ['GIFT', '::Q1:: 火警电话是 {=119 ~110 ~120}'],
    ['GIFT', '// 题库\n天空是蓝的{T}\n\n火警电话是____。{=119}'],
    ['Aiken', 'What is 119?\nA. fire\nB. police\nANSWER: A\n'],
    ['Moodle XML', '<?xml version="1.0"?>\n<quiz><question type="truefalse"/></quiz>'],
    ['QTI', '<?xml version="1.0"?>\n<assessmentItem identifier="a"/>'],
  ])('%s is named, and not supported yet', (name, text) => {
    const recognised = recognise(strToU8(text));
    expect(recognised).toMatchObject({ is: 'unreadable', problem: { code: 'format_not_yet', weight: 'file' } });
    expect(recognised.is === 'unreadable' && recognised.problem.says.zh).toContain(name);
  });

  it('with more lines than questions can have', () => {
    expect(ofText('甲\n'.repeat(100_001))).toBe('lines_too_many');
  });
});
