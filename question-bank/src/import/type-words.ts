import type { QuestionType } from '../schema.js';
import { folded } from './clean-text.js';
import type { ProblemWords } from './problem-text.js';

/** What a cell of a type column says. `choice` leaves open whether one or several are right. */
export type TypeReading =
  | { readonly is: 'type'; readonly type: QuestionType; readonly note?: TypeNote }
  | { readonly is: 'choice' }
  | { readonly is: 'code'; readonly code: string }
  | { readonly is: 'unsupported' }
  | { readonly is: 'unknown'; readonly code: string };

/** What a type adds to its answers: part of the points for part of the answer or only all of them, any order of blanks, one answer allowed. */
export type TypeNote = 'partial' | 'exact' | 'any-order' | 'one-or-more';

/** Names as people know them, in the order of the schema. */
export const TYPE_NAMES = {
  single: { zh: '单选题', en: 'single choice' },
  multiple: { zh: '多选题', en: 'multiple choice' },
  boolean: { zh: '判断题', en: 'true/false' },
  ordering: { zh: '排序题', en: 'ordering' },
  numeric: { zh: '填数题', en: 'number' },
  text: { zh: '填空题', en: 'fill-in' },
  hotspot: { zh: '热点题', en: 'hot-spot' },
} as const satisfies Readonly<Record<QuestionType, ProblemWords>>;

const WORDS: Readonly<Record<QuestionType, string>> = {
  single: '单选|单项|单项选择|单选选择|单一选择|一选|single|singlechoice|singleselect|singleanswer|radio|sc|danxuan',
  multiple:
    '多选|多项|多项选择|多选选择|不定项|不定项选择|不定向选择|multiple|multipleselect|multiplechoices|multipleanswer|multipleanswers|multipleresponse|multiselect|multi|checkbox|duoxuan',
  boolean:
    '判断|是非|对错|判断正误|判断对错|正误|正误判断|是非判断|truefalse|trueorfalse|true/false|tf|t/f|judge|judgement|judgment|boolean|bool|yesno|panduan',
  ordering: '排序|顺序|排列|步骤排序|ordering|order|sort|sorting|sequence|ranking',
  numeric: '填数|数值|数字|数字填空|数值填空|numeric|number|numerical|numericentry',
  text: '填空|填词|单项填空|多项填空|fill|fillin|fill-in|fillintheblank|fillblank|blank|blanks|cloze|text|textentry|shortanswer|tiankong',
  hotspot: '热点|热区|图片热点|找隐患|隐患图|点图|hotspot|hot-spot',
};

const UNSUPPORTED =
  /简答|问答|论述|名词解释|案例|材料|综合|组合|配伍|匹配|连线|完形|阅读|作文|写作|操作|实操|主观|计算|翻译|听力|录音|上传|附件|评分|打分|量表|矩阵|段落|essay|matching|cloze.*test|survey|upload/u;

const CHOICE = new Set(['选择', '客观', '客观选择', 'choice', 'multiplechoice', 'mcq', 'mc', 'select', 'quiz']);

const BY_WORD = new Map<string, QuestionType>(
  Object.entries(WORDS).flatMap(([type, words]) => words.split('|').map((word) => [word, type as QuestionType])),
);

const MAX_TYPE = 60;

/** Reads the cell of a type column; undefined when it is empty. */
export function readTypeText(text: string): TypeReading | undefined {
  const whole = folded(text).replace(/[_]/gu, '');
  if (whole === '') return undefined;
  if (whole.length > MAX_TYPE) return { is: 'unknown', code: text.slice(0, MAX_TYPE) };
  const bare = whole.replace(/[([【{].*$/u, '');
  const code = text.trim();
  if (/^\d+$/u.test(whole)) return { is: 'code', code: whole };
  const word = bare.replace(/^[一二三四五六七八九十\d]+[、.,]/u, '').replace(/(?:试?题目?|型)+$|question$/u, '');
  const type = BY_WORD.get(word) ?? BY_WORD.get(bare);
  if (type !== undefined) {
    const note = noteOf(type, whole);
    return note === undefined ? { is: 'type', type } : { is: 'type', type, note };
  }
  if (CHOICE.has(word) || CHOICE.has(bare)) return { is: 'choice' };
  return UNSUPPORTED.test(whole) ? { is: 'unsupported' } : { is: 'unknown', code };
}

function noteOf(type: QuestionType, whole: string): TypeNote | undefined {
  if ((type === 'multiple' && /漏选得分|部分得分|少选得分/u.test(whole)) || /相邻得分/u.test(whole)) return 'partial';
  if ((type === 'multiple' || type === 'ordering') && /全对得分/u.test(whole)) return 'exact';
  if (type === 'text' && /不分(?:先后|顺序)|顺序不限|无序/u.test(whole)) return 'any-order';
  return type === 'multiple' && /不定/u.test(whole) ? 'one-or-more' : undefined;
}

/** The kind that a heading or the name of a sheet gives: `一、单选题（每题2分）`, `判断题`, `Sheet 多选`. */
export function typeInHeading(heading: string): QuestionType | undefined {
  const text = heading.normalize('NFKC').toLowerCase();
  const found = HEADINGS.filter(([pattern]) => pattern.test(text)).map(([, type]) => type);
  return found.length === 1 ? found[0] : undefined;
}

const HEADINGS: readonly (readonly [RegExp, QuestionType])[] = [
  [/单选|单项选择|single/u, 'single'],
  [/多选|多项选择|不定项|multiple/u, 'multiple'],
  [/判断|是非题|true.?false/u, 'boolean'],
  [/填空|fill.?in/u, 'text'],
  [/排序|ordering/u, 'ordering'],
  [/填数|数值题|numeric/u, 'numeric'],
  [/热点题|找隐患|hot.?spot/u, 'hotspot'],
];
