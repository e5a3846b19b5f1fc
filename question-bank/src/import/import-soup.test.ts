import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { strToU8 } from 'fflate';
import { aDocx, aList, aTable, p } from '../formats/docx/docx-builder.js';
import { exportSetJson } from '../formats/export-json.js';
import { exportWorkbook } from '../formats/export-workbook.js';
import { Question } from '../schema.js';
import { aSet, everyKind } from '../set-builder.js';
import { importFile } from './import-file.js';
import type { ImportRequest, ImportResult } from './import-result.js';
import { IMPORT_LIMITS } from './limits.js';

/* Whatever the bytes are, an import ends with a result that holds together. */

const context: ImportRequest['context'] = {
  categories: [{ id: 'fire', title: '消防安全' }],
  sources: [],
  known: [],
};

function holdsTogether(result: ImportResult) {
  const { questions, refused, problems, duplicates } = result;
  const failed = problems.find(({ code }) => code === 'import_failed');
  expect(failed?.found).toBeUndefined();
  expect(questions.length + refused.length).toBeLessThanOrEqual(IMPORT_LIMITS.questions);
  const refs = [...questions, ...refused].map(({ ref }) => ref);
  expect(new Set(refs).size).toBe(refs.length);
  for (const { question } of questions) expect(Question.safeParse(question).error).toBeUndefined();
  for (const { found } of problems) expect(found.length).toBeLessThanOrEqual(200);
  const explained = new Set(problems.flatMap(({ weight, ref }) => (weight === 'refusal' && ref ? [ref] : [])));
  for (const { ref } of refused) expect(explained).toContain(ref);
  for (const { ref } of questions) expect(explained).not.toContain(ref);
  for (const { ref } of duplicates) expect(refs).toContain(ref);
  const isEmpty = refs.length === 0;
  expect(problems.some(({ weight }) => weight === 'file')).toBe(isEmpty);
}

const run = (bytes: Uint8Array) => importFile({ name: '题库', bytes, choices: {}, context });

const TEXT = [
  '一、单选题（每题2分）',
  '1．火警电话是（ B ）。',
  'A．110  B．119  C．120',
  '解析：记住119。',
  '2、发现有人触电首先（ ）',
  '（A）断电（B）拉人',
  '答案：A 难度：易',
  '二、判断题',
  '1. 电器起火先断电。（√）',
  '2. 油锅起火浇水。（×）',
  '三、填空题',
  '1. 高处作业为____米及以上。',
  '答：2',
  '2. 急救电话是？ [单选题] *',
  '○A. 120(正确答案)',
  '○B. 110',
  '参考答案',
  '一、1-2 BA',
].join('\n');

const list = aList(0, [{ text: '%1、' }, { format: 'upperLetter', text: '%2.' }], { 1: '' });
const DOCX = aDocx({
  body:
    p('单选题') +
    p('火警电话是（B）', { numId: 1 }) +
    p('110', { numId: 1, level: 1 }) +
    p('119', { numId: 1, level: 1 }) +
    aTable([
      ['题干', '答案'],
      ['电器起火先断电', '对'],
    ]),
  numbering: list.abstract + list.nums,
});
const CSV = '题干,题型,选项A,选项B,答案\n火警电话是,单选题,110,119,B\n"电器起火,先断电",判断题,,,对\n';

const FILES: readonly (readonly [string, Uint8Array])[] = [
  ['text', strToU8(TEXT)],
  ['document', DOCX],
  ['delimited', strToU8(CSV)],
  ['UTF-16', new Uint8Array(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(TEXT, 'utf16le')]))],
  ['JSON', strToU8(exportSetJson(aSet(everyKind())))],
  ['workbook', exportWorkbook(everyKind(), context)],
];

/** Flips, deletes or doubles some bytes. */
const mutation = fc.array(
  fc.record({
    what: fc.constantFrom('flip', 'delete', 'double', 'cut'),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.integer({ min: 1, max: 60 }),
    byte: fc.integer({ min: 0, max: 255 }),
  }),
  { minLength: 1, maxLength: 6 },
);

type Mutations = typeof mutation extends fc.Arbitrary<infer T> ? T : never;

function mutated(bytes: Uint8Array, mutations: Mutations): Uint8Array {
  let all = [...bytes];
  for (const { what, at, length, byte } of mutations) {
    const place = Math.floor(at * all.length);
    if (what === 'flip') all[place] = byte;
    else if (what === 'delete') all.splice(place, length);
    else if (what === 'double') all.splice(place, 0, ...all.slice(place, place + length));
    else all = all.slice(0, Math.max(1, place));
  }
  return new Uint8Array(all);
}

const RUNS = { numRuns: 60 };

describe('an import never throws and never lets anything through that is no question', () => {
  it.each(FILES)('%s as it is', (_, bytes) => {
    const result = run(bytes);
    holdsTogether(result);
    expect(result.questions.length).toBeGreaterThan(0);
  });

  it.each(FILES)('%s with bytes that were changed, deleted or doubled', (_, bytes) => {
    fc.assert(
      fc.property(mutation, (mutations) => holdsTogether(run(mutated(bytes, mutations)))),
      RUNS,
    );
  });

  it('random bytes, and random bytes behind a signature', () => {
    const heads = [
      [],
      [0x50, 0x4b, 3, 4],
      [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
      [0xff, 0xfe],
      [0x5b, 0x7b],
      [0x3c],
    ];
    fc.assert(
      fc.property(fc.constantFrom(...heads), fc.uint8Array({ maxLength: 400 }), (head, rest) =>
        holdsTogether(run(new Uint8Array([...head, ...rest]))),
      ),
      { numRuns: 200 },
    );
  });

  it('lines of banks in any order', () => {
    const more = [
      '',
      '（',
      'A.',
      'B.',
      'D. 丁',
      '1-5 ABCDE',
      '题号 1 2 3',
      '答案 A B C',
      '参考答案',
      '____',
      '答案：',
      '解析：',
      '第3题',
      '（1）',
      '①',
      'A 甲 B 乙',
      '[多选题]',
      '1',
      '√',
      '第二部分',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...TEXT.split('\n'), ...more), { maxLength: 40 }), (lines) =>
        holdsTogether(run(strToU8(lines.join('\n')))),
      ),
      { numRuns: 300 },
    );
  });

  it('XML of documents in any order', () => {
    const parts = [
      '<w:p>',
      '</w:p>',
      '<w:r>',
      '</w:r>',
      '<w:t>1.甲（A）',
      '</w:t>',
      '<w:tbl>',
      '</w:tbl>',
      '<w:tr>',
      '</w:tr>',
      '<w:tc>',
      '</w:tc>',
      '<w:del>',
      '</w:del>',
      '<w:br/>',
      '<w:pPr>',
      '</w:pPr>',
      '<w:numPr><w:numId w:val="1"/></w:numPr>',
      '<w:vanish/>',
      '<!--',
      '-->',
      '<a b=">"/>',
      '&#1;',
      p('A.一'),
      p('答案：A'),
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...parts), { maxLength: 40 }), (all) =>
        holdsTogether(run(aDocx({ body: all.join(''), numbering: list.abstract + list.nums }))),
      ),
      { numRuns: 150 },
    );
  });

  it('the same bytes give the same result', () => {
    for (const [, bytes] of FILES) expect(run(bytes)).toEqual(run(bytes));
  });
});
