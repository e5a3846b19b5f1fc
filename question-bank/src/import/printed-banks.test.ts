import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { strToU8 } from 'fflate';
import { aDocx, aList, p } from '../formats/docx/docx-builder.js';
import type { Question } from '../schema.js';
import { importFile } from './import-file.js';

/* The questions of the bank, printed in the layouts that banks are handed round in, and read back. */

const FOLDER = new URL('../../sets/cn-safety-core/', import.meta.url);
const all = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.json') && name !== 'set.json')
  .flatMap((name) => JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')) as Question[]);

const KINDS = [
  ['single', '单选题（每题2分）'],
  ['multiple', '多选题（少选、错选不得分）'],
  ['boolean', '判断题（对的打“√”，错的打“×”）'],
] as const;
const CHINESE = '一二三';

const lettersOf = (question: Question): string => {
  const letter = (id: string) =>
    'options' in question ? 'ABCDEFGHIJ'.charAt(question.options.findIndex((o) => o.id === id)) : '';
  if (question.type === 'single') return letter(question.answer.option);
  if (question.type === 'multiple') return question.answer.options.map(letter).join('');
  return question.type === 'boolean' ? (question.answer.value ? '√' : '×') : '';
};
const optionsOf = (question: Question) => ('options' in question ? question.options.map(({ text }) => text) : []);

interface Layout {
  readonly question: (question: Question, number: number) => readonly string[];
  readonly key?: (numbered: readonly (readonly [number, string])[]) => string;
}

const lettered = (question: Question, mark: string) =>
  optionsOf(question).map((text, n) => 'ABCDEFGHIJ'.charAt(n) + mark + text);
const withBracket = (stem: string, answer: string) => stem.replace(/[。？]?$/u, (end) => `（ ${answer} ）${end}`);

const LAYOUTS: Readonly<Record<string, Layout>> = {
  'answers in brackets, an option a line': {
    question: (question, n) => [
      `${n}．${withBracket(question.stem, lettersOf(question))}`,
      ...lettered(question, '．'),
    ],
  },
  'answers on lines of their own, options side by side': {
    question: (question, n) => [
      `${n}、${question.stem}`,
      lettered(question, '、').join('    '),
      `答案：${lettersOf(question)}`,
      `解析：${question.explanation ?? ''}`,
      '',
    ],
  },
  'answers in 【】, numbers in brackets': {
    question: (question, n) => [
      `（${n}）${question.stem}（  ）`,
      ...lettered(question, '. '),
      `【答案】${lettersOf(question)}【解析】${question.explanation ?? ''}`,
    ],
  },
  'a key in ranges': {
    question: (question, n) => [`${n}. ${question.stem}（ ）`, ...lettered(question, '.')],
    key: (numbered) => `1-${numbered.length} ${numbered.map(([, answer]) => answer).join(' ')}`,
  },
  'a key answer by answer': {
    question: (question, n) => [`${n}. ${question.stem}`, ...lettered(question, '.')],
    key: (numbered) => numbered.map(([number, answer]) => `${number}.${answer}`).join('  '),
  },
  问卷星: {
    question: (question, n) => [
      `${n}. ${question.stem} [${question.type === 'single' ? '单选题' : question.type === 'multiple' ? '多选题' : '判断题'}] *`,
      ...(question.type === 'boolean'
        ? [`○对${question.answer.value ? '(正确答案)' : ''}`, `○错${question.answer.value ? '' : '(正确答案)'}`]
        : lettered(question, '. ').map(
            (line) => `${line}${lettersOf(question).includes(line.charAt(0)) ? '(正确答案)' : ''}`,
          )),
      '',
    ],
  },
};

function printed({ question, key }: Layout): string {
  const keys: string[] = [];
  const sections = KINDS.flatMap(([type, title], section) => {
    const questions = all.filter((each) => each.type === type);
    const mark = `${CHINESE.charAt(section)}、`;
    if (key) keys.push(mark + key(questions.map((each, n) => [n + 1, lettersOf(each)] as const)));
    return [`${mark}${title}`, ...questions.flatMap((each, n) => question(each, n + 1))];
  });
  return ['安全生产知识竞赛题库', '', ...sections, ...(key ? ['', '参考答案', ...keys] : [])].join('\n');
}

const bare = (stem: string) => stem.replace(/[（(]\s*[)）]|\s/gu, '');
const asRead = (question: Question) => ({
  stem: bare(question.stem),
  options: optionsOf(question),
  answer: lettersOf(question),
});
const expected = KINDS.flatMap(([type]) => all.filter((each) => each.type === type)).map(asRead);

const run = (bytes: Uint8Array) =>
  importFile({
    name: '题库',
    bytes,
    choices: {},
    context: { categories: [{ id: 'fire', title: '消防安全' }], sources: [], known: [] },
  });

describe('a bank in print is read back question by question', () => {
  it.each(Object.entries(LAYOUTS))('%s', (_, layout) => {
    const result = run(strToU8(printed(layout)));
    expect(result.problems.filter(({ weight }) => weight !== 'notice')).toEqual([]);
    expect(result.questions.map(({ question }) => asRead(question))).toEqual(expected);
  });

  it('with lines broken by pages, which number them', () => {
    const [, layout] = Object.entries(LAYOUTS)[0] ?? [];
    const lines = (layout ? printed(layout) : '').split('\n').flatMap((line) => line.match(/.{1,32}/gu) ?? []);
    const pages = lines.flatMap((line, n) => (n > 0 && n % 40 === 0 ? [`第 ${n / 40} 页 共 99 页`, line] : [line]));
    const result = run(strToU8(pages.join('\n')));
    const squeezed = (questions: readonly unknown[]) => JSON.stringify(questions).replace(/\s|\\n/gu, '');
    expect(result.problems.filter(({ weight }) => weight !== 'notice')).toEqual([]);
    expect(squeezed(result.questions.map(({ question }) => asRead(question)))).toBe(squeezed(expected));
  });

  it('with the numbers that Word counts', () => {
    const restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>';
    const lists = [
      aList(0, [{ text: '%1、', format: 'chineseCounting' }], { 1: '' }),
      aList(1, [{ text: '%1.' }, { text: '%2．', format: 'upperLetter' }], { 2: restart, 3: restart, 4: restart }),
    ];
    const body = KINDS.flatMap(([type, title], section) => [
      p(title, { numId: 1 }),
      ...all
        .filter((each) => each.type === type)
        .flatMap((each) => [
          p(withBracket(each.stem, lettersOf(each)), { numId: section + 2 }),
          ...optionsOf(each).map((text) => p(text, { numId: section + 2, level: 1 })),
        ]),
    ]);
    const numbering = lists.map(({ abstract }) => abstract).join('') + lists.map(({ nums }) => nums).join('');
    const result = run(aDocx({ body: body.join(''), numbering }));
    expect(result.problems.filter(({ weight }) => weight !== 'notice')).toEqual([]);
    expect(result.questions.map(({ question }) => asRead(question))).toEqual(expected);
  });
});
