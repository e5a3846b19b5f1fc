import type { ProblemTexts } from './problem-text.js';

/** What can be the matter with questions in running text. */
export const BLOCK_WORDS = {
  block_too_long: {
    says: {
      zh: '这一段有 {length} 个字，不像一道题',
      en: 'This part has {length} characters and is hardly one question',
    },
    remedy: { zh: '请您给每道题写上题号，再导入', en: 'Give every question a number and import again' },
  },
  option_letters: {
    says: {
      zh: '选项字母不连续：“{letter}”来得不是时候',
      en: 'The letters of the options do not follow each other: “{letter}”',
    },
    remedy: { zh: '请您把选项按 A、B、C、D 排好', en: 'Letter the options A, B, C, D in turn' },
  },
  answer_brackets_differ: {
    says: {
      zh: '题干里几个括号写着不同的答案：{found}',
      en: 'Brackets of the question hold different answers: {found}',
    },
    remedy: { zh: '请您清空括号，另起一行写“答案：”', en: 'Empty the brackets and write 答案： on a line of its own' },
  },
  answer_conflict: {
    says: { zh: '两处答案不一样：{first} 和 {other}', en: 'Two answers contradict each other: {first} and {other}' },
    remedy: { zh: '请您核对后只留一个答案', en: 'Find out which is right and keep one' },
  },
  answer_from_underline: {
    says: {
      zh: '答案是从题干的下划线或括号里读出来的',
      en: 'The answer was read off underlined or bracketed words of the question',
    },
    remedy: { zh: '请您核对答案', en: 'Check the answer' },
  },
  picture_left_out: {
    says: { zh: '这道题带图片，图片没有导入', en: 'The question has a picture, which did not come in' },
    remedy: {
      zh: '请您看看没有图能不能答，或导入后补图',
      en: 'Please see that it can be answered without, or add the picture later',
    },
  },
  number_skipped: {
    says: { zh: '题号从 {from} 跳到了 {to}', en: 'The numbers jump from {from} to {to}' },
    remedy: { zh: '请您看看中间有没有漏题', en: 'Please see that no question is missing in between' },
  },
  text_left_over: {
    says: { zh: '这几行没有读成题目', en: 'These lines were not read as a question' },
    remedy: { zh: '如果是题目，请您加上题号和答案', en: 'If they are a question, give it a number and an answer' },
  },
  key_unmatched: {
    says: { zh: '参考答案里的第 {number} 题对不上题目', en: 'Number {number} of the key fits no question' },
    remedy: { zh: '请您核对题号，或把答案写在题后', en: 'Check the numbers, or write the answer below its question' },
  },
} as const satisfies ProblemTexts;
