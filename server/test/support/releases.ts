import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { canonicalJson } from '@anquanli/question-bank/canonical.js';
import { contentHash } from '@anquanli/question-bank/content-hash.js';
import type { Question, QuestionSet } from '@anquanli/question-bank/schema.js';

/** Files of a set's media by their paths in it, `media/…`. */
export type SetFiles = Readonly<Record<string, Buffer>>;

/** Writes released sets and their index, as the bank's own command would. `files` are the media of each set. */
export async function writeReleases(folder: string, sets: readonly QuestionSet[], files: SetFiles = {}): Promise<void> {
  await mkdir(folder, { recursive: true });
  const releases = [];
  for (const { status, ...rest } of sets) {
    const released: QuestionSet = { ...rest, status: 'released' };
    const hash = contentHash(released);
    const file = `${rest.id}/${rest.version}.json`;
    await mkdir(path.join(folder, rest.id), { recursive: true });
    await writeFile(path.join(folder, file), canonicalJson({ ...released, contentHash: hash }));
    for (const { path: name } of rest.media) {
      await mkdir(path.dirname(path.join(folder, rest.id, name)), { recursive: true });
      await writeFile(path.join(folder, rest.id, name), files[name] ?? '');
    }
    const entry = { set: rest.id, version: rest.version, status, releasedOn: '2026-05-01', title: rest.title };
    releases.push({ ...entry, questionCount: rest.questions.length, path: file, contentHash: hash });
  }
  await writeFile(path.join(folder, 'index.json'), JSON.stringify({ formatVersion: 1, releases }));
}

const LETTERS = '0123456789abcdefghjkmnpqrstvwxyz';

/** `q_` and 26 letters, different for every number. */
export function questionId(number: number): string {
  const tail = [number >> 10, number >> 5, number].map((part) => LETTERS.charAt(part & 31)).join('');
  return `q_01j0000000000000000000${tail}0`;
}

/** A set with a single, a multiple and a boolean question, and deprecated ones: a single and a numeric. */
export function aQuestionSet(changes: Partial<QuestionSet> = {}): QuestionSet {
  return {
    formatVersion: 1,
    id: 'test-set',
    version: '1.0.0',
    status: 'released',
    locale: 'zh-CN',
    title: '测试题库',
    description: '用于测试',
    licence: 'MIT',
    legalBasisDate: '2026-05-01',
    categories: [
      { id: 'fire', title: '消防安全' },
      { id: 'law', title: '法律法规' },
    ],
    sources: [
      {
        id: 'gb-30871',
        kind: 'standard-mandatory',
        title: '危险化学品企业特殊作业安全规范',
        number: 'GB 30871-2022',
        status: 'in-force',
      },
    ],
    media: [],
    questions: someQuestions(),
    ...changes,
  };
}

function someQuestions(): Question[] {
  const common = {
    rev: 1,
    status: 'approved' as const,
    explanation: '因为如此。',
    difficulty: 2,
    category: 'fire',
    citations: [{ source: 'gb-30871', locator: '5.1.5' }],
  };
  const options = [
    { id: 'a', text: '先通风' },
    { id: 'b', text: '先检测' },
    { id: 'c', text: '先作业' },
  ];
  return [
    { ...common, id: questionId(1), type: 'single', stem: '第一步做什么？', options, answer: { option: 'a' } },
    { ...common, id: questionId(2), type: 'multiple', stem: '哪些要做？', options, answer: { options: ['a', 'b'] } },
    {
      ...common,
      id: questionId(3),
      type: 'boolean',
      stem: '可以直接进入有限空间。',
      answer: { value: false },
      category: 'law',
    },
    {
      ...{ ...common, id: questionId(4), type: 'single', stem: '旧题如何作答？', options, answer: { option: 'b' } },
      ...{ status: 'deprecated', deprecation: { since: '1.0.0', reason: 'ambiguous' } },
    },
    {
      ...{ ...common, id: questionId(5), type: 'numeric', stem: '氧含量下限是多少？' },
      answer: { accept: [{ min: 19.5, max: 19.5 }] },
      ...{ status: 'deprecated', deprecation: { since: '1.0.0', reason: 'ambiguous' } },
    },
  ];
}

/** A set of twelve single choices, two boolean and a multiple one, of two categories: enough for papers that differ. */
export function aContestSet(changes: Partial<QuestionSet> = {}): QuestionSet {
  const [single, multiple, boolean] = someQuestions();
  if (single === undefined || multiple === undefined || boolean === undefined) throw new Error('no questions');
  const singles = Array.from({ length: 12 }, (_, index) => ({
    ...{ ...single, id: questionId(100 + index), stem: `第 ${index + 1} 题：作业前第一步做什么？` },
    ...{ category: index % 3 === 0 ? 'law' : 'fire', difficulty: (index % 3) + 1 },
  }));
  const others = [multiple, boolean, { ...boolean, id: questionId(120), stem: '可以独自进入有限空间。' }];
  return aQuestionSet({ id: 'demo-set', title: '竞赛题库', questions: [...singles, ...others], ...changes });
}
