import type {
  ImportDetail,
  ImportItem,
  ImportMapping,
  ImportProblem,
  SheetMapping,
} from '@anquanli/contract/bank-imports';
import type { ImportQuestion } from './import-types';

/** An import as the server would describe it, for tests: a workbook with a title above its header. */

export const aSheet = (change: Partial<SheetMapping> = {}): SheetMapping => ({
  name: '题目',
  isHidden: false,
  isUsed: true,
  unusedBecause: null,
  headerRow: 3,
  layout: 'question-rows',
  columns: [
    { index: 0, letter: 'A', header: '序号', meaning: 'number', samples: ['1', '2', '3'] },
    { index: 1, letter: 'B', header: '题型', meaning: 'type', samples: ['1', '1', '2'] },
    {
      index: 2,
      letter: 'C',
      header: '试题内容',
      meaning: 'stem',
      samples: ['发现火情应当怎么做？', '灭火器多久查一次？'],
    },
    { index: 3, letter: 'D', header: '选项A', meaning: 'option-1', samples: ['立即报警', '每月'] },
    { index: 4, letter: 'E', header: '选项B', meaning: 'option-2', samples: ['继续作业', '每年'] },
    { index: 5, letter: 'F', header: '参考答案', meaning: 'answer', samples: ['Ａ', 'A', 'AB'] },
  ],
  type: null,
  rows: 12,
  ...change,
});

export const aMapping = (change: Partial<ImportMapping> = {}): ImportMapping => ({
  container: 'xlsx',
  encoding: null,
  delimiter: null,
  sheets: [aSheet()],
  typeCodes: [],
  categories: [],
  ...change,
});

export const aDetail = (change: Partial<ImportDetail> = {}): ImportDetail => ({
  id: '0193aaaa-0000-7000-8000-000000000001',
  version: 1,
  setId: 'safety-basics',
  name: '安全月题库（二号工区）.xlsx',
  sha256: 'a'.repeat(64),
  bytes: 325_000,
  state: 'ready',
  progress: null,
  counts: { good: 10, refused: 2, notices: 1, similar: 1, known: 0, added: 0, byKind: [{ kind: 'single', count: 10 }] },
  created: { at: 1_795_000_000_000, by: '王主任' },
  committed: null,
  mapping: aMapping(),
  choices: {},
  problems: [],
  ...change,
});

export const aProblem = (change: Partial<ImportProblem> = {}): ImportProblem => ({
  where: { sheet: '题目', row: 17 },
  code: 'answer_beyond_options',
  found: 'E',
  says: { zh: '答案里有 E，选项里没有', en: 'The answer names E, which is not among the options' },
  remedy: { zh: '请您补上选项 E，或改答案', en: 'Add option E, or change the answer' },
  weight: 'refusal',
  ref: 's1!r17',
  ...change,
});

export const aQuestion = (change: Partial<Extract<ImportQuestion, { type: 'single' }>> = {}): ImportQuestion => ({
  id: 'q_01jdk7zzzzzzzzzzzzzzzzzzzz',
  rev: 1,
  type: 'single',
  status: 'draft',
  stem: '发现火情应当怎么做？',
  options: [
    { id: 'a', text: '立即报警' },
    { id: 'b', text: '继续作业' },
  ],
  answer: { option: 'a' },
  difficulty: 2,
  category: 'fire',
  citations: [],
  ...change,
});

export const anItem = (change: Partial<ImportItem> = {}): ImportItem => ({
  ref: 's1!r17',
  where: { sheet: '题目', row: 17 },
  cells: [
    { meaning: 'number', label: '序号', text: '14' },
    { meaning: 'type', label: '题型', text: '1' },
    { meaning: 'stem', label: '试题内容', text: '发现火情应当怎么做？' },
    { meaning: 'option-1', label: '选项A', text: '立即报警' },
    { meaning: 'option-2', label: '选项B', text: '继续作业' },
    { meaning: 'answer', label: '参考答案', text: 'E' },
  ],
  question: null,
  problems: [aProblem()],
  similar: [],
  isRepaired: false,
  isKnown: false,
  ...change,
});
