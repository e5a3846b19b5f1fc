import { describe, expect, it } from '@jest/globals';
import { HEADER, importTable, optionTexts, ROW, workbookOf, xlsx, type Rows } from './table-builder.js';

const rowWith = (changes: Record<number, string | number>) => ROW.map((cell, n) => changes[n] ?? cell);
const table = (header: readonly string[], ...rows: Rows) => importTable(xlsx([header, ...rows]));

describe('headers', () => {
  it.each([
    ['题干', '选项A', '选项B', '选项C', '选项D', '答案'],
    ['题目内容', 'A', 'B', 'C', 'D', '正确答案'],
    ['试题', 'A选项', 'B选项', 'C选项', 'D选项', '标准答案'],
    ['题干（必填）', '选项A（必填）', '选项B(必填)', '选项C', '选项D', '*正确答案【填字母】'],
    ['问题', '选项一', '选项二', '选项三', '选项四', '参考答案'],
    ['question', 'optionA', 'optionB', 'optionC', 'optionD', 'correct_answer'],
    ['quContent', 'quA', 'quB', 'quC', 'quD', 'quAnswer'],
    ['title', 'option1', 'option2', 'option3', 'option4', 'answer'],
    ['试题题干', '答案A', '答案B', '答案C', '答案D', '正确答案'],
    ['ｔｉｔｌｅ', '选项 Ａ', '选项 Ｂ', '选项 Ｃ', '选项 Ｄ', '答案：'],
    ['题干（必填）', '选项 A', '选项 B', '选项C\n（勿删）', '选项D\n（勿删）', '正确答案\n（必填）'],
    ['小题题干', '选项1', '选项2', '选项3', '选项4', '答案（多个答案用逗号隔开）'],
    ['*题目', '*A', '*B', 'C', 'D', '*答案'],
    ['Question Text', 'Option 1', 'Option 2', 'Option 3', 'Option 4', 'Correct Option'],
    ['题目', '备选答案A', '备选答案B', '备选答案C', '备选答案D', '正确选项'],
  ])('%s %s … are understood', (...header) => {
    expect(table(header, ROW)).toMatchObject({ keys: ['single a'], codes: [] });
  });

  it('may be in any order and further down, below a title over several columns', () => {
    const { questions, table: read } = importTable(
      xlsx(
        [
          ['安全知识题库'],
          [],
          ['答案', '题干', 'B', 'A', '解析', '难度'],
          ['B', '应当怎么做？', '跑', '报警', '说明。', '易'],
        ],
        { merges: ['A1:F1'] },
      ),
    );
    expect(read.sheets[0]).toMatchObject({ headerRow: 3, layout: 'question-rows', rows: 1 });
    expect(questions[0]).toMatchObject({ answer: { option: 'b' }, explanation: '说明。', difficulty: 1 });
    expect(optionTexts(questions[0])).toEqual(['报警', '跑']);
    expect(questions[0]?.provenance?.row).toBe(4);
  });

  it('may name options in a second row below a joined 选项', () => {
    const rows = [['题干', '选项', '', '', '', '答案'], ['', 'A', 'B', 'C', 'D', ''], ROW];
    expect(importTable(xlsx(rows, { merges: ['B1:E1'] })).keys).toEqual(['single a']);
    expect(table(['题干', '选项', '', '', '', '答案'], ROW).keys).toEqual(['single a']);
  });

  it('that are missing over a column are told, and the column is left out', () => {
    const { codes, keys, table: read } = table([...HEADER, ''], [...ROW, '2023年修订']);
    expect(keys).toEqual(['single a']);
    expect(codes).toEqual(['column_unnamed']);
    expect(read.sheets[0]?.columns[6]).toMatchObject({ letter: 'G', meaning: 'ignored', samples: ['2023年修订'] });
  });

  it('that are missing over the questions make them found by their texts, and that is told', () => {
    expect(table(['', ...HEADER.slice(1)], ROW)).toMatchObject({ keys: ['single a'], codes: ['column_taken_as_stem'] });
  });

  it('that nobody knows are told and can be given a meaning', () => {
    const rows = [
      [...HEADER, '考核要点'],
      [...ROW, '厨房'],
    ];
    expect(importTable(xlsx(rows)).codes).toEqual(['column_unknown']);
    const chosen = importTable(xlsx(rows), { sheets: { Sheet1: { columns: { 6: 'tags' } } } });
    expect(chosen.questions[0]?.tags).toEqual(['厨房']);
    expect(chosen.codes).toEqual([]);
  });

  it('that are not there at all make the columns a choice', () => {
    const rows = [ROW];
    expect(importTable(xlsx(rows)).codes).toContain('table_not_found');
    const columns = { 0: 'stem', 1: 'option-1', 2: 'option-2', 3: 'option-3', 4: 'option-4', 5: 'answer' } as const;
    expect(importTable(xlsx(rows), { sheets: { Sheet1: { columns } } }).keys).toEqual(['single a']);
  });

  it('that come again between the rows are no question', () => {
    expect(table(HEADER, ROW, HEADER, rowWith({ 0: '第二题怎么做？' })).keys).toEqual(['single a', 'single a']);
  });
});

describe('columns with the same meaning', () => {
  it('are read from the more exact header, and the other one is told', () => {
    const read = table(['题目', '题目内容', ...HEADER.slice(1)], ['T-001', ...ROW]);
    expect(read).toMatchObject({ keys: ['single a'], codes: ['column_repeated'] });
    expect(read.questions[0]?.stem).toBe(ROW[0]);
  });
});

describe('sheets', () => {
  it('hidden ones and instructions are left out unless they are chosen', () => {
    const bytes = workbookOf(
      { 填写说明: [['一、题干必填', '二、答案写字母']], 题库: [HEADER, ROW], 旧题: [HEADER, ROW] },
      { 旧题: { hidden: true } },
    );
    const read = importTable({ container: 'xlsx', bytes });
    expect(read.table.sheets.map(({ unusedBecause }) => unusedBecause)).toEqual(['instructions', null, 'hidden']);
    expect(read.keys).toHaveLength(1);
    expect(read.codes).toEqual(['sheet_hidden']);
    const chosen = importTable({ container: 'xlsx', bytes }, { sheets: { 旧题: { isUsed: true } } });
    expect(chosen.keys).toHaveLength(2);
  });

  it('give their kind to all their questions by their name', () => {
    const bytes = workbookOf({
      单选题: [HEADER, ROW],
      多选题: [HEADER, rowWith({ 5: 'AC' })],
      判断题: [
        ['题干', '答案'],
        ['灭火器要定期检查。', 'A'],
      ],
      填空题: [
        ['题目', '答案'],
        ['火警电话是____。', '119'],
      ],
      Sheet5: [],
    });
    const read = importTable({ container: 'xlsx', bytes });
    expect(read.keys).toEqual(['single a', 'multiple a,c', 'boolean true', 'text 119']);
    expect(read.table.sheets.at(-1)?.unusedBecause).toBe('empty');
  });

  it('may have headings between the rows that give the kind', () => {
    const read = table(
      HEADER,
      ['一、单选题（每题2分）'],
      ROW,
      ['二、判断题'],
      ['高处作业要系安全带。', '', '', '', '', 'B'],
    );
    expect(read.keys).toEqual(['single a', 'boolean false']);
  });
});

describe('rows', () => {
  it('that are blank, or have a number and nothing else, are no questions', () => {
    const read = table(
      ['序号', ...HEADER],
      ['1', ...ROW],
      [],
      ['2', '', '', '', '', '', ''],
      ['3', ...rowWith({ 0: '第三题？' })],
    );
    expect(read.keys).toHaveLength(2);
    expect(read.questions.map(({ provenance }) => provenance?.row)).toEqual([2, 5]);
    expect(read.codes).toEqual([]);
  });

  it('share a category whose cells are joined', () => {
    const rows = [
      ['分类', ...HEADER],
      ['消防安全', ...ROW],
      ['', ...rowWith({ 0: '第二题怎么做？' })],
      ['法律与责任', ...rowWith({ 0: '第三题怎么做？' })],
    ];
    const read = importTable(xlsx(rows, { merges: ['A2:A3'] }));
    expect(read.questions.map(({ category }) => category)).toEqual(['fire', 'fire', 'law']);
  });

  it('that fail say where, what and what to do, and the others come in', () => {
    const read = table(HEADER, ROW, rowWith({ 5: 'E' }), rowWith({ 0: '' }));
    expect(read.keys).toEqual(['single a']);
    expect(read.problems).toMatchObject([
      {
        code: 'answer_beyond_options',
        where: { sheet: 'Sheet1', row: 3 },
        found: 'E',
        ref: 's1!r3',
        weight: 'refusal',
      },
      { code: 'stem_missing', where: { sheet: 'Sheet1', row: 4 }, weight: 'refusal' },
    ]);
  });

  it('can be repaired by meaning, also where the column is missing', () => {
    const read = importTable(xlsx([HEADER, rowWith({ 5: 'E' })]), {
      repairs: { 's1!r2': { answer: 'BD', type: '多选题', explanation: '说明。' } },
    });
    expect(read.keys).toEqual(['multiple b,d']);
    expect(read.questions[0]?.explanation).toBe('说明。');
  });
});

describe('cells', () => {
  it('are the texts that Excel shows: numbers, percents, dates, booleans and cached formulas', () => {
    const row = [
      '选一个？',
      { t: 'n', v: 0.5, z: '0%' },
      { t: 'n', v: 46024, z: 'm"月"d"日"' },
      { t: 'b', v: true },
      { t: 'n', v: 46024, z: 'yyyy/m/d' },
      { t: 's', v: 'A', f: 'UPPER("a")' },
    ] as const;
    const read = importTable(xlsx([HEADER, row]));
    expect(optionTexts(read.questions[0])).toEqual(['50%', '1月2日', 'TRUE', '2026/1/2']);
    expect(read.keys).toEqual(['single a']);
  });

  it('that are errors or formulas without a result refuse their row', () => {
    const error = table(HEADER, [...ROW.slice(0, 4), { t: 'e', v: 0x2a }, 'A']);
    expect(error).toMatchObject({ keys: [], codes: ['cell_error'] });
    const formula = table(HEADER, [...ROW.slice(0, 5), { t: 'n', f: '1+1' }]);
    expect(formula.codes).toContain('formula_without_result');
    expect(formula.keys).toEqual([]);
  });

  it('keep a text that begins with = a text, and lose the sign that exports put before it', () => {
    const read = table(HEADER, ['=1+1 等于几？', "'=2", "'-2", '+3', '@4', 'A']);
    expect(read.questions[0]?.stem).toBe('=1+1 等于几？');
    expect(optionTexts(read.questions[0])).toEqual(['=2', '-2', '+3', '@4']);
  });

  it.each([
    ['["1米","2米"]', ['1米', '2米']],
    ['A-1米|B-2米', ['1米', '2米']],
    ['A.1米|B.2米', ['1米', '2米']],
    ['A.1米\nB.2米', ['1米', '2米']],
    ['A、1米 B、2米', ['1米', '2米']],
    ['Ａ．1米　Ｂ．2米', ['1米', '2米']],
    ['1米|2米', ['1米', '2米']],
    ['1米\n2米', ['1米', '2米']],
    ['1米；2米', ['1米', '2米']],
    ['{"A":"1米","B":"2米"}', ['1米', '2米']],
    ['[{"key":"A","text":"1米"},{"key":"B","text":"2米"}]', ['1米', '2米']],
  ])('may hold all options: %j', (cell, texts) => {
    const read = table(['题干', '选项', '答案'], ['护栏多高？', cell, 'B']);
    expect(optionTexts(read.questions[0])).toEqual(texts);
    expect(read.keys).toEqual(['single b']);
  });

  it('may mark the right options one by one', () => {
    const read = table(
      ['题干', '选项1', 'isCorrect1', '选项2', 'isCorrect2', '选项3', 'isCorrect3'],
      ['怎么做？', '报警', '1', '跑', '0', '叫人', '1'],
    );
    expect(read.keys).toEqual(['multiple a,c']);
  });
});

describe('marks beside the options', () => {
  const marked = (...marks: readonly string[]) =>
    table(
      ['题干', '选项A', '选项A是否正确', '选项B', '选项B是否正确', '选项C', '选项C是否正确'],
      ['怎么做？', '报警', marks[0] ?? '', '跑', marks[1] ?? '', '叫人', marks[2] ?? ''],
    );

  it.each([
    [['是', '否', '是'], 'multiple a,c'],
    [['√', '×', ''], 'single a'],
    [['√', '', '√'], 'multiple a,c'],
    [['1', '0', '0'], 'single a'],
    [['TRUE', 'FALSE', '-'], 'single a'],
  ])('%j are read', (marks, key) => expect(marked(...marks)).toMatchObject({ keys: [key], codes: [] }));

  it.each([
    ['√', '？', ''],
    ['是', '否', '可能'],
    ['1', '0', '2'],
    ['√', '★', ''],
    ['100%', '是', '否'],
  ])('%j %j %j leave a doubt and are refused', (...marks) =>
    expect(marked(...marks)).toMatchObject({ keys: [], codes: ['answer_mark_unreadable'] }),
  );
});

describe('a time limit', () => {
  it.each([
    ['限时（秒）', '90', 90],
    ['限时', '90', 90],
    ['限时（分钟）', '2', 120],
    ['答题时间(分)', '10', 600],
    ['限时（分钟）', '90秒', 90],
    ['限时（分钟）', '30', undefined],
    ['限时（小时）', '6', undefined],
    ['time (ms)', '500', undefined],
  ])('under %s of %j is %j seconds', (header, cell, seconds) => {
    const { questions, codes } = table([...HEADER, header], [...ROW, cell]);
    expect(questions[0]?.timeLimitSec).toBe(seconds);
    expect(codes).toEqual(seconds === undefined ? ['time_limit_unknown'] : []);
  });
});

describe('numbers in the column of the kind', () => {
  const rows = (single: number, multiple: number, boolean: number): Rows => [
    ['题型', ...HEADER],
    [single, ...ROW],
    [single, ...rowWith({ 0: '第二题怎么做？', 5: 'B' })],
    [multiple, ...rowWith({ 0: '第三题怎么做？', 5: 'ABD' })],
    [boolean, '灭火器要定期检查。', '', '', '', '', '对'],
  ];

  it.each([
    [0, 2, 1],
    [1, 2, 3],
    [2, 3, 1],
  ])('are resolved from answers and options (%d single, %d multiple, %d true/false), unconfirmed', (...codes) => {
    const read = importTable(xlsx(rows(...codes)));
    expect(read.keys).toEqual(['single a', 'single b', 'multiple a,b,d', 'boolean true']);
    expect(read.table.typeCodes.map(({ code, suggested }) => [Number(code), suggested])).toEqual([
      [codes[0], 'single'],
      [codes[1], 'multiple'],
      [codes[2], 'boolean'],
    ]);
    expect(read.table.typeCodes.every(({ isConfirmed }) => !isConfirmed)).toBe(true);
  });

  it('are refused where their rows contradict each other, until somebody decides', () => {
    const mixed: Rows = [
      ['题型', ...HEADER],
      [1, ...ROW],
      [1, ...rowWith({ 0: '第二题？', 5: 'AB' })],
    ];
    const read = importTable(xlsx(mixed));
    expect(read.codes).toEqual(['type_code_undecided', 'type_code_undecided']);
    expect(read.table.typeCodes).toEqual([{ code: '1', count: 2, suggested: null, meaning: null, isConfirmed: false }]);
    const decided = importTable(xlsx(mixed), { typeCodes: { 1: 'multiple' } });
    expect(decided.keys).toEqual(['multiple a', 'multiple a,b']);
    expect(decided.table.typeCodes[0]).toMatchObject({ meaning: 'multiple', isConfirmed: true });
  });
});

describe('answers that are numbers', () => {
  it('are numbers of options when the whole sheet says so', () => {
    expect(table(HEADER, rowWith({ 5: '1' }), rowWith({ 0: '第二题？', 5: '2,4' })).keys).toEqual([
      'single a',
      'multiple b,d',
    ]);
  });

  it('are refused where they may be the text of another option', () => {
    const read = table(HEADER, ['护栏有几道？', '2', '3', '4', '1', '2']);
    expect(read.codes).toEqual(['answer_ambiguous']);
  });
});
