import { describe, expect, it } from '@jest/globals';
import { readPastedText } from './pasted-text.js';

const read = (text: string, repairs = {}) => readPastedText(text, repairs);

/** Questions in short: stem | options | answer. */
const short = (text: string) =>
  read(text).questions.map(({ stem, options, answerText }) =>
    [stem, options.map((option) => `${option.letter ?? '-'}${option.text}`).join(' '), answerText ?? ''].join(' | '),
  );
const types = (text: string) => read(text).questions.map(({ typeHint, typeText }) => typeHint ?? typeText);
const codes = (text: string) => read(text).problems.map(({ code, where }) => `${code}@${where.line ?? 0}`);

describe('numbers of questions', () => {
  it.each([
    '1.',
    '1．',
    '1、',
    '1)',
    '1）',
    '1 、',
    '（1）',
    '(1)',
    '第1题',
    '第 1 题：',
    '题1、',
    '1.、',
    '*1.',
    '【1】',
    '第一题：',
    '一、',
  ])('%j begins a question', (number) =>
    expect(short(`${number}火警电话是（ B ）\nA.110\nB.119`)).toEqual(['火警电话是（　　） | A110 B119 | B']),
  );

  it('may be followed by a digit where they are awaited', () => {
    const text = '2.甲（A）\nA.一 B.二\n3.36V是（B）\nA.一 B.二\n4.5米是（A）\nA.一 B.二';
    expect(short(text)[1]).toBe('36V是（　　） | A一 B二 | B');
  });

  it('may be missing where options follow', () => {
    const text =
      '下列属于违章的是（ ）\nA. 冒险作业\nB. 戴安全帽\n答案：A\n夏季应当防暑，\n不正确的是（ ）\nA. 多喝水\nB. 连续作业\n答案：B';
    expect(short(text)).toEqual([
      '下列属于违章的是（ ） | A冒险作业 B戴安全帽 | A',
      '夏季应当防暑，不正确的是（ ） | A多喝水 B连续作业 | B',
    ]);
  });

  it('may be missing where every line has its verdict', () => {
    expect(short('判断题\n电器起火先断电。（√）\n油锅起火浇水。（×）')).toEqual([
      '电器起火先断电。（　　） |  | √',
      '油锅起火浇水。（　　） |  | ×',
    ]);
  });

  it('inside a stem or an explanation number its points', () => {
    const text = [
      '1、动火前应当：',
      '（1）清理现场；',
      '（2）检测气体。',
      '正确的是（ ）',
      'A.（1）',
      'B.（1）（2）',
      '答案：B',
      '解析：',
      '1、可燃物会被引燃；',
      '2、气体会爆炸。',
      '2、火警电话是（ ）',
      'A.110',
      'B.119',
      '答案：B',
    ].join('\n');
    expect(short(text)).toEqual([
      '动火前应当：\n（1）清理现场；\n（2）检测气体。\n正确的是（ ） | A（1） B（1）（2） | B',
      '火警电话是（ ） | A110 B119 | B',
    ]);
    expect(read(text).questions[0]?.explanation).toBe('1、可燃物会被引燃；\n2、气体会爆炸。');
  });

  it('that jump are told, because a question may have been swallowed', () => {
    expect(codes('1.甲（A）\nA.一\nB.二\n4.乙（A）\nA.一\nB.二')).toEqual(['number_skipped@4']);
  });
});

describe('headings', () => {
  it.each([
    ['一、单选题（每题2分，共20题）', 'single'],
    ['一、单项选择题(每题的备选项中，只有1个最符合题意)', 'single'],
    ['第一部分 判断题', 'boolean'],
    ['【多选题】', 'multiple'],
    ['二、多项选择题：', 'multiple'],
    ['（一）填空题', 'text'],
    ['三、判断题（对的打√，错的打×）', 'boolean'],
    ['四、判断下列说法是否正确', 'boolean'],
    ['判断题', 'boolean'],
    ['二、不定项选择题', '不定项选择题'],
    ['一、选择题', '选择题'],
    ['五、简答题', '简答题'],
    ['1、单选题（共2题）', 'single'],
  ])('%j sets the kind', (heading, kind) => {
    expect(types(`${heading}\n1. 题目在这里（A）`)).toEqual([kind]);
  });

  it('without a kind name a category and end the kind before', () => {
    const { questions } = read(
      '第一章 消防安全\n一、单选题\n1.甲（A）\nA.一\nB.二\n第二章 用电安全\n1.乙（A）\nA.一\nB.二',
    );
    expect(questions.map(({ typeHint, categoryText }) => [typeHint, categoryText])).toEqual([
      ['single', '消防安全'],
      [undefined, '用电安全'],
    ]);
  });

  it('before the first question, and its name fields, are no error', () => {
    const text =
      '安全生产月试题\n姓名：____  得分：____\n注意事项：\n1、考试时间60分钟。\n2、请填写姓名。\n一、单选题\n1.甲（A）\nA.一\nB.二';
    expect(short(text)).toEqual(['甲（　　） | A一 B二 | A']);
    expect(codes(text)).toEqual([]);
  });

  it('of a file with several kinds do not set one', () => {
    expect(types('安全知识题库（单选题、多选题、判断题）\n1.甲（A）\nA.一\nB.二')).toEqual([undefined]);
  });
});

describe('options', () => {
  const expected = ['问（　　） | A1米 B2米 C3米 D4米 | B'];
  it.each([
    ['one a line', 'A.1米\nB.2米\nC.3米\nD.4米'],
    ['with other stops', 'A、1米\nB．2米\nC：3米\nD）4米'],
    ['in full width', 'Ａ．1米\nＢ．2米\nＣ．3米\nＤ．4米'],
    ['in brackets', '（A）1米\n（B）2米\n(C) 3米\n[D]4米'],
    ['several a line', 'A.1米  B.2米\nC.3米\tD.4米'],
    ['all in one line', 'A. 1米 B. 2米 C. 3米 D. 4米'],
    ['without white space', 'A.1米B.2米C.3米D.4米'],
    ['in small letters', 'a.1米\nb.2米\nc.3米\nd.4米'],
    ['without a stop', 'A 1米\nB 2米\nC 3米\nD 4米'],
    ['with bullets', '○A.1米\n○B.2米\n○C.3米\n○D.4米'],
    ['over several lines', 'A.1\n米\nB.2米\nC.3米\nD.4\n米'],
    ['with the letters on lines of their own', 'A\n1米\nB\n2米\nC\n3米\nD\n4米'],
    ['with lines between', 'A.1米\n\nB.2米\n\nC.3米\n\nD.4米'],
  ])('%s', (_, options) => expect(short(`1.问（B）\n${options}`)).toEqual(expected));

  it('in the line of the stem', () => {
    expect(short('1.问（B）。A.1米 B.2米 C.3米 D.4米')).toEqual(['问（　　）。 | A1米 B2米 C3米 D4米 | B']);
  });

  it('letters in a text are no options', () => {
    expect(short('1.问（A）\nA.甲和B.乙都不行\nB.只有A.可以\nC.以上A、B都对')).toEqual([
      '问（　　） | A甲和B.乙都不行 B只有A.可以 C以上A、B都对 | A',
    ]);
  });

  it('letters that do not follow each other refuse the block with its line and whole text', () => {
    const { refused, problems, questions } = read('1.甲（A）\nA.一\nB.二\nD.三\n2.乙（A）\nA.一\nB.二');
    expect(refused).toEqual([
      {
        ref: 'l1',
        where: { line: 1 },
        cells: [{ meaning: 'block', label: '原文', text: '1.甲（A）\nA.一\nB.二\nD.三' }],
      },
    ]);
    expect(problems).toMatchObject([{ code: 'option_letters', weight: 'refusal', ref: 'l1', found: 'D.三' }]);
    expect(questions).toHaveLength(1);
  });
});

describe('answers', () => {
  it.each([
    ['答案：B'],
    ['答案:B'],
    ['答案 B'],
    ['答案B'],
    ['【答案】B'],
    ['【答案：B】'],
    ['（答案：B）'],
    ['正确答案：B'],
    ['参考答案： B'],
    ['答：B'],
    ['[答案] B'],
    ['答案：\nB'],
    ['我的答案：A 正确答案：B'],
    ['正确答案为：B'],
    ['答案为B'],
    ['答案是 B'],
    ['本题答案：B'],
    ['B'],
    ['Answer: B'],
  ])('%j is B', (line) => expect(short(`1.问（ ）\nA.一\nB.二\n${line}`)).toEqual(['问（ ） | A一 B二 | B']));

  it.each(['（B）', '( B )', '（　B　）', '【B】', '（b）', '____B____'])('%j in the stem is taken out', (bracket) => {
    const [question = ''] = short(`1.应当${bracket}。\nA.一\nB.二`);
    expect(question).toMatch(/\| A一 B二 \| B$|\["B"\]/u);
    expect(question.split('|')[0]).not.toContain('B');
  });

  it('of a true/false stand in a bracket anywhere or as a tick at the end', () => {
    expect(short('判断题\n1.甲甲（√）\n2.（×）乙乙\n（ √ ）3、丙丙\n4.丁丁 ×\n5.戊戊（正确）')).toEqual([
      '甲甲（　　） |  | √',
      '（　　）乙乙 |  | ×',
      '丙丙 |  | √',
      '丁丁 |  | ×',
      '戊戊（　　） |  | 正确',
    ]);
  });

  it('dB(A) is a unit', () => {
    expect(short('1.超过85dB(A)应佩戴（B）\nA.手套\nB.耳塞')).toEqual(['超过85dB(A)应佩戴（　　） | A手套 B耳塞 | B']);
  });

  it('units and words in brackets are none', () => {
    expect(short('判断题\n1.电流（A）的单位是安培。答案：对')).toEqual(['电流（A）的单位是安培。 |  | 对']);
    expect(short('1.重量（T）、拉力（N）的单位（B）\nA.米\nB.吨和牛')).toEqual([
      '重量（T）、拉力（N）的单位（　　） | A米 B吨和牛 | B',
    ]);
    expect(short('判断题\n1.是（是）非（否）都要判断。（√）')).toEqual(['是（是）非（否）都要判断。（　　） |  | √']);
  });

  it('that contradict each other refuse the block', () => {
    expect(codes('1.问（C）\nA.一\nB.二\nC.三\n答案：B')).toEqual(['answer_conflict@1']);
    expect(codes('1.甲（A）乙（B）\nA.一\nB.二')).toEqual(['answer_brackets_differ@1']);
  });

  it('that are said twice alike are one', () => {
    expect(short('1.问（BA）\nA.一\nB.二\nC.三\n答案：A、B')).toEqual(['问（　　） | A一 B二 C三 | A、B']);
  });

  it('are marked by 问卷星, whose notes are no text', () => {
    const text = [
      '1. 火警电话是？ [单选题] *',
      'A. 110',
      'B. 119(正确答案)',
      '2. 安全色有哪些？ [多选题] *',
      '□A. 红(正确答案)',
      '□B. 黄(正确答案)',
      '□C. 紫',
      '(正确答案个数：2个)',
      '3. 电梯着火可以乘电梯。 [判断题] *',
      '对',
      '错(正确答案)',
      '4. 高处作业为____米及以上。 [填空题] *',
      '_______________(答案：2)',
    ].join('\n');
    expect(short(text)).toEqual([
      '火警电话是？ | A110 B119 | ',
      '安全色有哪些？ | A红 B黄 C紫 | ',
      '电梯着火可以乘电梯。 |  | 错',
      '高处作业为____米及以上。 |  | 2',
    ]);
    const { questions } = read(text);
    expect(questions.map(({ typeHint }) => typeHint)).toEqual(['single', 'multiple', 'boolean', 'text']);
    expect(questions[1]).toMatchObject({
      announcedAnswers: 2,
      options: [{ isCorrect: true }, { isCorrect: true }, { isCorrect: false }],
    });
  });

  it('on underlines are read and told, but the words between two blanks are not', () => {
    expect(short('填空题\n1.同时__施工__、同时__投入使用__。')).toEqual([
      '同时____、同时____。 |  | [["施工"],["投入使用"]]',
    ]);
    expect(codes('填空题\n1.同时__施工__。')).toEqual(['answer_from_underline@2']);
    expect(short('填空题\n1.在______区内严禁______。')).toEqual(['在______区内严禁______。 |  | ']);
  });
});

describe('blanks', () => {
  it('filled in wide brackets are read in a fill-in and told', () => {
    expect(short('填空题\n1.火警电话是（ 119 ），急救电话是（ 120 ）。')).toEqual([
      '火警电话是____，急救电话是____。 |  | [["119"],["120"]]',
    ]);
    expect(short('填空题\n1.《安全生产法》（2021年修正）规定（ ）。')[0]).toBe(
      '《安全生产法》（2021年修正）规定（ ）。 |  | ',
    );
  });

  it('words on a line are text where options follow', () => {
    expect(short('1.下列__不正确__的是（A）\nA.一\nB.二')).toEqual(['下列__不正确__的是（　　） | A一 B二 | A']);
  });
});

it('a verdict on its own line below a statement is its answer', () => {
  expect(short('判断题\n1.电器起火先断电。\n√\n2.油锅起火浇水。\n错误')).toEqual([
    '电器起火先断电。 |  | √',
    '油锅起火浇水。 |  | 错误',
  ]);
});

it('numbers of pages are no text, numbers of a text are', () => {
  const page = (n: number) => `${n}.问${n}（A）\nA.一\nB.二\nC.三\nD.四\n解析：略\n一二三\n四五六\n${n}`;
  const text = [1, 2, 3].map(page).join('\n');
  expect(read(text).questions.map(({ explanation }) => explanation)).toEqual([
    '略一二三四五六',
    '略一二三四五六',
    '略一二三四五六',
  ]);
  expect(short('1.问（B）\nA.\n110\nB.\n119')).toEqual(['问（　　） | A110 B119 | B']);
});

describe('a key at the end', () => {
  const questions = (...numbers: number[]) => numbers.map((n) => `${n}.问${n}（ ）\nA.一\nB.二\nC.三\nD.四`).join('\n');
  const keyed = (text: string) =>
    read(text)
      .questions.map(({ answerText }) => answerText ?? '-')
      .join(' ');

  it.each([
    ['1-5 ABCDA', 'A B C D A'],
    ['1~5：ABCDA', 'A B C D A'],
    ['1—5  A B C D A', 'A B C D A'],
    ['1-3 AB CD A 4-5 B C', 'AB CD A B C'],
    ['1.A 2.B 3.CD 4.D 5.A', 'A B CD D A'],
    ['1、A；2、B；3、C；4、D；5、A', 'A B C D A'],
    ['1A2B3C4D5A', 'A B C D A'],
    ['参考答案\n1.A\n2.B\n3.C\n4.D\n5.A', 'A B C D A'],
    ['题号\t1\t2\t3\t4\t5\n答案\tA\tB\tC\tD\tA', 'A B C D A'],
    ['| 题号 | 1 | 2 | 3 | 4 | 5 |\n| 答案 | A | B | C | D | A |', 'A B C D A'],
    ['附：参考答案\n一、1-5 ABCDA', 'A B C D A'],
    ['单选题答案：1-5 ABCDA', 'A B C D A'],
    ['答案：1.A 2.B 3.CD 4.D 5.A', 'A B CD D A'],
  ])('%j', (key, answers) => expect(keyed(`${questions(1, 2, 3, 4, 5)}\n\n${key}`)).toBe(answers));

  it('is told apart by section', () => {
    const text = `一、单选题\n${questions(1, 2)}\n二、判断题\n1.甲甲（ ）\n2.乙乙（ ）\n参考答案\n一、1.A 2.B\n二、1.√ 2.×`;
    expect(keyed(text)).toBe('A B √ ×');
    expect(keyed(text.replace('一、1.A 2.B\n二、', '单选题：1-2 AB\n判断题：'))).toBe('A B √ ×');
    expect(keyed(text.replace('一、1.A 2.B\n二、', '1.A 2.B\n'))).toBe('A B √ ×');
  });

  it('brings explanations along', () => {
    const text = `${questions(1, 2)}\n参考答案及解析\n1.【答案】A\n【解析】先断电。\n1、要快。\n2. B。根据规程，不得带电。`;
    expect(read(text).questions.map(({ answerText, explanation }) => [answerText, explanation])).toEqual([
      ['A', '先断电。\n1、要快。'],
      ['B', '根据规程，不得带电。'],
    ]);
  });

  it('that names no question is told', () => {
    expect(codes(`${questions(1, 2)}\n1-3 ABC`)).toEqual(['key_unmatched@11']);
  });

  it('that differs from the answer in the question refuses it', () => {
    expect(codes('1.问（A）\nA.一\nB.二\n2.问（ ）\nA.一\nB.二\n参考答案\n1.B\n2.A')).toEqual(['answer_conflict@1']);
  });

  it('ends where the next paper begins', () => {
    const paper = `一、单选题\n${questions(1, 2)}\n参考答案\n`;
    expect(keyed(`${paper}1-2 AB\n${paper}1-2 CD`)).toBe('A B C D');
  });
});

describe('named parts', () => {
  it('go where they belong, on lines of their own or in one', () => {
    const { questions } = read(
      '1.问（ ）\nA.一\nB.二\n正确答案：B  难度：易  知识点：用电\n解析：先断电，\n再救人。\n依据：《安全生产法》第五十四条',
    );
    expect(questions[0]).toMatchObject({
      answerText: 'B',
      difficultyText: '易',
      categoryText: '用电',
      explanation: '先断电，再救人。',
      sourceText: '《安全生产法》第五十四条',
    });
  });

  it('in brackets follow each other', () => {
    const { questions } = read('1.问（ ）\nA.一\nB.二【答案】B【解析】因为【注意】是二。【难度】中');
    expect(questions[0]).toMatchObject({ answerText: 'B', explanation: '因为【注意】是二。', difficultyText: '中' });
  });
});

describe('texts', () => {
  it('keep the characters of their author', () => {
    expect(short('1.面积≥50㎡的①类房间，应当（A）\nA.１米\nB.2米')).toEqual([
      '面积≥50㎡的①类房间，应当（　　） | A１米 B2米 | A',
    ]);
  });

  it('lose what cannot be seen, and lines broken by a page are joined', () => {
    expect(short('1.\u200B油锅\u00AD起火\n第 1 页 共 2 页\n应当（A）\nA.盖\u00A0锅盖\nB.浇水')).toEqual([
      '油锅起火应当（　　） | A盖 锅盖 B浇水 | A',
    ]);
  });
});

describe('repairs', () => {
  const text = '1.甲（A）\nA.一\nB.二\nD.三\n2.乙（A）\nA.一\nB.二';

  it('read a block anew, in its place', () => {
    const { questions, refused } = read(text, { l1: { block: '1.甲（C）\nA.一\nB.二\nC.三' } });
    expect(refused).toEqual([]);
    expect(questions.map(({ ref, row, answerText }) => [ref, row, answerText])).toEqual([
      ['l1', 1, 'C'],
      ['l5', 5, 'A'],
    ]);
  });

  it('may make two questions of one block', () => {
    const { questions } = read(text, { l1: { block: '1.甲（A）\nA.一\nB.二\n2.丙（B）\nA.一\nB.二' } });
    expect(questions.map(({ ref, stem }) => [ref, stem])).toEqual([
      ['l1', '甲（　　）'],
      ['l1.2', '丙（　　）'],
      ['l5', '乙（　　）'],
    ]);
  });
});

describe('an answer that may be a range or alternatives', () => {
  it.each(['A/D', 'A-D', 'A~D', 'A或D', 'A..D'])('%j stays as it is written and is no list of letters', (answer) => {
    const options = 'A.一\nB.二\nC.三\nD.四';
    expect(short(`1.问一问（）\n${options}\n答案：${answer}`)[0]).toMatch(
      new RegExp(`\\| ${answer.replace(/\./gu, '\\.')}$`, 'u'),
    );
    expect(short(`1.问一问（${answer}）\n${options}`)[0]).not.toMatch(/\| AD$/u);
  });
});
