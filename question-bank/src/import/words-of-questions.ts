import type { ProblemTexts } from './problem-text.js';

/** What can be the matter with the texts and the kind of a question. */
export const QUESTION_WORDS = {
  stem_missing: {
    says: { zh: '没有题干', en: 'There is no question text' },
    remedy: { zh: '请您在题干栏写上题目', en: 'Write the question into the column of the question text' },
  },
  text_too_short: {
    says: { zh: '题干只有一个字', en: 'The question is one character long' },
    remedy: { zh: '请您把题目写完整', en: 'Write the whole question' },
  },
  text_too_long: {
    says: { zh: '{part}有 {length} 个字，最多 {max} 个', en: '{part} has {length} characters, {max} at most' },
    remedy: { zh: '请您缩短这段文字', en: 'Shorten this text' },
  },
  text_damaged: {
    says: { zh: '{part}里有读不出的字符', en: '{part} has characters that cannot be read' },
    remedy: { zh: '请您把乱码改过来，或换一种编码再试', en: 'Mend the garbled characters, or try another encoding' },
  },
  text_not_plain: {
    says: { zh: '文字里有格式代码', en: 'The text has markup in it' },
    remedy: { zh: '请您去掉代码，只留文字', en: 'Take the markup out and keep the text' },
  },
  markup_removed: {
    says: { zh: '{part}里的网页代码去掉了，只留文字', en: 'Markup was taken out of {part}; only the text is kept' },
    remedy: { zh: '请您看看意思有没有变', en: 'Please see that it still says the same' },
  },
  picture_in_text: {
    says: { zh: '{part}里有图片，图片没有随文件来', en: '{part} has a picture that did not come with the file' },
    remedy: {
      zh: '请您把图里的内容写成文字，或导入后补图',
      en: 'Put what it shows into words, or add the picture later',
    },
  },
  type_unclear: {
    says: { zh: '没写题型，从答案和选项也看不出', en: 'No kind is given, and answer and options do not tell it' },
    remedy: { zh: '请您写明单选题、多选题、判断题或填空题', en: 'Say single, multiple, true/false or fill-in' },
  },
  type_unknown: {
    says: { zh: '不认识题型“{type}”', en: 'The kind “{type}” is not known' },
    remedy: { zh: '请您选定它是哪种题，或改写题型', en: 'Choose what it stands for, or write another kind' },
  },
  type_unsupported: {
    says: { zh: '“{type}”没法自动判分，不能导入', en: '“{type}” cannot be marked by itself and is not imported' },
    remedy: { zh: '请您改成单选、多选、判断或填空题', en: 'Turn it into single, multiple, true/false or fill-in' },
  },
  type_code_undecided: {
    says: { zh: '题型写的是“{type}”，看不出是哪种题', en: 'The kind is written as “{type}”, which may be any' },
    remedy: { zh: '请您选定“{type}”代表哪种题型', en: 'Choose which kind “{type}” stands for' },
  },
  type_differs: {
    says: {
      zh: '题型栏和标题说的不一样，按题型栏算',
      en: 'Column and heading name different kinds; the column counts',
    },
    remedy: { zh: '请您看看题型对不对', en: 'Please see that the kind is right' },
  },
  key_visible: {
    says: { zh: '题目里能看到答案', en: 'The question shows its answer' },
    remedy: { zh: '请您把答案从题目里去掉', en: 'Take the answer out of the question' },
  },
  not_a_question: {
    says: { zh: '这道题没有通过检查：{path}', en: 'The question did not pass the check: {path}' },
    remedy: { zh: '请您照模板核对这一项', en: 'Compare this part with the template' },
  },
  difficulty_unknown: {
    says: {
      zh: '看不懂难度“{found}”，先按 {difficulty} 算',
      en: 'The difficulty “{found}” is not known; {difficulty} is used',
    },
    remedy: { zh: '请您写 1 到 5，或易、中、难', en: 'Write 1 to 5, or easy, medium, hard' },
  },
  category_unknown: {
    says: {
      zh: '题库里没有分类“{found}”，先放进“{category}”',
      en: 'There is no category “{found}”; “{category}” is used',
    },
    remedy: { zh: '请您选定它对应哪个分类', en: 'Choose the category it belongs to' },
  },
  category_none: {
    says: { zh: '题库里还没有分类', en: 'The bank has no category yet' },
    remedy: { zh: '请您先建一个分类', en: 'Make a category first' },
  },
  source_unknown: {
    says: { zh: '依据不在来源表里，已写进解析', en: 'The source is not listed; it was put into the explanation' },
    remedy: { zh: '请您补上来源，或核对名称', en: 'Add the source, or check its name' },
  },
  source_ambiguous: {
    says: {
      zh: '依据看不出是哪一版，已写进解析',
      en: 'Which edition of the source is unclear; it was put into the explanation',
    },
    remedy: { zh: '请您写上编号和年份', en: 'Give its number and year' },
  },
  time_limit_unknown: {
    says: { zh: '答题时间“{found}”用不了，没有采用', en: 'The time limit “{found}” cannot be used and was left out' },
    remedy: { zh: '请您写 5 到 600 之间的秒数', en: 'Write seconds from 5 to 600' },
  },
  tag_dropped: {
    says: { zh: '标签“{found}”没有采用', en: 'The tag “{found}” was left out' },
    remedy: { zh: '标签最多 12 个，每个最多 24 字', en: 'At most 12 tags of 24 characters each' },
  },
  id_repeated: {
    says: {
      zh: '编号和第 {row} 行一样，按新题导入',
      en: 'The id is that of row {row}; this one comes in as a new question',
    },
    remedy: { zh: '如果是同一道题，请您删去一行', en: 'If it is the same question, delete one of the rows' },
  },
} as const satisfies ProblemTexts;
