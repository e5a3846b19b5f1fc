import type { QuestionType } from '../../schema.js';

/** Headings of sections: what kind its questions are, or what they are about. All patterns are for folded text. */

interface KindWords {
  readonly type: QuestionType | null;
  readonly words: string;
}

/** Longer words first. `type: null` is a kind that the heading does not settle, or that cannot be played. */
const KINDS: readonly KindWords[] = [
  { type: 'single', words: '单项选择题?|单一选择题?|单选题?' },
  { type: 'multiple', words: '多项选择题?|多选题?' },
  { type: 'boolean', words: '判断(?:正误|对错|改错)?题|是非题|对错题|判断' },
  { type: 'text', words: '填空题?' },
  { type: 'ordering', words: '排序题' },
  { type: null, words: '不定项选择题?|选择题|不定项' },
  {
    type: null,
    words: '简答题|简述题|问答题|论述题|名词解释题?|案例分析题|案例题|分析题|计算题|综合题|连线题|改错题|操作题|作文题',
  },
];
const ANY_KIND = KINDS.map(({ words }) => words).join('|');

/** A kind as the file names it; `type` only where the word leaves no doubt. */
export interface Kind {
  readonly word: string;
  readonly type: QuestionType | null;
}

export interface Heading {
  readonly kind?: Kind | undefined;
  /** What the section is about, as the file has it. */
  readonly title?: string | undefined;
  /** 一、 → 1, when it has such a number. */
  readonly ordinal?: number | undefined;
  /** How it is numbered: a new 第三章 or 三、 ends what the one before said, （三） does not. */
  readonly style: 'part' | 'chinese' | 'bracket' | 'plain';
}

const PART = String.raw`第\s*[一二三四五六七八九十百\d]{1,4}\s*(?:部分|大题|章|节|篇|单元|模块)`;
const CHINESE = '[一二三四五六七八九十]{1,3}';
const OPENING = new RegExp(
  String.raw`^\s*(?:#{1,6}\s*)?(?:(${PART})\s*[、.:]?|(${CHINESE})\s*[、.,:)]|\((${CHINESE})\)\s*[、.]?|(\d{1,2})\s*[、.]|[IVX]{1,4}[、.])?\s*`,
  'u',
);
const KIND_AT_START = new RegExp(String.raw`^(?:[【[(]\s*)?(?:\p{Script=Han}{0,8}?)(${ANY_KIND})`, 'u');
const ONLY_NOTES =
  /^(?:部分|类|题库)?\s*[\]】)]?\s*(?:[-:,.、。]\s*)?(?:\([^()]{0,100}\)|\[[^[\]]{0,100}\]|【[^【】]{0,100}】|(?:共|每|本|将|请|以下|下列|在|对|正确|只有|总计|满分|\d+\s*(?:题|道|分)).{0,100})?\s*[。.]?$/u;
const WEAK_KIND = /^(?:判断|不定项|填空|单选|多选)$/u;
/** What a question has and a title has not. */
const ASKS = /\(\s*\)|_{2,}|[?。;:]|\(\s*[A-J√×]\s*\)/u;
const MAX_TITLE = 30;
const MAX_HEADING = 160;

const DIGITS = '一二三四五六七八九十';

/** The value of a Chinese number up to 99; undefined for anything else. */
export function chineseNumber(text: string): number | undefined {
  const match = /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/u.exec(text);
  if (!match || text === '') return undefined;
  const [, tens, ten, ones] = match;
  if (ten === undefined) return ones === undefined && tens !== undefined ? DIGITS.indexOf(tens) + 1 : undefined;
  return (tens === undefined ? 1 : DIGITS.indexOf(tens) + 1) * 10 + (ones === undefined ? 0 : DIGITS.indexOf(ones) + 1);
}

/** The kind a word stands for. */
export function kindOf(word: string): Kind {
  const found = KINDS.find(({ words }) => new RegExp(`^(?:${words})$`, 'u').test(word));
  return { word, type: found?.type ?? null };
}

/** A heading, if the line is one; `canBeTitle` is false where a title would be mistaken for what follows it. */
export function headingOf(folded: string, canBeTitle = true): Heading | undefined {
  if (folded.length > MAX_HEADING) return undefined;
  const opening = OPENING.exec(folded);
  const [whole = '', part, chinese, bracket, digits] = opening ?? [];
  const rest = folded.slice(whole.length).trim();
  const style = part ? 'part' : chinese ? 'chinese' : bracket ? 'bracket' : 'plain';
  const ordinal = ordinalOf(part, chinese ?? bracket);
  const kind = kindAtStart(rest, style === 'part' || style === 'chinese');
  if (kind) return { kind, style, ordinal };
  const isTitle =
    canBeTitle && style !== 'plain' && digits === undefined && rest.length <= MAX_TITLE && !ASKS.test(rest);
  if (!isTitle) return undefined;
  return rest === '' && style !== 'part' ? undefined : { title: rest || whole.trim(), style, ordinal };
}

function ordinalOf(part: string | undefined, chinese: string | undefined): number | undefined {
  const text = chinese ?? /[一二三四五六七八九十百\d]+/u.exec(part ?? '')?.[0];
  if (text === undefined) return undefined;
  return /^\d+$/u.test(text) ? Number(text) : chineseNumber(text);
}

function kindAtStart(rest: string, mayHaveWordsBefore: boolean): Kind | undefined {
  const match = KIND_AT_START.exec(rest);
  const word = match?.[1];
  if (!match || word === undefined) return undefined;
  const hasWordsBefore = match[0].replace(/^[【[(]\s*/u, '') !== word;
  if (hasWordsBefore && !mayHaveWordsBefore) return undefined;
  const after = rest.slice(match[0].length);
  if (!ONLY_NOTES.test(after)) return undefined;
  // “判断” alone may be a verb: without a number of its own it heads a section only when nothing else is there.
  if (mayHaveWordsBefore) return kindOf(word);
  if (WEAK_KIND.test(word) && after.replace(/[\]】)]/gu, '').trim() !== '' && !/^\s*[(（]/u.test(after))
    return undefined;
  return kindOf(word);
}
