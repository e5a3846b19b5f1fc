import { join } from 'node:path';
import * as z from 'zod';
import type { Problem } from './problem.js';
import { fitted, readJson } from './read-json.js';
import { repeated } from './rules/identity.js';
import { Category, Source } from './schema.js';

/** The categories and sources that all sets share. */
export interface Registry {
  readonly categories: ReadonlyMap<string, Category>;
  readonly sources: ReadonlyMap<string, Source>;
}

/** Reads registry/*.json below `root`, the question-bank folder. Entries that do not fit are left out and reported. */
export async function readRegistry(root: string): Promise<{ registry: Registry; problems: Problem[] }> {
  const categories = await readList(root, 'registry/categories.json', Category);
  const sources = await readList(root, 'registry/sources.json', Source);
  return {
    registry: { categories: categories.byId, sources: sources.byId },
    problems: [...categories.problems, ...sources.problems],
  };
}

async function readList<T extends { id: string }>(root: string, file: string, schema: z.ZodType<T>) {
  const raw = await readJson(join(root, file), file);
  const list = 'value' in raw ? fitted(z.array(schema), raw.value, file) : raw;
  const entries = 'value' in list ? list.value : [];
  const problems: Problem[] = [...list.problems];
  for (const id of repeated(entries.map((entry) => entry.id))) {
    const found = `“${id}” is there more than once.`;
    problems.push({ code: 'duplicate_id', where: { file, path: id }, found, remedy: 'Keep one of them.' });
  }
  return { byId: new Map(entries.map((entry) => [entry.id, entry])), problems };
}
