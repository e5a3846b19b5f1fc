import { answerToken } from './answer-token.js';
import { pieceOf, trimmed, type Piece } from './line.js';

/** Parts of a question that are named: 答案：B 【解析】… 难度：易. All patterns are for folded text. */

export type Label =
  'answer' | 'explanation' | 'source' | 'difficulty' | 'category' | 'tags' | 'type' | 'time-limit' | 'ignored';

const WORDS: readonly (readonly [label: Label, words: string])[] = [
  ['ignored', '我的答案|你的答案|您的答案|学[生员]答案|考生答案|用户答案|答题人数|正确率|得分|分值|分数|本题得分|题号'],
  ['explanation', '答案解析|试题解析|题目解析|参考解析|解析|解答|说明|分析|点评|解释|explanation'],
  ['answer', '本题答案|参考答案|正确答案|标准答案|正确选项|答案|answer|key'],
  ['source', '法律依据|法规依据|参考依据|命题依据|出题依据|标准依据|依据|出处|来源'],
  ['difficulty', '难易程度|难度等级|难度系数|难易度|难度'],
  ['category', '所属章节|知识点|考点|章节|分类'],
  ['tags', '标签|关键词'],
  ['type', '题目类型|试题类型|题型'],
  ['time-limit', '答题时间|限时'],
];
const LABEL_OF = new Map(
  WORDS.flatMap(([label, words]) => words.split('|').map((word): [string, Label] => [word, label])),
);
LABEL_OF.set('学生答案', 'ignored').set('学员答案', 'ignored').set('答', 'answer');

const ANY = WORDS.map(([, words]) => words).join('|');
/** 【答案】 · [答案]: · 【答案：B】 · 答案： · 答： */
const BRACKETED = String.raw`[【[]\s*(?<inBrackets>${ANY})\s*[】\]]\s*:?|[【[]\s*(?<opened>${ANY})\s*:|\(\s*(?<round>${ANY})\s*:`;
const AT_START = new RegExp(
  String.raw`^\s*(?:${BRACKETED}|(?<plain>${ANY}|答)\s*[为是]?\s*:|(?<alone>(?:本题|参考|正确|标准)?答案)\s*(?:(?:为|是|选)(?=\s*[A-J√×]))?(?=\s|$|\s*[A-J√×对错]))\s*`,
  'iu',
);
const INSIDE_BRACKETS = new RegExp(BRACKETED, 'giu');
const INSIDE = new RegExp(String.raw`${BRACKETED}|(?<=[\s;。,])(?<plain>${ANY})\s*:`, 'giu');
const ANSWER_IN_TEXT = new RegExp(
  String.raw`${BRACKETED}|(?<=[\s。?;)】])(?<plain>(?:参考|正确|标准)?答案)\s*:(?=\s*\S)`,
  'giu',
);

/** A part of a line: what a label names, or what goes on from the line before. */
export interface Segment {
  readonly label: Label | undefined;
  readonly piece: Piece;
}

/** The label at the start of a line, if there is one. */
export function labelAtStart(folded: string): Label | undefined {
  const match = AT_START.exec(folded);
  return match ? labelOf(match) : undefined;
}

/** The line cut at its labels. `within` is what the line goes on with: free text is cut at bracketed labels only. */
export function segmentsOf(line: Piece, within: Label | 'question'): Segment[] {
  const start = AT_START.exec(line.folded);
  const segments: Segment[] = [];
  let label = start ? labelOf(start) : undefined;
  let at = start ? start[0].length : 0;
  let isOpen = start ? isLeftOpen(start) : false;
  for (;;) {
    const next = nextLabel(line.folded, at, label ?? within);
    const piece = trimmed(pieceOf(line, at, next?.index));
    if (label !== undefined || piece.text !== '') segments.push({ label, piece: isOpen ? closed(piece) : piece });
    if (!next) return segments;
    label = labelOf(next);
    isOpen = isLeftOpen(next);
    at = next.index + next[0].length;
  }
}

function nextLabel(folded: string, from: number, within: Label | 'question'): RegExpExecArray | null {
  const isFree = within === 'explanation' || within === 'source';
  const pattern = within === 'question' ? ANSWER_IN_TEXT : isFree ? INSIDE_BRACKETS : INSIDE;
  pattern.lastIndex = from;
  return pattern.exec(folded);
}

function labelOf({ groups = {} }: RegExpExecArray): Label | undefined {
  const word = groups.inBrackets ?? groups.opened ?? groups.round ?? groups.plain ?? groups.alone ?? '';
  return LABEL_OF.get(word.toLowerCase());
}

function isLeftOpen({ groups = {} }: RegExpExecArray): boolean {
  return groups.opened !== undefined || groups.round !== undefined;
}

/** Without the bracket that was opened before the label. */
function closed(piece: Piece): Piece {
  const end = /[】\])]\s*$/u.exec(piece.folded)?.index;
  return end === undefined ? piece : trimmed(pieceOf(piece, 0, end));
}

/** Whether a line is nothing but the title of a key: 参考答案, 附：答案及解析. */
export function isKeyTitle(folded: string): boolean {
  return (
    folded.length <= 40 &&
    /^\s*(?:#{1,6}\s*)?(?:[【[(]\s*)?(?:附[件录]?\s*\d?\s*[:、.]?\s*)?(?:第?[一二三四五六七八九十]+(?:部分)?\s*[、.:]\s*)?[^,。;:?_]{0,14}?(?:参考|正确|标准)?答案(?:部分|汇总|及解析|与解析|和解析|解析)?\s*[】\])]?\s*:?\s*$/u.test(
      folded,
    )
  );
}

/** The answer of a segment as a token, also where a stop or a bracket stands around it. */
export function answerInSegment(folded: string) {
  return answerToken(folded.replace(/^[\s([【]+|[\s)\]】。.;]+$/gu, ''));
}
