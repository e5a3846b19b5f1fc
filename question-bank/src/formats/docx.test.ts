import { describe, expect, it } from '@jest/globals';
import { isHeaderRow, meaningsOf } from '../import/headers.js';
import { openZip } from '../import/zip-gate.js';
import { aDocx, aList, aTable, p, r, type DocxParts } from './docx/docx-builder.js';
import { readDocx } from './docx.js';
import { readTextLines } from './pasted-text.js';

function read(parts: DocxParts) {
  const gate = openZip(aDocx(parts));
  if (!gate.ok) throw new Error(gate.problem.code);
  return readDocx(gate.entries, (cells) => isHeaderRow(meaningsOf(cells)));
}

function linesOf(parts: DocxParts): string[] {
  const document = read(parts);
  return document.ok ? document.lines.map(({ text }) => text) : [document.code];
}

const listed = (...lists: ReturnType<typeof aList>[]) =>
  lists.map(({ abstract }) => abstract).join('') + lists.map(({ nums }) => nums).join('');

describe('automatic numbers', () => {
  it('come back, and options begin anew below every question', () => {
    const numbering = listed(aList(0, [{ text: '%1、' }, { format: 'upperLetter', text: '%2.' }], { 1: '' }));
    const body = ['火警电话是（B）', '急救电话是（A）'].flatMap((stem) => [
      p(stem, { numId: 1 }),
      p('120', { numId: 1, level: 1 }),
      p('119', { numId: 1, level: 1 }),
    ]);
    expect(linesOf({ body: body.join(''), numbering })).toEqual([
      '1、 火警电话是（B）',
      'A. 120',
      'B. 119',
      '2、 急救电话是（A）',
      'A. 120',
      'B. 119',
    ]);
  });

  it('of another list that overrides its start begin anew, those of the same list go on', () => {
    const restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>';
    const numbering = listed(aList(0, [{ text: '%1.' }], { 1: '', 2: restart, 3: '' }));
    const body = [1, 1, 2, 3].map((numId) => p('题', { numId })).join('');
    expect(linesOf({ body, numbering })).toEqual(['1. 题', '2. 题', '1. 题', '2. 题']);
  });

  it('are counted in the way of each format', () => {
    const formats: [string, number, string][] = [
      ['chineseCounting', 12, '十二、'],
      ['chineseCountingThousand', 105, '一百零五、'],
      ['decimalZero', 3, '03、'],
      ['lowerLetter', 28, 'bb、'],
      ['upperRoman', 14, 'XIV、'],
      ['decimalEnclosedCircle', 3, '③、'],
      ['chineseLegalSimplified', 21, '贰拾壹、'],
      ['ideographTraditional', 2, '乙、'],
      ['decimalFullWidth', 7, '7、'],
      ['bullet', 1, ''],
    ];
    const lists = formats.map(([format, start], n) => aList(n, [{ format, start, text: '%1、' }], { [n + 1]: '' }));
    const body = formats.map((_, n) => p('题', { numId: n + 1 })).join('');
    const numbering = lists.map((list) => list.abstract).join('') + lists.map((list) => list.nums).join('');
    expect(linesOf({ body, numbering })).toEqual(formats.map(([, , label]) => (label ? `${label} 题` : '题')));
  });

  it('may have several levels in one, and take a stop where they have none', () => {
    const numbering = listed(
      aList(
        0,
        [
          { text: '第%1章', format: 'chineseCounting' },
          { text: '%1.%2', more: '<w:isLgl/>' },
        ],
        { 1: '' },
      ),
      aList(1, [{ text: '%1' }], { 2: '' }),
    );
    const body =
      p('总则', { numId: 1 }) + p('题', { numId: 1, level: 1 }) + p('题', { numId: 2 }) + p('、题', { numId: 2 });
    expect(linesOf({ body, numbering })).toEqual(['第一章 总则', '1.1 题', '1. 题', '2 、题']);
  });

  it('come from styles too, and numId 0 takes them away', () => {
    const numbering = listed(
      aList(0, [{ text: '%1.' }, { format: 'upperLetter', text: '%2.', more: '<w:pStyle w:val="Option"/>' }], {
        1: '',
      }),
    );
    const style = (id: string, inside: string) => `<w:style w:type="paragraph" w:styleId="${id}">${inside}</w:style>`;
    const numPr = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>';
    const styles = style('Stem', numPr) + style('Bold', '<w:basedOn w:val="Stem"/>') + style('Option', numPr);
    const body =
      p('甲', { style: 'Stem' }) +
      p('乙', { style: 'Option' }) +
      p('丙', { style: 'Bold' }) +
      p('丁', { style: 'Stem', numId: 0 });
    expect(linesOf({ body, numbering, styles })).toEqual(['1. 甲', 'A. 乙', '2. 丙', '丁']);
  });
});

describe('the text of a document', () => {
  it('has breaks, tabs and signs, and no soft hyphen or hidden text', () => {
    const inside = [
      r('甲'),
      '<w:r><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t><w:noBreakHyphen/><w:softHyphen/><w:t>丁&#12289;&lt;5&amp;&#x4E00;</w:t></w:r>',
      '<w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r>',
      '<w:r><w:sym w:font="Wingdings 2" w:char="F050"/></w:r>',
      '<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>',
    ];
    expect(linesOf({ body: p('', {}, inside.join('')) })).toEqual(['甲\t乙', '丙-丁、<5&一√x']);
  });

  it('has lines to fill where white space is underlined, and no other marks', () => {
    const underlined = (text: string) =>
      `<w:r><w:rPr><w:u w:val="single"/></w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
    const inside = `${r('火警电话是')}${underlined('      ')}${r('，')}${underlined('不得')}${r('谎报。')}`;
    expect(linesOf({ body: p('', {}, inside) })).toEqual(['火警电话是____，不得谎报。']);
  });

  it('is that after tracked changes', () => {
    const del = (text: string) => `<w:del w:id="1"><w:r><w:delText>${text}</w:delText><w:t>${text}</w:t></w:r></w:del>`;
    const inside = `${r('答案：')}${del('A')}<w:ins w:id="2">${r('B')}</w:ins>`;
    const openEnded = `<w:p><w:pPr><w:rPr><w:del w:id="3"/></w:rPr></w:pPr>${r('前半')}</w:p>`;
    expect(linesOf({ body: p('', {}, inside) + openEnded + p('后半') })).toEqual(['答案：B', '前半后半']);
  });

  it('has what stands in text boxes once, after its paragraph', () => {
    const box = (name: string) =>
      `<mc:${name}><w:pict><w:txbxContent>${p('框里')}</w:txbxContent></w:pict></mc:${name}>`;
    const inside = `${r('外面')}<w:r><mc:AlternateContent>${box('Choice')}${box('Fallback')}</mc:AlternateContent></w:r>`;
    expect(linesOf({ body: p('', {}, inside) })).toEqual(['外面', '框里']);
  });

  it('tells which question has a picture', () => {
    const body =
      p('', {}, `${r('1.图中是（A）')}<w:r><w:drawing><pic:pic/></w:drawing></w:r>`) + p('A.灭火器') + p('B.水桶');
    const document = read({ body });
    const { problems } = readTextLines(document.ok ? document.lines : []);
    expect(problems).toMatchObject([{ code: 'picture_left_out', weight: 'notice', ref: 'l1' }]);
  });
});

describe('tables of a document', () => {
  it('with a known header are tables', () => {
    const document = read({
      body:
        p('题库') +
        aTable([
          ['题干', '选项A', '选项B', '答案'],
          ['甲\n乙', '一', '二', 'A'],
        ]),
    });
    expect(document).toMatchObject({
      lines: [{ text: '题库' }],
      tables: [{ number: 1, text: '题干\t选项A\t选项B\t答案\n"甲\n乙"\t一\t二\tA' }],
    });
  });

  it('without one are lines: options side by side, keys in two rows, questions in cells', () => {
    const body = [
      p('1.问（ ）'),
      aTable([
        ['A.一', 'B.二'],
        ['C.三', 'D.四'],
      ]),
      p('2.问（ ）'),
      aTable([['A.一\nB.二\nC.三']]),
      p('3.问（ ）'),
      aTable([['A.一', 'B.二']]),
      aTable([
        ['题号', '1', '2', '3'],
        ['答案', 'D', 'C', 'B'],
      ]),
    ];
    const document = read({ body: body.join('') });
    const { questions } = readTextLines(document.ok ? document.lines : []);
    expect(questions.map(({ options, answerText }) => `${options.length}${answerText ?? ''}`)).toEqual([
      '4D',
      '3C',
      '2B',
    ]);
  });

  it('repeat what is joined downwards', () => {
    const tc = (text: string, settings = '') => `<w:tc><w:tcPr>${settings}</w:tcPr>${p(text)}</w:tc>`;
    const row = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`;
    const body = `<w:tbl>${row(tc('分类'), tc('题干'), tc('答案'))}${row(tc('消防', '<w:vMerge w:val="restart"/>'), tc('甲'), tc('对'))}${row(tc('', '<w:vMerge/>'), tc('乙'), tc('错'))}</w:tbl>`;
    const document = read({ body });
    expect(document.ok && document.tables[0]?.text).toBe('分类\t题干\t答案\n消防\t甲\t对\n消防\t乙\t错');
  });
});

describe('a document that cannot be read', () => {
  it.each([
    ['cut off', '<w:p><w:r><w:t>甲', 'document_damaged'],
    ['with a document type', '<!DOCTYPE a><w:p/>', 'document_forbidden'],
    ['with entities', '<!ENTITY a "b"><w:p/>', 'document_forbidden'],
    [
      'with more lines than can be questions',
      Array.from({ length: 100_002 }, (_, n) => p(String(n * 7919))).join(''),
      'lines_too_many',
    ],
  ])('%s says so', (_, body, code) => expect(linesOf({ body })).toEqual([code]));

  it('leaves unknown entities as they are', () => {
    expect(linesOf({ body: p('&foo;&#0;') })).toEqual(['&foo;&#0;']);
  });
});

it('a bank typed with automatic numbers becomes questions', () => {
  const restart = (n: number) => `<w:lvlOverride w:ilvl="0"><w:startOverride w:val="${n}"/></w:lvlOverride>`;
  const numbering = listed(
    aList(0, [{ format: 'chineseCounting', text: '%1、' }], { 1: '' }),
    aList(1, [{ text: '%1.' }], { 2: '', 5: restart(1) }),
    aList(2, [{ format: 'upperLetter', text: '%1．' }], { 3: restart(1), 4: restart(1) }),
  );
  const body = [
    p('2024年安全生产月题库'),
    p('单选题', { numId: 1 }),
    p('火警电话是（ ）', { numId: 2 }),
    p('110', { numId: 3 }),
    p('119', { numId: 3 }),
    p('答案：B'),
    p('急救电话是（ ）', { numId: 2 }),
    p('120', { numId: 4 }),
    p('122', { numId: 4 }),
    p('答案：A'),
    p('判断题', { numId: 1 }),
    p('电器起火先断电。（√）', { numId: 5 }),
    p('油锅起火浇水。（×）', { numId: 5 }),
  ];
  const document = read({ body: body.join(''), numbering });
  const { questions, problems } = readTextLines(document.ok ? document.lines : []);
  expect(problems).toEqual([]);
  expect(
    questions.map(({ typeHint, stem, options, answerText }) => [typeHint, stem, options.length, answerText]),
  ).toEqual([
    ['single', '火警电话是（ ）', 2, 'B'],
    ['single', '急救电话是（ ）', 2, 'A'],
    ['boolean', '电器起火先断电。（　　）', 0, '√'],
    ['boolean', '油锅起火浇水。（　　）', 0, '×'],
  ]);
});
