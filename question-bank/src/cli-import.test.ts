import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { read, utils } from '@e965/xlsx';
import { aBank, type TestBank } from './bank-builder.js';
import { run } from './cli.js';
import type { Question } from './schema.js';
import { aBoolean, anId, aSet, aSingle } from './set-builder.js';

const banks: TestBank[] = [];
afterEach(async () => {
  await Promise.all(banks.splice(0).map((bank) => bank.remove()));
});

async function aFolder(...questions: Question[]) {
  const bank = await aBank(questions);
  banks.push(bank);
  const at = (name: string) => join(bank.root, name);
  const write = async (name: string, content: string | Uint8Array) => {
    await writeFile(at(name), content);
    return at(name);
  };
  const questionsIn = async (category: string) =>
    JSON.parse(await readFile(at(`sets/a-set/${category}.json`), 'utf8')) as Question[];
  const command = async (...argv: string[]) => {
    const out: string[] = [];
    const err: string[] = [];
    const code = await run(argv, {
      root: bank.root,
      now: () => 1_700_000_000_000,
      today: () => '2026-11-24',
      random: (count) => new Uint8Array(count),
      out: (text) => out.push(text),
      err: (text) => err.push(text),
    });
    return { code, out: out.join('\n'), err: err.join('\n') };
  };
  return { at, write, command, questionsIn };
}

const TEXT = '第一章 消防安全\n一、单选题\n1.火警电话是（B）？\nA.110\nB.119\n2.急救电话是（A）？\nA.120\nB.122\n';
const CSV = '题型,题干,选项A,选项B,答案\n1,甲怎么做？,好,坏,A\n1,乙怎么做？,好,坏,B\n';

describe('import', () => {
  it('says what is in a file and writes nothing', async () => {
    const { write, command } = await aFolder(aSingle());
    const { code, out, err } = await command('import', await write('题库.txt', TEXT), '--lang', 'en');
    expect([code, err]).toEqual([0, '']);
    expect(out).toBe(
      [
        '题库.txt  text utf-8',
        '  正文: blocks, 2 rows',
        '  category 消防安全 → fire (2)',
        '  2 questions: single 2',
        '  in fire 2',
        '  0 refused · 0 alike',
      ].join('\n'),
    );
  });

  it('lists problems with place, words and remedy, and ends with 1 when something was refused', async () => {
    const { write, command, at } = await aFolder();
    const file = await write('a.txt', '1.问（ ）\nA.一\nB.二\n2.问问（A）\nA.一\nB.二');
    const { code, err } = await command('import', file, '--refused', at('refused.xlsx'));
    expect(code).toBe(1);
    expect(err).toBe(
      'a.txt\n  type_unclear  line 1\n    没写题型，从答案和选项也看不出\n    → 请您写明单选题、多选题、判断题或填空题',
    );
    const book = read(await readFile(at('refused.xlsx')));
    expect(JSON.stringify(utils.sheet_to_json(Object.values(book.Sheets)[0] ?? {}))).toContain('没写题型');
    expect((await command('import', file, '--lang', 'en')).err).toContain('Say single, multiple');
  });

  it('writes drafts ordered by id, and the same file twice changes nothing', async () => {
    const { write, command, questionsIn, at } = await aFolder(aSingle({ category: 'fire' }));
    const file = await write('题库.txt', TEXT);
    expect((await command('import', file, '--into', 'a-set')).out).toContain(
      'Wrote 2 drafts into sets/a-set; 0 were there',
    );
    const questions = await questionsIn('fire');
    expect(questions).toHaveLength(3);
    expect(questions.map(({ id }) => id)).toEqual(questions.map(({ id }) => id).sort());
    expect(questions.filter(({ status }) => status === 'draft')).toMatchObject([
      { provenance: { origin: 'imported', file: '题库.txt' } },
      { provenance: { origin: 'imported', file: '题库.txt' } },
    ]);
    const before = await readFile(at('sets/a-set/fire.json'), 'utf8');
    expect((await command('import', file, '--into', 'a-set')).out).toContain(
      'Wrote 0 drafts into sets/a-set; 2 were there',
    );
    expect(await readFile(at('sets/a-set/fire.json'), 'utf8')).toBe(before);
    expect((await command('check')).code).toBe(0);
  });

  it('writes nothing on a dry run', async () => {
    const { write, command, questionsIn } = await aFolder(aSingle());
    await command('import', await write('题库.txt', TEXT), '--into', 'a-set', '--dry-run');
    expect(await questionsIn('fire')).toHaveLength(1);
  });

  it('makes a file of its own for a category without questions', async () => {
    const { write, command, questionsIn } = await aFolder(aSingle());
    await command(
      'import',
      await write('a.txt', TEXT.replace('消防安全', '其他')),
      '--into',
      'a-set',
      '--category',
      'gas',
      '--difficulty',
      '4',
    );
    expect(await questionsIn('gas')).toMatchObject([{ difficulty: 4 }, { difficulty: 4 }]);
  });

  it('asks what bare numbers of kinds mean before it writes', async () => {
    const { write, command, questionsIn } = await aFolder(aSingle());
    const file = await write('a.csv', CSV);
    const asked = await command('import', file, '--into', 'a-set');
    expect(asked.code).toBe(1);
    expect(asked.out).toContain('kind 1 → single (2), not confirmed: --type-code 1=single');
    expect(asked.err).toContain('Nothing written');
    expect((await command('import', file, '--into', 'a-set', '--type-code', '1=single')).code).toBe(0);
    expect(await questionsIn('fire')).toHaveLength(3);
  });

  it('takes what was approved, checked and revised elsewhere as new drafts', async () => {
    const { write, command, questionsIn } = await aFolder(aSingle());
    const approved = aBoolean({ id: anId(2), rev: 4, status: 'approved', supersedes: [anId(1)] });
    expect(approved.checks).not.toHaveLength(0);
    const file = await write('set.json', JSON.stringify(aSet([approved])));
    expect((await command('import', file, '--into', 'a-set')).out).toContain('Wrote 1 drafts');
    const written = (await questionsIn('fire')).find(({ id }) => id === anId(2));
    expect(written).toMatchObject({ status: 'draft', rev: 1, stem: approved.stem, answer: approved.answer });
    expect(written).not.toHaveProperty('checks');
    expect(written).not.toHaveProperty('supersedes');
  });

  it.each([
    [[], 'FILE is missing'],
    [['nowhere.txt'], 'Cannot read nowhere.txt'],
    [['a.txt', '--category', 'moon'], 'There is no category “moon”'],
    [['a.txt', '--difficulty', '9'], 'from 1 to 5'],
    [['a.txt', '--encoding', 'latin1'], '--encoding wants'],
    [['a.txt', '--type-code', '1'], 'CODE=KIND'],
    [['a.txt', '--lang', 'fr'], '--lang wants'],
    [['a.txt', '--into', 'nowhere'], 'There is no set'],
  ])('answers %j with 2 and a sentence', async (argv, sentence) => {
    const { command } = await aFolder(aSingle());
    const { code, err } = await command('import', ...argv);
    expect(code).toBe(2);
    expect(err).toContain(sentence);
  });
});

describe('export', () => {
  it('writes JSON that an import takes back without loss', async () => {
    const { command, write } = await aFolder(aSingle(), aBoolean({ id: anId(2) }));
    const { out } = await command('export', 'a-set');
    expect(JSON.parse(out)).toMatchObject({ id: 'a-set', questions: [aSingle(), aBoolean({ id: anId(2) })] });
    expect((await command('import', await write('set.json', out))).out).toContain('2 questions: single 1 · boolean 1');
  });

  it('writes a workbook', async () => {
    const { command, at } = await aFolder(aSingle());
    expect((await command('export', 'a-set', '--format', 'xlsx', '--out', at('a.xlsx'))).code).toBe(0);
    expect((await command('import', at('a.xlsx'))).out).toContain('1 questions: single 1');
    expect((await command('export', 'a-set', '--format', 'pdf')).code).toBe(2);
  });

  it('writes the template', async () => {
    const { command, at } = await aFolder();
    expect((await command('template', '--out', at('t.xlsx'))).code).toBe(0);
    expect((await command('import', at('t.xlsx'))).out).toContain('xlsx');
  });
});
