import type { ProblemWords } from '../import/problem-text.js';
import type { Question } from '../schema.js';
import { questionSheet } from './export-workbook.js';
import type { ExportContext } from './table-cells.js';
import { writeWorkbook } from './write-workbook.js';

/** An empty table with our headers, how to fill it in, and an example of each kind that can be written by hand. */
export function templateWorkbook(context: ExportContext, language: keyof ProblemWords = 'zh'): Uint8Array {
  const examples = EXAMPLES.map((example) => ({ ...example, category: context.categories[0]?.id ?? 'law' }));
  const own = { ...context, sources: context.sources };
  return writeWorkbook([
    questionSheet('题库', [], own, ['id']),
    questionSheet('示例', examples, own, ['id']),
    { name: '填写说明', rows: INSTRUCTIONS.map((line) => [line[language]]), widths: [90] },
  ]);
}

const INSTRUCTIONS: readonly ProblemWords[] = [
  { zh: '怎么填', en: 'How to fill it in' },
  {
    zh: '在“题库”表里一行写一道题。“示例”和本页不会导入。已有的表不用改成这样，列的顺序和多余的列都没关系。',
    en: 'Write one question a row on the sheet 题库. The sheets 示例 and this one are not imported. Tables you have already need not look like this.',
  },
  {
    zh: '题型：单选题、多选题、不定项选择题、判断题、填空题、填数题、排序题。',
    en: 'Kind (题型): 单选题 single, 多选题 multiple, 判断题 true/false, 填空题 fill-in, 填数题 number, 排序题 ordering.',
  },
  {
    zh: '选择题的答案写字母：A 或 ABC。判断题写“正确”或“错误”，不用写选项。',
    en: 'Answers of choices are letters: A or ABC. True/false: 正确 or 错误, without options.',
  },
  {
    zh: '填空题在题干里用 ____ 表示空；答案里各空用；分开，同一空的不同写法用 / 分开。',
    en: 'Fill-in: ____ is a blank; part the blanks with ; and spellings of one blank with /.',
  },
  {
    zh: '填数题的答案写 2、2.5 或范围 19.5-23.5，单位写在单位栏。',
    en: 'Number: 2, 2.5 or a range such as 19.5-23.5, with the unit in its column.',
  },
  { zh: '排序题的答案按正确顺序写字母，例如 BADC。', en: 'Ordering: letters in the right order, such as BADC.' },
  { zh: '难度写 1 到 5，或易、中、难；不写按 2 算。', en: 'Difficulty (难度): 1 to 5, or 易, 中, 难; 2 when empty.' },
  {
    zh: '依据写法律名称和条款，例如《中华人民共和国消防法》第二十八条。',
    en: 'Source (依据): title and article, such as 《中华人民共和国消防法》第二十八条.',
  },
  {
    zh: '一次最多 2000 题、5 MB。',
    en: 'At most 2,000 questions and 5 MB at a time.',
  },
];

const shared = { id: '', rev: 1, status: 'draft', difficulty: 2, category: '', citations: [] } as const;
const options = (...texts: string[]) => texts.map((text, n) => ({ id: String.fromCharCode(97 + n), text }));

const EXAMPLES: readonly Question[] = [
  {
    ...shared,
    type: 'single',
    citations: [],
    stem: '油锅起火时应当怎么做？',
    options: options('盖上锅盖并关火', '马上往锅里浇水', '端起锅跑到室外', '打开油烟机排烟'),
    answer: { option: 'a' },
    explanation: '隔绝空气火就会熄灭，浇水会使热油飞溅。',
  },
  {
    ...shared,
    type: 'multiple',
    citations: [],
    stem: '进入有限空间前应当做什么？',
    options: options('先通风', '再检测气体', '安排人监护', '独自进入查看'),
    answer: { options: ['a', 'b', 'c'] },
    explanation: '先通风、再检测、后作业，并有人监护。',
  },
  { ...shared, type: 'boolean', citations: [], stem: '消防车通道可以临时停车十分钟。', answer: { value: false } },
  { ...shared, type: 'text', citations: [], stem: '火警电话是____。', answer: { blanks: [{ accept: ['119'] }] } },
  {
    ...shared,
    type: 'numeric',
    citations: [],
    stem: '坠落高度基准面多少米及以上算高处作业？',
    answer: { accept: [{ min: 2, max: 2 }], unit: '米', decimals: 0 },
  },
  {
    ...shared,
    type: 'ordering',
    citations: [],
    stem: '按正确的先后顺序排列使用灭火器的步骤。',
    options: options('拔下保险销', '提起灭火器', '按下压把', '对准火焰根部'),
    answer: { order: ['b', 'a', 'd', 'c'] },
  },
];
