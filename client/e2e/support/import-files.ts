import { createRequire } from 'node:module';

interface Xlsx {
  utils: {
    book_new(): object;
    aoa_to_sheet(rows: readonly (readonly unknown[])[]): Record<string, unknown>;
    book_append_sheet(book: object, sheet: object, name: string): void;
  };
  write(book: object, options: { type: 'buffer'; bookType: 'xlsx' }): Buffer;
}
interface Zip {
  zipSync(files: Record<string, Uint8Array>): Uint8Array;
  strToU8(text: string): Uint8Array;
}
const require = createRequire(new URL('../../../question-bank/package.json', import.meta.url));
const xlsx = require('@e965/xlsx') as Xlsx;
const zip = require('fflate') as Zip;

/** Not all of them may rest on one article. */
const ARTICLES = ['第四十四条', '第五十四条', '第五十七条', '第五十八条'] as const;
const lawOf = (n: number) => `《中华人民共和国安全生产法》${ARTICLES[n % ARTICLES.length] ?? ''}`;

/**
 * A workbook as people have it: a merged title and a note above the header, bare type numbers, rows without a type,
 * full-width answers with mixed commas, a sheet of instructions; row 6 and row 9 are broken.
 */
export function messyWorkbook(): Buffer {
  const rows = [
    [
      '1',
      1,
      '发现身边有人违章作业，首先应当怎么做？',
      '上前制止',
      '装作没看见',
      '跟着一起做',
      'Ａ',
      '违章会伤人，看见就要制止。',
    ],
    [
      '2',
      1,
      '高处作业时，安全带应当怎样挂？',
      '低挂高用',
      '高挂低用',
      '挂在同伴身上',
      'Ｂ',
      '高挂低用，坠落的距离才短。',
    ],
    [
      '3',
      1,
      '手持电动工具的外壳破了怎么办？',
      '用胶布缠一缠',
      '小心一点用',
      '停用送修',
      'E',
      '外壳破损会露出带电部位。',
    ],
    [
      '4',
      2,
      '进入有限空间前应当做哪些事？',
      '先通风',
      '再检测',
      '一个人先下去看看',
      'Ａ，Ｂ',
      '先通风、再检测、后作业。',
    ],
    [
      '5',
      2,
      '用燃气时，哪些做法是禁止的？',
      '用火找漏点',
      '在灶边堆纸箱',
      '用肥皂水查漏',
      'A、B',
      '明火查漏会引起爆炸。',
    ],
    ['6', 3, '潮湿的地方可以用普通手持灯。', '', '', '', '', '潮湿处要用安全电压。'],
    ['7', 3, '灭火器的压力表指在绿区，表示压力正常。', '', '', '', '√', '绿区表示压力够用。'],
    ['8', '', '雷雨天可以在大树下避雨。', '', '', '', '×', '大树会引雷。'],
  ].map((row, n) => [...row, lawOf(n)]);
  const header = ['序号', '题型', '试题内容（必填）', '选项A', '选项B', '选项C', '参考答案', '答案解析', '出处'];
  const sheet = xlsx.utils.aoa_to_sheet([['二号工区安全月题库'], ['编制：安全科'], header, ...rows]);
  sheet['!merges'] = [{ s: { r: 0, c: 0 }, e: { r: 0, c: 8 } }];
  const book = xlsx.utils.book_new();
  xlsx.utils.book_append_sheet(book, sheet, '题目');
  xlsx.utils.book_append_sheet(book, xlsx.utils.aoa_to_sheet([['填写说明'], ['题干必填'], ['答案写字母']]), '填写说明');
  return xlsx.write(book, { type: 'buffer', bookType: 'xlsx' });
}

interface Paragraph {
  readonly text: string;
  /** Level of Word's own numbering: 0 = 1. 2. 3., 1 = A. B. C. */
  readonly level?: 0 | 1;
}

/** A Word document whose numbers and letters are not in its text but made by Word. */
export function numberedDocument(): Buffer {
  const paragraphs: readonly Paragraph[] = [
    { text: '班前会安全题' },
    { text: '一、单选题' },
    { text: '动火作业前，首先应当做什么？', level: 0 },
    { text: '办理动火作业票', level: 1 },
    { text: '直接点火', level: 1 },
    { text: '等天黑', level: 1 },
    { text: '答案：A' },
    { text: '解析：没有作业票，谁也不能动火。' },
    { text: `依据：${lawOf(0)}` },
    { text: '安全帽的下颏带应当怎样？', level: 0 },
    { text: '松开', level: 1 },
    { text: '系紧', level: 1 },
    { text: '答案：C' },
    { text: '解析：系紧了，人摔倒时帽子才不会掉。' },
    { text: `依据：${lawOf(1)}` },
    { text: '二、判断题' },
    { text: '吊物的下方可以站人。', level: 0 },
    { text: '答案：错' },
    { text: '解析：吊物随时可能掉下来。' },
    { text: `依据：${lawOf(2)}` },
  ];
  const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
  const XML = '<?xml version="1.0" encoding="UTF-8"?>';
  const body = paragraphs.map(({ text, level }) => {
    const numbered = `<w:pPr><w:numPr><w:ilvl w:val="${level ?? 0}"/><w:numId w:val="1"/></w:numPr></w:pPr>`;
    return `<w:p>${level === undefined ? '' : numbered}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
  });
  const lvl = (n: number, format: string) =>
    `<w:lvl w:ilvl="${n}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="%${n + 1}."/></w:lvl>`;
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`;
  const relations = (inner: string) =>
    `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`;
  const MAIN = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
  const parts = {
    '[Content_Types].xml':
      `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      `<Override PartName="/word/document.xml" ContentType="${MAIN}.document.main+xml"/>` +
      `<Override PartName="/word/numbering.xml" ContentType="${MAIN}.numbering+xml"/></Types>`,
    '_rels/.rels': relations(relation('rId1', 'officeDocument', 'word/document.xml')),
    'word/_rels/document.xml.rels': relations(relation('rId1', 'numbering', 'numbering.xml')),
    'word/document.xml': `${XML}<w:document ${W}><w:body>${body.join('')}</w:body></w:document>`,
    'word/numbering.xml':
      `${XML}<w:numbering ${W}><w:abstractNum w:abstractNumId="0">${lvl(0, 'decimal')}${lvl(1, 'upperLetter')}</w:abstractNum>` +
      '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>',
  };
  const packed = Object.entries(parts).map(([name, text]) => [name, zip.strToU8(text)] as const);
  return Buffer.from(zip.zipSync(Object.fromEntries(packed)));
}
