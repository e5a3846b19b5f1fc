import { folded } from './clean-text.js';
import type { Meaning } from './import-result.js';

/** Names of columns in Chinese exam systems, by meaning: spaces, width, case, stars and notes in brackets do not count. */
const SYNONYMS: Readonly<Record<string, string>> = {
  number: '序号|题号|题目序号|试题序号|no|no.|number|num|#|顺序|排序号|行号',
  id: '编号|题目编号|试题编号|题目id|试题id|id|questionid|试题编码|题目编码|qid|code',
  type: '题型|题目类型|类型|试题类型|题目题型|试题题型|题类|题型名称|类别题型|type|questiontype|question_type|qutype|qtype|kind',
  stem: '题干|题目|题目内容|问题|试题|试题内容|题干内容|题目题干|试题题干|问题内容|题面|题目名称|试题名称|题目描述|问题描述|题目标题|小题题干|大题题干|试题名|内容|question|questioncontent|content|title|qucontent|qcontent|stem|questiontext|questiontitle|questionbody|prompt',
  options:
    '选项|选项内容|备选项|备选答案|候选项|可选项|选项列表|全部选项|所有选项|options|optioncontent|choices|option|optionlist|quoptions|answers',
  'option-letter':
    '选项标识|选项字母|选项序号|选项编号|选项号|选项标号|选项代号|optionletter|optionno|optionlabel|optionkey',
  'option-correct':
    '是否正确项|是否正确|是否为正确答案|是否正确答案|是否答案|是否为答案|是否正确选项|正确项|选项是否正确|正确与否|aisright|iscorrect|isright|correct|isanswer',
  answer:
    '答案|正确答案|标准答案|参考答案|正确选项|试题答案|题目答案|答案内容|正确答案选项|答案选项|标答|答题答案|answer|correctanswer|correct_answer|correctanswers|correctanswer(s)|quanswer|rightanswer|rightanswers|rightoption|key|answerkey|solution|correctoption|correctoptions',
  explanation:
    '解析|答案解析|试题解析|题目解析|整体解析|解释|答题解析|详解|解题思路|答案说明|说明|解析内容|答案解释|试题分析|分析|quanalyze|analysis|qanalysis|explanation|explain|rationale|feedback|解答',
  difficulty: '难度|难易度|难度等级|难易程度|难度系数|试题难度|题目难度|难易|难度级别|difficulty|level|difficultylevel',
  category:
    '分类|章节|知识点|所属题库|科目|所属分类|题目分类|试题分类|类别|题库|题库名称|题库分类|所属章节|一级分类|所属知识点|考点|专业|课程|模块|所属科目|目录|章|category|chapter|subject|topic|knowledge|knowledgepoint|repo|repolist|section',
  score: '分值|分数|得分|题目分值|试题分值|默认分值|默认分数|单题分值|score|points|mark|marks|point',
  tags: '标签|关键词|关键字|题目标签|试题标签|tags|tag|keywords|keyword|labels',
  source:
    '依据|出处|法规条款|来源|法规依据|依据条款|题目来源|试题来源|命题依据|出题依据|法律依据|参考依据|标准依据|法规|引用|source|reference|references|citation|basis|citations',
  'time-limit':
    '限时|答题时间|时间限制|时限|答题时限|答题限时|作答时间|限时秒|答题时间秒|时间|timelimit|time|seconds|duration|timelimitsec|time_limit',
  unit: '单位|答案单位|计量单位|unit|units',
  status: '状态|题目状态|试题状态|启用状态|status|state',
} satisfies Partial<Record<Meaning, string>>;

const MEANINGS = new Map<string, Meaning>(
  Object.entries(SYNONYMS).flatMap(([meaning, words]) => words.split('|').map((word) => [word, meaning as Meaning])),
);

const PLACE = '([a-j]|10|[1-9]|十|[一二三四五六七八九])';
const LETTERED = new RegExp(
  `^(?:选项|选择项|选择|备选项|备选答案|备选|候选项|可选项|答案选项|试题选项|题目选项|项|option|options|opt|choice|item|qu)[-_:.]?${PLACE}(?:选项)?(?:内容|的内容|text|content)?$`,
  'u',
);
const SUFFIXED = new RegExp(`^${PLACE}(?:选项|项|选择|option|choice)(?:内容)?$`, 'u');
const BARE_LETTER = /^([a-j])[.、:]?$/u;
/** `答案A`, `Answer 1`: an option when another column has the answer. */
const ANSWER_PLACE = new RegExp(`^(?:答案|answer|ans)[-_]?${PLACE}$`, 'u');
const FLAG = new RegExp(
  `^(?:(?:选项)?${PLACE}(?:选项|项)?(?:是否正确|是否答案|是否为答案|正确与否|iscorrect)|(?:是否正确|iscorrect|correct|isright|正确)[-_]?(?:选项)?${PLACE})$`,
  'u',
);

/** Headers of our workbooks of refused rows: they are for people. */
export const REFUSED_HEADERS = {
  place: { zh: '原来的位置', en: 'Where it was' },
  reason: { zh: '原因', en: 'Reason' },
  remedy: { zh: '怎么改', en: 'What to do' },
  original: { zh: '原文', en: 'Original text' },
} as const;
export const NOT_READ: ReadonlySet<string> = new Set(Object.values(REFUSED_HEADERS).flatMap(({ zh, en }) => [zh, en]));

/** Longer texts are no headers. */
const MAX_HEADER = 200;

/** A header as it is compared: no width, case, stars, “必填” and notes in brackets or behind a dash. */
function headerWord(header: string): string {
  if (header.length > MAX_HEADER) return '';
  const whole = folded(header);
  const bare = whole
    .replace(/[([【{《<〔][^)\]】}》>〕]*[)\]】}》>〕]/gu, (note) => (/^\(s\)$/u.test(note) ? note : ''))
    .replace(/[*★:：]|必填项?|选填项?/gu, '')
    .replace(/[-–—/](?:max|最多|choose|at?least|至少|5,).*$/u, '')
    .replace(/^[-–—]+|[-–—]+$/gu, '');
  return bare === '' ? whole.replace(/[()[\]【】{}<>《》*:：]/gu, '') : bare;
}

/** What a header means by itself; undefined for unknown ones. */
export function meaningOf(header: string): Meaning | undefined {
  const word = headerWord(header);
  const known = MEANINGS.get(word);
  if (known !== undefined) return known;
  const flag = FLAG.exec(word);
  if (flag) return meaningAt('correct', flag[1] ?? flag[2] ?? '');
  const option = LETTERED.exec(word) ?? SUFFIXED.exec(word) ?? BARE_LETTER.exec(word);
  return option ? meaningAt('option', option[1] ?? '') : undefined;
}

function meaningAt(kind: 'option' | 'correct', place: string): Meaning | undefined {
  const inChinese = '一二三四五六七八九十'.indexOf(place);
  const n = /^[a-j]$/u.test(place) ? place.charCodeAt(0) - 96 : inChinese >= 0 ? inChinese + 1 : Number(place);
  return n >= 1 && n <= 10 ? `${kind}-${n}` : undefined;
}

/** The meanings of a row of headers, each meaning once; which of two readings holds is seen from the whole row. */
export function meaningsOf(headers: readonly string[]): Meaning[] {
  const found = headers.map((header) => (header.trim() === '' ? undefined : meaningOf(header)));
  const places = headers.map((header) => ANSWER_PLACE.exec(headerWord(header))?.[1]);
  const hasAnswer = found.includes('answer') || found.some((meaning) => meaning?.startsWith('correct-'));
  const isOptionRows = found.includes('option-correct') || found.includes('option-letter');
  const counts = new Map<Meaning, number>();
  const meanings = found.map((meaning, n): Meaning => {
    const place = places[n];
    const read =
      meaning ?? (place !== undefined && hasAnswer && found[n] === undefined ? meaningAt('option', place) : undefined);
    return isOptionRows && read === 'options' ? 'option' : (read ?? 'ignored');
  });
  for (const meaning of meanings) counts.set(meaning, (counts.get(meaning) ?? 0) + 1);
  return onceEach(meanings, headers);
}

/** 题目 and 题目内容 side by side: the more exact header keeps the meaning, the other is left out. */
function onceEach(meanings: readonly Meaning[], headers: readonly string[]): Meaning[] {
  const keeper = new Map<Meaning, number>();
  meanings.forEach((meaning, n) => {
    const kept = keeper.get(meaning);
    if (kept === undefined || exactness(meaning, headers[n]) > exactness(meaning, headers[kept]))
      keeper.set(meaning, n);
  });
  const isLetterColumn = meanings.map((meaning, n) => meaning === 'option' && keeper.get('option') !== n);
  return meanings.map((meaning, n) => {
    if (keeper.get(meaning) === n) return meaning;
    return isLetterColumn[n] && !meanings.includes('option-letter') ? 'option-letter' : 'ignored';
  });
}

/** The first listed synonym is the most exact one; 内容 and title are the last resort. */
function exactness(meaning: Meaning, header = ''): number {
  const words = (SYNONYMS[meaning === 'option' ? 'options' : meaning] ?? '').split('|');
  const place = words.indexOf(headerWord(header));
  const isContent = /内容|content|text/u.test(headerWord(header)) ? 100 : 0;
  return (place < 0 ? 0 : 50 - place) + isContent;
}

/** Whether a row of these meanings can head a table of questions. */
export function isHeaderRow(meanings: readonly Meaning[]): boolean {
  const has = (wanted: (meaning: Meaning) => boolean) => meanings.some(wanted);
  const hasKey = has((m) => /^(?:answer|options|option|type|option-correct|(?:option|correct)-\d+)$/u.test(m));
  return has((m) => m === 'stem') && hasKey;
}
