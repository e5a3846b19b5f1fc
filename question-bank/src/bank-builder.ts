import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sha256 } from './content-hash.js';
import type { Question } from './schema.js';
import { aSet } from './set-builder.js';

/** A question-bank folder of its own for a test, with one set named a-set. */
export interface TestBank {
  readonly root: string;
  /** Writes the category files of the set anew, from questions in any order. */
  readonly author: (questions: readonly Question[]) => Promise<void>;
  /** Gives the set the picture `site` with this content. */
  readonly draw: (content: string) => Promise<void>;
  readonly remove: () => Promise<void>;
}

export async function aBank(questions: readonly Question[] = []): Promise<TestBank> {
  const root = await mkdtemp(join(tmpdir(), 'question-bank-'));
  const set = aSet([]);
  const folder = join(root, 'sets', set.id);
  const write = (path: string, value: unknown) => writeFile(join(root, path), `${JSON.stringify(value, null, 2)}\n`);
  const { id, locale, title, description, licence, legalBasisDate } = set;
  const meta = { id, locale, title, description, licence, legalBasisDate, categories: ['fire', 'gas'] };
  const draw = async (content: string) => {
    const bytes = Buffer.byteLength(content);
    const media = set.media.map((medium) => ({ ...medium, bytes, sha256: sha256(content) }));
    await write(`sets/${id}/set.json`, { ...meta, media });
    await mkdir(join(folder, 'media'), { recursive: true });
    await writeFile(join(folder, 'media', 'site.webp'), content);
  };
  const author = async (next: readonly Question[]) => {
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    await write(`sets/${id}/set.json`, meta);
    for (const category of new Set(next.map((question) => question.category))) {
      const inFile = next.filter((question) => question.category === category);
      await write(
        `sets/${id}/${category}.json`,
        [...inFile].sort((a, b) => (a.id < b.id ? -1 : 1)),
      );
    }
  };
  await mkdir(join(root, 'registry'));
  await write('registry/categories.json', [...set.categories, { id: 'gas', title: '燃气安全' }]);
  await write('registry/sources.json', set.sources);
  await mkdir(join(root, 'releases'));
  await write('releases/index.json', { formatVersion: 1, releases: [] });
  await author(questions);
  return { root, author, draw, remove: () => rm(root, { recursive: true, force: true }) };
}
