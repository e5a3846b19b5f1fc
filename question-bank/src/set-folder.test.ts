import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, it } from '@jest/globals';
import { aBank, type TestBank } from './bank-builder.js';
import { sha256 } from './content-hash.js';
import { formatProblems } from './problem.js';
import { readRegistry } from './registry.js';
import type { Question } from './schema.js';
import { listSets, readSetFolder } from './set-folder.js';
import { aBoolean, anId, aSingle } from './set-builder.js';

const banks: TestBank[] = [];
afterEach(async () => {
  await Promise.all(banks.splice(0).map((bank) => bank.remove()));
});

async function bankOf(...questions: Question[]): Promise<TestBank> {
  const bank = await aBank(questions);
  banks.push(bank);
  return bank;
}

async function read({ root }: TestBank) {
  const { registry } = await readRegistry(root);
  return readSetFolder(root, 'a-set', registry);
}

const write = (bank: TestBank, file: string, value: unknown) =>
  writeFile(join(bank.root, file), typeof value === 'string' ? value : JSON.stringify(value));

it('reads a set from its parts, knowing the file of every question', async () => {
  const bank = await bankOf(aSingle(), aBoolean({ id: anId(2), category: 'gas', citations: [] }));
  expect(await listSets(bank.root)).toEqual(['a-set']);
  const { under, problems } = await read(bank);
  expect(problems).toEqual([]);
  expect([...(under?.fileOf ?? [])].map(([{ id }, file]) => [id, file])).toEqual([
    [anId(1), 'sets/a-set/fire.json'],
    [anId(2), 'sets/a-set/gas.json'],
  ]);
  expect(under?.set.sources.map(({ id }) => id)).toEqual(['xff-2021']);
  expect(under?.set.categories.map(({ id }) => id)).toEqual(['fire', 'gas']);
});

it('reports what does not fit with its place and keeps the other questions', async () => {
  const bank = await bankOf(aSingle());
  await write(bank, 'sets/a-set/fire.json', [aSingle(), { ...aBoolean({ id: anId(2) }), hint: '看图' }]);
  const { under, problems } = await read(bank);
  expect(under?.set.questions.map(({ id }) => id)).toEqual([anId(1)]);
  expect(problems.map(({ code, where }) => [code, where])).toEqual([
    ['schema', { file: 'sets/a-set/fire.json', questionId: anId(2), path: '1' }],
  ]);
});

it('reports files that are missing or not JSON', async () => {
  const bank = await bankOf(aSingle());
  await write(bank, 'sets/a-set/gas.json', '[{');
  expect((await read(bank)).problems.map(({ code }) => code)).toEqual(['not_json']);
  await write(bank, 'sets/a-set/set.json', '');
  expect((await read(bank)).problems.map(({ code }) => code)).toEqual(['not_json']);
});

it('wants files ordered by id, and questions in the file of their category', async () => {
  const bank = await bankOf();
  await write(bank, 'sets/a-set/fire.json', [
    aSingle({ id: anId(2) }),
    aBoolean(),
    aBoolean({ id: anId(3), category: 'gas' }),
  ]);
  expect((await read(bank)).problems.map(({ code }) => code)).toEqual(['not_sorted', 'wrong_category_file']);
});

it('wants the categories of the set in the registry', async () => {
  const bank = await bankOf(aSingle());
  await write(bank, 'registry/categories.json', [{ id: 'fire', title: '消防安全' }]);
  expect((await read(bank)).problems.map(({ code, where }) => [code, where.path])).toEqual([
    ['unknown_category', 'categories.1'],
  ]);
});

it('wants registry ids to be unique', async () => {
  const bank = await bankOf();
  const fire = { id: 'fire', title: '消防安全' };
  await write(bank, 'registry/categories.json', [fire, fire]);
  expect((await readRegistry(bank.root)).problems.map(({ code }) => code)).toEqual(['duplicate_id']);
});

it('wants media files to be there and to be the ones described', async () => {
  const bank = await bankOf(aSingle());
  const medium = {
    id: 'site',
    path: 'media/site.png',
    mime: 'image/png',
    sha256: sha256('picture'),
    bytes: 7,
    alt: '现场',
  };
  const meta = {
    id: 'a-set',
    locale: 'zh-CN',
    title: '题库',
    description: '',
    licence: 'CC-BY-4.0',
    legalBasisDate: '2026-11-23',
    categories: ['fire'],
    media: [medium],
  };
  await write(bank, 'sets/a-set/set.json', meta);
  expect((await read(bank)).problems.map(({ code }) => code)).toEqual(['file_missing']);
  await mkdir(join(bank.root, 'sets/a-set/media'));
  await write(bank, 'sets/a-set/media/site.png', 'another');
  expect((await read(bank)).problems.map(({ code }) => code)).toEqual(['media_differs']);
  await write(bank, 'sets/a-set/media/site.png', 'picture');
  expect((await read(bank)).problems).toEqual([]);
});

it('prints problems grouped by file, with place, finding and remedy', () => {
  const at = (file: string, path: string) =>
    ({ code: 'schema', where: { file, questionId: 'q_1', path }, found: 'Found.', remedy: 'Do.' }) as const;
  expect(formatProblems([at('a.json', 'x'), at('b.json', 'y'), at('a.json', 'z')])).toBe(
    [
      'a.json',
      '  schema  q_1 x\n    Found.\n    → Do.',
      '  schema  q_1 z\n    Found.\n    → Do.\n',
      'b.json',
      '  schema  q_1 y\n    Found.\n    → Do.',
    ].join('\n'),
  );
  expect(formatProblems([])).toBe('');
});
