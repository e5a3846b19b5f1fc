import type { ProblemTexts } from './problem-text.js';

/** What can be the matter with options and answers. */
export const ANSWER_WORDS = {
  answer_missing: {
    says: { zh: '没有答案', en: 'There is no answer' },
    remedy: {
      zh: '在答案栏写上选项字母，例如 A 或 ABC',
      en: 'Write the letters of the right options, such as A or ABC',
    },
  },
  answer_unreadable: {
    says: { zh: '看不懂答案“{answer}”', en: 'The answer “{answer}” cannot be read' },
    remedy: { zh: '请您写选项字母，例如 A 或 ABC', en: 'Write letters of options, such as A or ABC' },
  },
  answer_ambiguous: {
    says: { zh: '答案“{answer}”可以指不同的选项', en: 'The answer “{answer}” can mean different options' },
    remedy: { zh: '请您只写选项字母，例如 A 或 ABC', en: 'Write letters of options only, such as A or ABC' },
  },
  answer_beyond_options: {
    says: { zh: '答案里有 {letter}，选项里没有', en: 'The answer names {letter}, which is not among the options' },
    remedy: { zh: '请您补上选项 {letter}，或改答案', en: 'Add option {letter}, or change the answer' },
  },
  answer_letter_twice: {
    says: { zh: '答案里有字母写了两次，按一次算', en: 'A letter is there twice in the answer; it counts once' },
    remedy: { zh: '请您看看是不是写错了字母', en: 'Please see that no other letter was meant' },
  },
  single_with_several: {
    says: { zh: '单选题写了 {count} 个答案', en: 'A single choice has {count} answers' },
    remedy: { zh: '请您只留一个答案，或改成多选题', en: 'Keep one answer, or make it a multiple choice' },
  },
  multiple_with_one: {
    says: { zh: '多选题只有一个答案', en: 'A multiple choice has one answer only' },
    remedy: { zh: '请您看看是不是漏了答案', en: 'Please see that no answer is missing' },
  },
  all_options_right: {
    says: { zh: '每个选项都是对的', en: 'Every option is right' },
    remedy: { zh: '请您加一个大家常犯的错误选项', en: 'Add a wrong option that people really choose' },
  },
  answer_differs_from_marks: {
    says: { zh: '答案栏和选项上的对错标记不一样', en: 'The answer and the marks of the options differ' },
    remedy: { zh: '请您让两处一致，或只留一处', en: 'Make them agree, or keep one of them' },
  },
  answer_mark_unreadable: {
    says: {
      zh: '选项 {letter} 的对错标记“{mark}”看不懂',
      en: 'The mark “{mark}” of option {letter} cannot be read',
    },
    remedy: { zh: '请您在标记栏写“是”或“否”', en: 'Write 是 or 否 as the mark' },
  },
  answer_count_differs: {
    says: {
      zh: '题里说有 {announced} 个答案，实际有 {count} 个',
      en: '{announced} answers are announced, {count} are given',
    },
    remedy: { zh: '请您核对答案', en: 'Check the answer' },
  },
  stem_answer_differs: {
    says: {
      zh: '题干括号里是“{found}”，和答案不同',
      en: 'The brackets in the question say “{found}”, the answer differs',
    },
    remedy: { zh: '请您核对答案，或清空括号', en: 'Check the answer, or empty the brackets' },
  },
  options_missing: {
    says: { zh: '选项不够：只有 {count} 个', en: 'There are too few options: {count}' },
    remedy: { zh: '请您至少写两个选项', en: 'Write two options at least' },
  },
  options_too_many: {
    says: { zh: '选项有 {count} 个，最多 10 个', en: 'There are {count} options, 10 at most' },
    remedy: { zh: '请您删去几个选项', en: 'Take some of them out' },
  },
  option_gap: {
    says: { zh: '选项 {letter} 是空的，后面的选项往前移了', en: 'Option {letter} is empty; those after it moved up' },
    remedy: { zh: '请您看看是不是漏了选项', en: 'Please see that no option is missing' },
  },
  options_alike: {
    says: { zh: '选项 {first} 和 {second} 是一样的', en: 'Options {first} and {second} are the same' },
    remedy: { zh: '请您改写或删去其中一个', en: 'Reword one of them or take it out' },
  },
  boolean_options: {
    says: { zh: '判断题的选项不是一对一错', en: 'The options of a true/false are not one true, one false' },
    remedy: { zh: '请您写“正确、错误”两项，或改成单选题', en: 'Write 正确 and 错误, or make it a single choice' },
  },
  boolean_as_single: {
    says: {
      zh: '判断题的选项不是对错，按单选题导入',
      en: 'A true/false with options of its own came in as single choice',
    },
    remedy: { zh: '请您看看这样行不行', en: 'Please see whether this is right' },
  },
  boolean_unreadable: {
    says: { zh: '看不懂判断题的答案“{answer}”', en: 'The true/false answer “{answer}” cannot be read' },
    remedy: { zh: '请您写“正确”或“错误”', en: 'Write 正确 or 错误' },
  },
  order_incomplete: {
    says: { zh: '排序答案没有把每个选项写一次', en: 'The order does not name every option once' },
    remedy: { zh: '请您按顺序写全字母，例如 BADC', en: 'Write all letters in order, such as BADC' },
  },
  number_unreadable: {
    says: { zh: '答案“{answer}”不是数或范围', en: 'The answer “{answer}” is neither a number nor a range' },
    remedy: { zh: '请您写成 2、2.5 或 19.5-23.5', en: 'Write it as 2, 2.5 or 19.5-23.5' },
  },
  number_ambiguous: {
    says: { zh: '“{answer}”可以读成不同的数', en: '“{answer}” can be read as different numbers' },
    remedy: {
      zh: '请您写成 2 或 19.5-23.5，几个数用；分开',
      en: 'Write 2 or 19.5-23.5, and part several numbers with ;',
    },
  },
  number_blanks: {
    says: { zh: '填数题只能有一个空，题干有 {blanks} 个', en: 'A number fills one blank, the question has {blanks}' },
    remedy: { zh: '请您只留一个空，或改成填空题', en: 'Keep one blank, or make it a fill-in' },
  },
  number_open: {
    says: { zh: '“{answer}”只有一头，不是一个范围', en: '“{answer}” has one end only and is no range' },
    remedy: { zh: '请您写成 36-1000 这样两头都有的范围', en: 'Give it both ends, such as 36-1000' },
  },
  range_backwards: {
    says: { zh: '范围“{answer}”大数写在前面', en: 'The range “{answer}” has its larger number first' },
    remedy: { zh: '请您把小数写在前面', en: 'Put the smaller number first' },
  },
  units_differ: {
    says: { zh: '答案里的单位和单位栏不一样', en: 'The unit in the answer is not the one of the unit column' },
    remedy: { zh: '请您让两处单位一致', en: 'Make both units agree' },
  },
  numbers_too_many: {
    says: { zh: '答案有 {count} 个数，最多 5 个', en: 'There are {count} numbers, 5 at most' },
    remedy: { zh: '请您合并成范围', en: 'Join them into ranges' },
  },
  blanks_differ: {
    says: { zh: '题干有 {blanks} 个空，答案有 {count} 个', en: 'The question has {blanks} blanks, the answer {count}' },
    remedy: {
      zh: '请您用；分开各空，同一空的写法用 / 分开',
      en: 'Part blanks with ; and spellings of one blank with /',
    },
  },
  blanks_too_many: {
    says: { zh: '有 {count} 个空，最多 6 个', en: 'There are {count} blanks, 6 at most' },
    remedy: { zh: '请您拆成两道题', en: 'Make two questions of it' },
  },
  spellings_too_many: {
    says: { zh: '一个空有 {count} 种写法，最多 12 种', en: 'One blank has {count} spellings, 12 at most' },
    remedy: { zh: '请您删去几种写法', en: 'Take some of them out' },
  },
  hotspot_unreadable: {
    says: { zh: '热点题的答案读不出来', en: 'The answer of the hot-spot cannot be read' },
    remedy: {
      zh: '请您用本系统导出的热点题，不要改那一格',
      en: 'Use a hot-spot exported here and leave that cell alone',
    },
  },
} as const satisfies ProblemTexts;
