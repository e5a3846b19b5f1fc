import { access, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { aBank, type TestBank } from './bank-builder.js';
import { canonicalJson } from './canonical.js';
import { contentHash } from './content-hash.js';
import { loadReleases, ReleaseError } from './load-release.js';
import { release } from './release.js';
import { ReleaseIndex } from './release-index.js';
import type { Question, QuestionSet } from './schema.js';
import { aBoolean, aHotspot, anId, aSingle } from './set-builder.js';

const banks: TestBank[] = [];
afterEach(async () => {
  await Promise.all(banks.splice(0).map((bank) => bank.remove()));
});

async function bankOf(...questions: Question[]): Promise<TestBank> {
  const bank = await aBank(questions);
  banks.push(bank);
  return bank;
}

const releaseAs = (bank: TestBank, version: string) =>
  release({ root: bank.root, setId: 'a-set', version, on: '2026-11-23' });
const codesOf = async (outcome: ReturnType<typeof releaseAs>) => (await outcome).problems.map(({ code }) => code);
const text = (bank: TestBank, path: string) => readFile(join(bank.root, 'releases', path), 'utf8');
const second = (changes: Partial<ReturnType<typeof aBoolean>> = {}) => aBoolean({ id: anId(2), ...changes });

describe('releasing', () => {
  it('writes canonical bytes, their hash, an index entry, a changelog and a list of changes', async () => {
    const bank = await bankOf(aSingle(), second());
    expect(await codesOf(releaseAs(bank, '1.0.0'))).toEqual([]);

    const written = await text(bank, 'a-set/1.0.0.json');
    const set = JSON.parse(written) as QuestionSet;
    expect(written).toBe(canonicalJson(set));
    expect(set.contentHash).toBe(contentHash(set));
    const index = ReleaseIndex.parse(JSON.parse(await text(bank, 'index.json')));
    expect(index.releases).toEqual([
      {
        set: 'a-set',
        version: '1.0.0',
        status: 'released',
        releasedOn: '2026-11-23',
        title: '题库',
        questionCount: 2,
        path: 'a-set/1.0.0.json',
        contentHash: set.contentHash,
      },
    ]);
    expect(await text(bank, 'a-set/CHANGELOG.md')).toContain('## 1.0.0 — 2026-11-23\n\nFirst release: 2 questions.');
    expect(JSON.parse(await text(bank, 'a-set/1.0.0.changes.json'))).toMatchObject({
      from: null,
      to: '1.0.0',
      changes: [],
    });
  });

  it('takes approved and deprecated questions, with the categories and sources they use', async () => {
    const deprecation = { since: '1.0.0', reason: 'other' } as const;
    const bank = await bankOf(
      aSingle(),
      second({ status: 'deprecated', deprecation }),
      second({ id: anId(3), status: 'retired', deprecation }),
      second({ id: anId(4), status: 'draft', category: 'gas' }),
      second({ id: anId(5), status: 'in-review', category: 'gas' }),
    );
    await releaseAs(bank, '1.0.0');
    const [set] = await loadReleases(join(bank.root, 'releases'));
    expect(set?.questions.map(({ id }) => id)).toEqual([anId(1), anId(2)]);
    expect(set?.categories.map(({ id }) => id)).toEqual(['fire']);
    expect(set?.sources.map(({ id }) => id)).toEqual(['xff-2021']);
    expect(set?.status).toBe('released');
  });

  it('refuses a version that exists, and one before the latest', async () => {
    const bank = await bankOf(aSingle());
    await releaseAs(bank, '1.1.0');
    const before = await text(bank, 'a-set/1.1.0.json');
    await bank.author([aSingle({ rev: 2, explanation: '隔绝空气。' })]);
    expect(await codesOf(releaseAs(bank, '1.1.0'))).toEqual(['version_exists']);
    expect(await codesOf(releaseAs(bank, '1.0.9'))).toEqual(['version_too_low']);
    expect(await text(bank, 'a-set/1.1.0.json')).toBe(before);
  });

  it('refuses to write over a file that a broken release left behind', async () => {
    const bank = await bankOf(aSingle());
    await mkdir(join(bank.root, 'releases/a-set'));
    await writeFile(join(bank.root, 'releases/a-set/1.0.0.json'), '{');
    expect(await codesOf(releaseAs(bank, '1.0.0'))).toEqual(['version_exists']);
  });

  it('releases pictures beside the set and refuses another one of the same name', async () => {
    const bank = await bankOf(aHotspot());
    await bank.draw('picture');
    expect(await codesOf(releaseAs(bank, '1.0.0'))).toEqual([]);
    expect(await text(bank, 'a-set/media/site.webp')).toBe('picture');
    await bank.draw('another');
    expect(await codesOf(releaseAs(bank, '1.1.0'))).toEqual(['media_changed']);
    await writeFile(join(bank.root, 'releases/a-set/media/site.webp'), 'another');
    await expect(loadReleases(join(bank.root, 'releases'))).rejects.toThrow(/media\/site\.webp/);
  });

  it('refuses a bump smaller than the changes ask for', async () => {
    const bank = await bankOf(aSingle());
    await releaseAs(bank, '1.0.0');
    await bank.author([aSingle(), second()]);
    const outcome = await releaseAs(bank, '1.0.1');
    expect(outcome.problems.map(({ code }) => code)).toEqual(['bump_too_small']);
    expect(outcome.problems[0]?.remedy).toContain('1.1.0');
    expect(await codesOf(releaseAs(bank, '1.1.0'))).toEqual([]);
  });

  it('refuses a release without a change, without an approved question, and without a known set', async () => {
    const bank = await bankOf(aSingle());
    await releaseAs(bank, '1.0.0');
    expect(await codesOf(releaseAs(bank, '1.0.1'))).toEqual(['nothing_changed']);
    expect(await codesOf(releaseAs(await bankOf(aSingle({ status: 'draft' })), '1.0.0'))).toEqual([
      'nothing_to_release',
    ]);
    expect(await codesOf(release({ root: bank.root, setId: 'nowhere', version: '1.0.0', on: '2026-11-23' }))).toEqual([
      'file_missing',
    ]);
  });

  it('refuses a failed check and writes nothing', async () => {
    const bank = await bankOf(aSingle({ checks: [] }));
    expect(await codesOf(releaseAs(bank, '1.0.0'))).toEqual(['check_missing', 'check_missing']);
    await expect(access(join(bank.root, 'releases', 'a-set'))).rejects.toThrow();
  });

  it('refuses a key that changed under the same id, and says in which file', async () => {
    const bank = await bankOf(aSingle());
    await releaseAs(bank, '1.0.0');
    await bank.author([aSingle({ rev: 2, answer: { option: 'b' } })]);
    const { problems } = await releaseAs(bank, '2.0.0');
    expect(problems.map(({ code, where }) => [code, where.file])).toEqual([
      ['key_changed_in_place', 'sets/a-set/fire.json'],
    ]);
  });

  it('refuses a released question that vanished from its set', async () => {
    const bank = await bankOf(aSingle(), second());
    await releaseAs(bank, '1.0.0');
    await bank.author([aSingle()]);
    expect(await codesOf(releaseAs(bank, '2.0.0'))).toEqual(['question_vanished']);
  });

  it('lists key changes in the changelog, newest version first', async () => {
    const bank = await bankOf(aSingle());
    await releaseAs(bank, '1.0.0');
    const deprecation = { since: '1.1.0', reason: 'law-changed', replacedBy: anId(2) } as const;
    await bank.author([aSingle({ rev: 2, status: 'deprecated', deprecation }), second({ supersedes: [anId(1)] })]);
    expect(await codesOf(releaseAs(bank, '1.1.0'))).toEqual([]);

    const changelog = await text(bank, 'a-set/CHANGELOG.md');
    expect(changelog.match(/^#+ .*/gm)).toEqual([
      '# 题库',
      '## 1.1.0 — 2026-11-23',
      '### Key changes',
      '### New questions',
      '### Deprecated',
      '## 1.0.0 — 2026-11-23',
    ]);
    expect(changelog).toContain(`replaces ${anId(1)}: law-changed`);
    const list = JSON.parse(await text(bank, 'a-set/1.1.0.changes.json')) as object;
    expect(list).toMatchObject({ from: '1.0.0', bump: 'minor', keyChanges: [{ replaced: anId(1), by: anId(2) }] });
  });
});

describe('loading releases', () => {
  const indexOf = (bank: TestBank) => join(bank.root, 'releases', 'index.json');

  it('gives every released set, a withdrawn one as withdrawn', async () => {
    const bank = await bankOf(aSingle());
    await releaseAs(bank, '1.0.0');
    const index = ReleaseIndex.parse(JSON.parse(await readFile(indexOf(bank), 'utf8')));
    const releases = index.releases.map((entry) => ({
      ...entry,
      status: 'withdrawn',
      withdrawal: { on: '2026-12-01', reason: '答案有误' },
    }));
    await writeFile(indexOf(bank), JSON.stringify({ ...index, releases }));
    const sets = await loadReleases(join(bank.root, 'releases'));
    expect(sets.map(({ version, status }) => [version, status])).toEqual([['1.0.0', 'withdrawn']]);
  });

  it.each([
    ['a changed word', (json: string) => json.replace('油锅', '铁锅')],
    ['another key', (json: string) => json.replace('{"option":"a"}', '{"option":"b"}')],
    ['white space', (json: string) => `${json}\n`],
    ['a missing question', (json: string) => canonicalJson({ ...(JSON.parse(json) as QuestionSet), questions: [] })],
  ])('refuses %s', async (_what, spoil) => {
    const bank = await bankOf(aSingle());
    await releaseAs(bank, '1.0.0');
    const file = join(bank.root, 'releases', 'a-set/1.0.0.json');
    const sound = await readFile(file, 'utf8');
    expect(spoil(sound)).not.toBe(sound);
    await writeFile(file, spoil(sound));
    await expect(loadReleases(join(bank.root, 'releases'))).rejects.toThrow(/release_altered/);
  });

  it('refuses a set that was hashed anew but is not what the index lists', async () => {
    const bank = await bankOf(aSingle());
    await releaseAs(bank, '1.0.0');
    const file = join(bank.root, 'releases', 'a-set/1.0.0.json');
    const set = { ...(JSON.parse(await readFile(file, 'utf8')) as QuestionSet), title: '别的' };
    await writeFile(file, canonicalJson({ ...set, contentHash: contentHash(set) }));
    await expect(loadReleases(join(bank.root, 'releases'))).rejects.toThrow(/the index says/);
  });

  it('says which file is missing or unreadable', async () => {
    const bank = await bankOf(aSingle());
    await releaseAs(bank, '1.0.0');
    await writeFile(join(bank.root, 'releases', 'a-set/1.0.0.json'), '{');
    await expect(loadReleases(join(bank.root, 'releases'))).rejects.toThrow(/a-set\/1\.0\.0\.json/);
    await expect(loadReleases(join(bank.root, 'nowhere'))).rejects.toThrow(ReleaseError);
  });
});
