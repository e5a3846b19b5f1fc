import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { aBank, type TestBank } from './bank-builder.js';
import { run } from './cli.js';
import type { Question } from './schema.js';
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

async function bank({ root }: TestBank, ...argv: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const code = await run(argv, {
    root,
    now: () => 1_700_000_000_000,
    today: () => '2026-11-24',
    random: (count) => new Uint8Array(count),
    out: (text) => out.push(text),
    err: (text) => err.push(text),
  });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

const unread = () => aSingle({ checks: [{ kind: 'source-text', on: '2026-11-23', result: 'agrees' }] });

describe('check', () => {
  it('ends with 0 for sound sets and 1 with the problems', async () => {
    expect(await bank(await bankOf(aSingle()), 'check')).toEqual({
      code: 0,
      out: '1 questions in 1 sets: 0 problems.',
      err: '',
    });
    const { code, err } = await bank(await bankOf(aSingle({ stem: '油锅起火（A）' })), 'check', 'a-set');
    expect(code).toBe(1);
    expect(err).toMatch(/^sets\/a-set\/fire\.json\n {2}key_visible {2}q_0/);
  });

  it('finds a released file that was altered', async () => {
    const set = await bankOf(aSingle());
    await bank(set, 'release', 'a-set', '1.0.0');
    await writeFile(join(set.root, 'releases/a-set/1.0.0.json'), '{}');
    const { code, err } = await bank(set, 'check');
    expect(code).toBe(1);
    expect(err).toContain('a-set/1.0.0.json');
  });

  it('looks through 5,000 questions within two seconds', async () => {
    const many = Array.from({ length: 5_000 }, (_, n) => {
      return aSingle({ id: anId(n), stem: `第${n}种情形下，油锅起火时应当怎么做？`, citations: [] });
    });
    const set = await bankOf(...many);
    const before = process.cpuUsage();
    expect((await bank(set, 'check')).out).toContain('5000 questions');
    // Time on the processor: what else the machine does is not counted.
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(2_000);
  });

  it('asks for readiness only when told to', async () => {
    const set = await bankOf(unread());
    expect((await bank(set, 'check')).code).toBe(0);
    expect((await bank(set, 'check', '--release')).err).toContain('check_missing');
  });
});

it('releases with the day given or today’s, then tells what changed since', async () => {
  const set = await bankOf(aSingle());
  expect((await bank(set, 'release', 'a-set', '1.0.0')).out).toMatch(
    /^Released releases\/a-set\/1\.0\.0\.json: 1 questions, sha256:/,
  );
  expect(await readFile(join(set.root, 'releases/a-set/CHANGELOG.md'), 'utf8')).toContain('1.0.0 — 2026-11-24');
  expect((await bank(set, 'diff', 'a-set@1.0.0', 'a-set')).out).toBe('No differences.');
  await set.author([aSingle(), aBoolean({ id: anId(2) })]);
  const { code, out } = await bank(set, 'diff', 'a-set@1.0.0', 'a-set');
  expect(code).toBe(0);
  expect(out).toBe(`MINOR  question_added ${anId(2)}\nNeeds minor: 1.1.0 or later.`);
  expect((await bank(set, 'release', 'a-set', '1.0.1')).err).toContain('bump_too_small');
});

describe('blind', () => {
  it('prints questions without keys', async () => {
    const { code, out } = await bank(await bankOf(unread()), 'blind', 'a-set', '--seed', 'x');
    expect(code).toBe(0);
    const sheet = JSON.parse(out) as { questions: { id: string }[] };
    expect(sheet.questions.map(({ id }) => id)).toEqual([anId(1)]);
    expect(out).not.toContain('"answer"');
  });

  it('prints disagreements and records only where reader and key agree, once', async () => {
    const set = await bankOf(unread(), aBoolean({ id: anId(2), checks: [] }));
    const answers = join(set.root, 'answers.json');
    await writeFile(answers, JSON.stringify({ [anId(1)]: { option: 'a' }, [anId(2)]: { value: false } }));
    const untouched = JSON.parse(await readFile(join(set.root, 'sets/a-set/fire.json'), 'utf8')) as Question[];

    const first = await bank(set, 'blind', 'a-set', '--answers', answers, '--record', '--on', '2026-11-25');
    expect(first.code).toBe(1);
    expect(first.out).toContain('1 agree · 1 disagree · 0 unanswered');
    expect(first.out).toContain('reader {"value":false}');
    expect(first.out).toContain('for 1 questions');
    const questions = JSON.parse(await readFile(join(set.root, 'sets/a-set/fire.json'), 'utf8')) as Question[];
    expect(questions).toEqual([
      {
        ...untouched[0],
        checks: [...(untouched[0]?.checks ?? []), { kind: 'independent-answer', on: '2026-11-25', result: 'agrees' }],
      },
      untouched[1],
    ]);

    const again = await bank(set, 'blind', 'a-set', '--answers', answers, '--record');
    expect(again.out).toContain('for 0 questions');
  });

  it('refuses answers that are not answers', async () => {
    const set = await bankOf(unread());
    const answers = join(set.root, 'answers.json');
    await writeFile(answers, JSON.stringify({ [anId(1)]: 'a' }));
    expect((await bank(set, 'blind', 'a-set', '--answers', answers)).code).toBe(2);
    expect((await bank(set, 'blind', 'a-set', '--record')).err).toContain('--answers');
  });
});

it('counts', async () => {
  const { out } = await bank(await bankOf(aSingle(), aBoolean({ id: anId(2) })), 'stats');
  expect(out).toMatch(/kind +boolean 1 · single 1/);
  expect(out).toMatch(/right letter +A 1 · B 0/);
});

it('makes ids', async () => {
  const { out } = await bank(await bankOf(), 'new-id', '2');
  expect(out).toMatch(/^q_[0-9a-z]{26}\nq_[0-9a-z]{26}$/);
});

it.each([
  [['release', 'a-set', '1.0'], 'not a version'],
  [['release', 'a-set'], 'VERSION is missing'],
  [['release', 'a-set', '1.0.0', '--on', 'today'], 'YYYY-MM-DD'],
  [['diff', 'a-set@9.9.9', 'a-set'], 'never released'],
  [['check', 'nowhere'], 'There is no set'],
  [['new-id', '0'], 'not a number'],
  [['bake'], 'There is no command'],
  [['check', '--loud'], '--loud'],
])('answers %j with 2 and a sentence', async (argv, sentence) => {
  const { code, err } = await bank(await bankOf(aSingle()), ...argv);
  expect(code).toBe(2);
  expect(err).toContain(sentence);
});
