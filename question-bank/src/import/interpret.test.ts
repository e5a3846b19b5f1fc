import { describe, expect, it } from '@jest/globals';
import { Question } from '../schema.js';
import { interpret, type InterpretEnv } from './interpret.js';
import type { RawQuestion } from './raw-question.js';

const env: InterpretEnv = {
  choices: {},
  context: {
    categories: [
      { id: 'law', title: '法律与责任' },
      { id: 'fire', title: '消防安全' },
    ],
    sources: [
      { id: 'aqscf-2021', title: '中华人民共和国安全生产法', number: '主席令第八十八号（2021年第三次修正）' },
      { id: 'gb-30871-2022', title: '危险化学品企业特殊作业安全规范', number: 'GB 30871-2022' },
      { id: 'gb-3608-2025', title: '高处作业分级', number: 'GB 3608-2025' },
      { id: 'gbt-3608-2008', title: '高处作业分级', number: 'GB/T 3608-2008' },
    ],
  },
  file: { name: '题库.xlsx', sha256: 'a'.repeat(64) },
};

const options = ['盖上锅盖', '往锅里浇水', '端起锅跑', '打开油烟机'].map((text) => ({ text }));

function aRaw(changes: Partial<RawQuestion> = {}): RawQuestion {
  return {
    ref: 's1!r2',
    where: { sheet: 'Sheet1', row: 2 },
    row: 2,
    stem: '油锅起火时应当怎么做？',
    options,
    answerText: 'A',
    cells: [],
    ...changes,
  };
}

const read = (changes: Partial<RawQuestion> = {}, more: Partial<InterpretEnv> = {}) =>
  interpret(aRaw(changes), { ...env, ...more });
const keyOf = (changes: Partial<RawQuestion>) => {
  const { question, problems } = read(changes);
  return question ? `${question.type} ${JSON.stringify(question.answer)}` : problems.map(({ code }) => code).join();
};
const codesOf = (changes: Partial<RawQuestion>) => read(changes).problems.map(({ code }) => code);

describe('a question that is read', () => {
  it('is a draft with provenance that passes the schema', () => {
    const { question } = read();
    expect(Question.safeParse(question).success).toBe(true);
    expect(question).toMatchObject({
      status: 'draft',
      rev: 1,
      difficulty: 2,
      category: 'law',
      provenance: { origin: 'imported', file: '题库.xlsx', sha256: `sha256:${'a'.repeat(64)}`, row: 2 },
    });
  });

  it('has the same id whenever the same bytes are read, and another in another place', () => {
    expect(read().question?.id).toBe(read().question?.id);
    expect(read({ ref: 's1!r3' }).question?.id).not.toBe(read().question?.id);
  });

  it('keeps an id of ours and makes one for any other', () => {
    const id = `q_${'0'.repeat(25)}7`;
    expect(read({ idText: id }).question?.id).toBe(id);
    expect(read({ idText: '1024' }).question?.id).toMatch(/^q_/u);
  });
});

describe('letters of an answer', () => {
  it.each(['A', 'a', 'Ａ', ' A ', '【答案】A', '答案：A', '（A）', 'A.盖上锅盖', '选A', '盖上锅盖', '盖上锅盖。'])(
    '%j is A',
    (answerText) => expect(keyOf({ answerText, typeText: '单选题' })).toBe('single {"option":"a"}'),
  );

  it.each(['ABC', 'A,B,C', 'A，B，C', 'A、B、C', 'a b c', 'ＡＢＣ', 'C,B,A', 'A;B;C', 'A|B|C', 'A-B-C', 'A\nB\nC'])(
    '%j is A, B and C',
    (answerText) => expect(keyOf({ answerText, typeText: '多选题' })).toBe('multiple {"options":["a","b","c"]}'),
  );

  it('may be texts of options', () => {
    expect(keyOf({ answerText: '盖上锅盖；打开油烟机', typeText: '多选' })).toBe('multiple {"options":["a","d"]}');
  });

  it('beyond the options refuse the question', () => {
    expect(codesOf({ answerText: 'E' })).toEqual(['answer_beyond_options']);
    expect(codesOf({ answerText: 'AF', typeText: '多选题' })).toEqual(['answer_beyond_options']);
  });

  it('that are also the text of another option are not decided', () => {
    const letters = ['B', 'A', 'D', 'C'].map((text) => ({ text }));
    expect(codesOf({ options: letters, answerText: 'A', typeText: '单选题' })).toEqual(['answer_ambiguous']);
  });

  it('are numbers where the format says so, and then 12 is option 12', () => {
    expect(keyOf({ answerText: '1,3', answerStyle: 'numbers' })).toBe('multiple {"options":["a","c"]}');
    expect(codesOf({ answerText: '12', answerStyle: 'numbers' })).toEqual(['answer_beyond_options']);
  });

  it('several in a single choice are refused, one in a multiple is told', () => {
    expect(codesOf({ answerText: 'AB', typeText: '单选题' })).toEqual(['single_with_several']);
    expect(codesOf({ answerText: 'A', typeText: '多选题' })).toEqual(['multiple_with_one']);
    expect(codesOf({ answerText: 'A', typeText: '不定项选择题' })).toEqual([]);
  });

  it('have the scoring that the column of the kind names', () => {
    expect(keyOf({ answerText: 'AC', typeText: '多选题（漏选得分）' })).toContain('"scoring":"partial-no-wrong"');
    expect(keyOf({ answerText: 'AC', typeText: '多选题（全对得分）' })).toContain('"scoring":"exact"');
    expect(keyOf({ answerText: 'BADC', typeText: '排序题（相邻得分）' })).toContain('"scoring":"adjacent-pairs"');
  });

  it('that make every option right are refused', () => {
    expect(codesOf({ answerText: 'ABCD', typeText: '多选题' })).toEqual(['all_options_right']);
  });

  it('have to agree with the marks of options and with the number announced', () => {
    const marked = options.map((option, n) => ({ ...option, isCorrect: n === 1 }));
    expect(keyOf({ options: marked, answerText: undefined })).toBe('single {"option":"b"}');
    expect(codesOf({ options: marked })).toEqual(['answer_differs_from_marks']);
    expect(codesOf({ answerText: 'AB', announcedAnswers: 3 })).toEqual(['answer_count_differs']);
  });
});

describe('true and false', () => {
  it.each(['对', '正确', '√', '✓', '是', 'T', 'Y', 'true', '1', 'A', '（√）', '对。'])('%j is true', (answerText) =>
    expect(keyOf({ options: [], answerText, typeText: '判断题' })).toBe('boolean {"value":true}'),
  );

  it.each(['错', '错误', '×', '✗', '否', 'F', 'N', 'FALSE', '0', '2', 'B', 'X'])('%j is false', (answerText) =>
    expect(keyOf({ options: [], answerText, typeText: '判断题' })).toBe('boolean {"value":false}'),
  );

  it.each(['是否', '对/错', '√×', 'T/F', 'A/B', 'AB', 'A或B', '1/0', '对或错', '不错', '对?', '3', 'C', 'A错'])(
    '%j is neither',
    (answerText) => expect(codesOf({ options: [], answerText, typeText: '判断题' })).toEqual(['boolean_unreadable']),
  );

  it('follow the options where 错 is listed first', () => {
    const reversed = [{ text: '错误' }, { text: '正确' }];
    expect(keyOf({ options: reversed, answerText: 'A', typeText: '判断题' })).toBe('boolean {"value":false}');
    expect(codesOf({ options: reversed, answerText: '1', typeText: '判断题' })).toEqual(['answer_ambiguous']);
  });

  it('with options of their own come in as single choice, and that is told', () => {
    const own = [{ text: '可以' }, { text: '不可以' }];
    expect(read({ options: own, answerText: 'B', typeText: '判断题' })).toMatchObject({
      question: { type: 'single', answer: { option: 'b' } },
      problems: [{ code: 'boolean_as_single', weight: 'notice' }],
    });
  });
});

describe('other kinds', () => {
  it('an order keeps its order', () => {
    expect(keyOf({ answerText: 'BADC', typeText: '排序题' })).toBe('ordering {"order":["b","a","d","c"]}');
    expect(keyOf({ answerText: 'B→A→D→C', typeText: '排序' })).toBe('ordering {"order":["b","a","d","c"]}');
    expect(keyOf({ answerText: '②①④③', typeText: '排序' })).toBe('ordering {"order":["b","a","d","c"]}');
    expect(codesOf({ answerText: 'BAD', typeText: '排序题' })).toEqual(['order_incomplete']);
  });

  it.each([
    ['2', '[{"min":2,"max":2}],"decimals":0'],
    ['2.5', '[{"min":2.5,"max":2.5}],"decimals":1'],
    ['19.5-23.5', '[{"min":19.5,"max":23.5}],"decimals":1'],
    ['19.5～23.5', '[{"min":19.5,"max":23.5}],"decimals":1'],
    ['19.5至23.5', '[{"min":19.5,"max":23.5}],"decimals":1'],
    ['-5', '[{"min":-5,"max":-5}],"decimals":0'],
    ['35±0.5', '[{"min":34.5,"max":35.5}],"decimals":1'],
    ['2；4', '[{"min":2,"max":2},{"min":4,"max":4}],"decimals":0'],
    ['2米', '[{"min":2,"max":2}],"unit":"米","decimals":0'],
    ['19.5%-23.5%', '[{"min":19.5,"max":23.5}],"unit":"%","decimals":1'],
  ])('the number %j is read', (answerText, key) => {
    expect(keyOf({ options: [], answerText, typeText: '填数题' })).toBe(`numeric {"accept":${key}}`);
  });

  it.each([
    ['≥36', 'number_open'],
    ['36以上', 'number_open'],
    ['约36', 'number_unreadable'],
    ['三十六', 'number_unreadable'],
    ['23.5-19.5', 'range_backwards'],
  ])('the number %j is refused', (answerText, code) => {
    expect(codesOf({ options: [], answerText, typeText: '数值题' })).toEqual([code]);
  });

  it('a number fills one blank only', () => {
    const stem = '氧含量应为____%至____%。';
    expect(codesOf({ options: [], stem, answerText: '19.5；23.5', typeText: '填数题' })).toEqual(['number_blanks']);
    expect(keyOf({ options: [], stem: '氧含量不低于____%。', answerText: '19.5', typeText: '填数题' })).toContain(
      'numeric',
    );
  });

  it('blanks are parted by semicolons, bars and lines, spellings by strokes', () => {
    const stem = '火警是____，急救是____。';
    for (const answerText of ['119；120', '119;120', '119|120', '119\n120', '119、120', '119 120']) {
      expect(keyOf({ options: [], stem, answerText, typeText: '填空题' })).toBe(
        'text {"blanks":[{"accept":["119"]},{"accept":["120"]}]}',
      );
    }
    expect(keyOf({ options: [], stem: '先（  ）。', answerText: '通风/换气', typeText: '填空题' })).toBe(
      'text {"blanks":[{"accept":["通风","换气"]}]}',
    );
    expect(keyOf({ options: [], stem: '单位是____。', answerText: 'mg/m³', typeText: '填空题' })).toBe(
      'text {"blanks":[{"accept":["mg/m³"]}]}',
    );
    expect(codesOf({ options: [], stem, answerText: '119', typeText: '填空题' })).toEqual(['blanks_differ']);
  });
});

describe('a kind that is not written', () => {
  it.each([
    [{ answerText: 'A' }, 'single {"option":"a"}'],
    [{ answerText: 'AC' }, 'multiple {"options":["a","c"]}'],
    [{ answerText: 'AC', typeText: '选择题' }, 'multiple {"options":["a","c"]}'],
    [{ options: [{ text: '对' }, { text: '错' }] }, 'boolean {"value":true}'],
    [{ options: [], answerText: '错' }, 'boolean {"value":false}'],
    [{ options: [], answerText: '119', stem: '火警电话是____。' }, 'text {"blanks":[{"accept":["119"]}]}'],
  ])('%j is read off answer and options', (changes, key) => expect(keyOf(changes)).toBe(key));

  it.each(['A、C', 'A-D', 'A/D', 'A或B', 'AorB', 'A；C'])('%j without its options is no fill-in', (answerText) =>
    expect(codesOf({ options: [], stem: '应当（  ）。', answerText })).toEqual(['type_unclear']),
  );

  it.each([[{ options: [], answerText: 'A' }], [{ options: [], answerText: '36' }], [{ answerText: 'BADC' }]])(
    '%j leaves a doubt and is refused',
    (changes) => expect(codesOf(changes)).toEqual(['type_unclear']),
  );

  it('is a code that counts only once it is decided', () => {
    expect(codesOf({ typeText: '1' })).toEqual(['type_code_undecided']);
    expect(read({ typeText: '1' }, { typeCodes: new Map([['1', 'single']]) }).question?.type).toBe('single');
    expect(read({ typeText: '1' }, { choices: { typeCodes: { 1: 'multiple' } } }).question?.type).toBe('multiple');
  });

  it('is refused where it cannot be marked or is not known', () => {
    expect(codesOf({ typeText: '简答题' })).toEqual(['type_unsupported']);
    expect(codesOf({ typeText: '火星题' })).toEqual(['type_unknown']);
  });
});

describe('stems and options', () => {
  it('lose what nobody sees and keep the characters of the author', () => {
    const { question } = read({ stem: '\u00A0①面积２㎡，\u200B对吗？\r\n', answerText: 'A\u00A0\n' });
    expect(question?.stem).toBe('①面积２㎡，对吗？');
  });

  it('lose markup, and that is told', () => {
    expect(read({ stem: '<p>油锅起火&nbsp;怎么做？</p>' })).toMatchObject({
      question: { stem: '油锅起火 怎么做？' },
      problems: [{ code: 'markup_removed', weight: 'notice' }],
    });
    expect(codesOf({ stem: '看图<img src="a.png">选择' })).toEqual(['picture_in_text']);
  });

  it('lose a letter that is repeated in its own place only', () => {
    const repeated = ['A. 灭火器', 'B. 水', 'C. 沙', 'D. 被子'].map((text) => ({ text }));
    const read4 = read({ options: repeated }).question;
    expect(read4 && 'options' in read4 && read4.options.map(({ text }) => text)).toEqual([
      '灭火器',
      '水',
      '沙',
      '被子',
    ]);
    const own = ['A类火灾', 'A、B两类', 'C、D两类', 'B. 类'].map((text) => ({ text }));
    const kept = read({ options: own }).question;
    expect(kept && 'options' in kept && kept.options.map(({ text }) => text)).toEqual(own.map(({ text }) => text));
  });

  it('give the key of a stem up when there is no other, and empty its brackets', () => {
    expect(read({ stem: '起火时应（ B ）。', answerText: undefined }).question).toMatchObject({
      stem: '起火时应（  ）。',
      answer: { option: 'b' },
    });
    expect(read({ stem: '起火时应（A）。' }).question?.stem).toBe('起火时应（  ）。');
    expect(codesOf({ stem: '起火时应（C）。' })).toContain('stem_answer_differs');
    expect(read({ stem: '不得超过85dB(A)。' }).question?.stem).toBe('不得超过85dB(A)。');
  });

  it('may have two lines of underscores', () => {
    const stem = '火警是____，____是急救。';
    expect(read({ options: [], stem, answerText: '119；120', typeText: '填空题' }).question?.stem).toBe(stem);
  });

  it('are counted in characters, not in units of a string', () => {
    expect(codesOf({ stem: '🔥' })).toEqual(['text_too_short']);
    expect(codesOf({ stem: '𠮷'.repeat(1000) })).toEqual([]);
  });

  it('that are missing, alike or too long are refused, all at once', () => {
    expect(codesOf({ stem: ' ' })).toEqual(['stem_missing']);
    expect(codesOf({ answerText: '' })).toEqual(['type_unclear']);
    expect(codesOf({ answerText: '', typeText: '单选题' })).toEqual(['answer_missing']);
    expect(codesOf({ options: [{ text: '水' }, { text: '水。' }], typeText: '单选题' })).toEqual(['options_alike']);
    expect(codesOf({ stem: '长'.repeat(1001), answerText: 'F' })).toEqual(['text_too_long', 'answer_beyond_options']);
    expect(read({ stem: '长'.repeat(1001) }).problems[0]?.says.zh).toBe('题干有 1001 个字，最多 1000 个');
  });
});

describe('the rest of a row', () => {
  it.each([
    ['易', 1],
    ['简单', 1],
    ['一般', 3],
    ['中', 3],
    ['较难', 4],
    ['难', 5],
    ['3', 3],
    ['★★', 2],
    ['★★☆☆☆', 2],
    ['初级', 1],
    ['高级', 5],
  ])('the difficulty %j is %d', (difficultyText, difficulty) =>
    expect(read({ difficultyText }).question?.difficulty).toBe(difficulty),
  );

  it.each(['★★☆', '3/5', '2-3', '易或中', '中等以上', '6', '0'])(
    'the difficulty %j is told and not read',
    (difficultyText) => expect(codesOf({ difficultyText })).toEqual(['difficulty_unknown']),
  );

  it.each([
    ['30秒/题', 30],
    ['每题30秒', 30],
    ['1:30', 90],
    ['1\'30"', 90],
    ['2分钟', 120],
    ['1分30秒', 90],
  ])('the time limit %j is %d seconds', (timeLimitText, seconds) =>
    expect(read({ timeLimitText }).question?.timeLimitSec).toBe(seconds),
  );

  it.each(['1:3', '1:', '1分75秒', '30-60秒', '1.5分钟', '30秒/2题', '30以内', '0:00:30'])(
    'the time limit %j is told and left out',
    (timeLimitText) => {
      expect(read({ timeLimitText }).question).not.toHaveProperty('timeLimitSec');
      expect(codesOf({ timeLimitText })).toEqual(['time_limit_unknown']);
    },
  );

  it('an unknown difficulty or category is told and the default is used', () => {
    expect(codesOf({ difficultyText: '0.7', categoryText: '航天' })).toEqual([
      'category_unknown',
      'difficulty_unknown',
    ]);
  });

  it.each(['消防安全', 'fire', '安全/消防安全', ' 消防 安全 '])('the category %j is known', (categoryText) =>
    expect(read({ categoryText }).question?.category).toBe('fire'),
  );

  it.each([
    ['《安全生产法》第二十条', [{ source: 'aqscf-2021', locator: '第二十条' }]],
    [
      '《中华人民共和国安全生产法》（2021年修正）第二十条第（一）项',
      [{ source: 'aqscf-2021', locator: '第二十条第（一）项' }],
    ],
    ['安全生产法第二十条规定', [{ source: 'aqscf-2021', locator: '第二十条' }]],
    ['GB 30871-2022 术语和定义', [{ source: 'gb-30871-2022', locator: '术语和定义' }]],
    ['GB 30871-2022 5.2', [{ source: 'gb-30871-2022', locator: '5.2' }]],
    ['GB30871—2022《危险化学品企业特殊作业安全规范》', [{ source: 'gb-30871-2022' }]],
    ['《高处作业分级》（GB/T 3608-2008）', [{ source: 'gbt-3608-2008' }]],
    [
      '《安全生产法》第二十条；GB 30871-2022',
      [{ source: 'aqscf-2021', locator: '第二十条' }, { source: 'gb-30871-2022' }],
    ],
  ])('the source %j is cited', (sourceText, citations) => {
    expect(read({ sourceText }).question?.citations).toEqual(citations);
    expect(codesOf({ sourceText })).toEqual([]);
  });

  it.each([
    ['《公司动火制度》3.2', 'source_unknown'],
    ['《高处作业分级》3.1', 'source_ambiguous'],
    ['《安全生产法》（2014年）第十条', 'source_unknown'],
    ['GB 30871-2014', 'source_unknown'],
  ])('the source %j goes into the explanation', (sourceText, code) => {
    const { question, problems } = read({ sourceText, explanation: '说明。' });
    expect(question?.explanation).toBe(`说明。\n依据：${sourceText}`);
    expect(question?.citations).toEqual([]);
    expect(problems.map((problem) => problem.code)).toEqual([code]);
  });

  it('tags and time limits are read', () => {
    expect(read({ tagsText: '火灾，厨房、火灾', timeLimitText: '20秒' }).question).toMatchObject({
      tags: ['火灾', '厨房'],
      timeLimitSec: 20,
    });
    expect(codesOf({ timeLimitText: '3' })).toEqual(['time_limit_unknown']);
  });
});
