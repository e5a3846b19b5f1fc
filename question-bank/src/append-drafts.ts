import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import type { Question } from './schema.js';

/** Only ids are looked at, so that everything else in the file stays as its author wrote it. */
const RawQuestions = z.array(z.looseObject({ id: z.string() }));

/**
 * Writes questions into the category files of a set, ordered by id. Those whose id is there already stay as they are:
 * the same file imported twice changes nothing. Returns how many were written.
 */
export async function appendDrafts(root: string, setId: string, questions: readonly Question[]): Promise<number> {
  const categories = new Map<string, Question[]>();
  for (const question of questions) {
    categories.set(question.category, [...(categories.get(question.category) ?? []), question]);
  }
  let written = 0;
  for (const [category, added] of categories) {
    const path = join(root, 'sets', setId, `${category}.json`);
    const before = await readQuestions(path);
    const known = new Set(before.map(({ id }) => id));
    const news = added.filter(({ id }) => !known.has(id));
    if (news.length === 0) continue;
    const all = [...before, ...news].sort((a, b) => (a.id < b.id ? -1 : 1));
    await writeFile(path, `${JSON.stringify(all, null, 2)}\n`);
    written += news.length;
  }
  return written;
}

async function readQuestions(path: string): Promise<{ readonly id: string }[]> {
  try {
    return RawQuestions.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch (error) {
    if (typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}
