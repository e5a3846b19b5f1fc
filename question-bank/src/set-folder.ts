import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { sha256 } from './content-hash.js';
import type { Problem } from './problem.js';
import { fitted, readJson } from './read-json.js';
import type { Registry } from './registry.js';
import { FORMAT_VERSION, Question, SetMeta, type QuestionSet, type Source } from './schema.js';
import type { SetUnderCheck } from './set-under-check.js';

/** The version of a set that is being edited. */
export const WORKING_VERSION = '0.0.0';

export interface ReadSet {
  /** Missing when set.json itself cannot be used. Holds only the questions that fit the schema. */
  readonly under?: SetUnderCheck;
  readonly problems: Problem[];
}

/** Ids of the sets below `root`, the question-bank folder. */
export async function listSets(root: string): Promise<string[]> {
  const entries = await readdir(join(root, 'sets'), { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

/** Reads sets/<id>: set.json and a JSON of questions per category. What cannot be used is a problem, not an error. */
export async function readSetFolder(root: string, id: string, registry: Registry): Promise<ReadSet> {
  const folder = `sets/${id}`;
  const setFile = `${folder}/set.json`;
  const raw = await readJson(join(root, setFile), setFile);
  const read = 'value' in raw ? fitted(SetMeta, raw.value, setFile) : raw;
  if (!('value' in read)) return { problems: read.problems };

  const meta = read.value;
  const problems: Problem[] = [];
  if (meta.id !== id) {
    const found = `The folder is ${id}, the set calls itself ${meta.id}.`;
    problems.push({ code: 'schema', where: { file: setFile, path: 'id' }, found, remedy: 'Give both the same name.' });
  }
  const categories = meta.categories.flatMap((categoryId, n) => {
    const category = registry.categories.get(categoryId);
    if (category) return [category];
    const remedy = 'Correct the id, or describe the category in registry/categories.json.';
    const where = { file: setFile, path: `categories.${n}` };
    problems.push({ code: 'unknown_category', where, found: `No category “${categoryId}”.`, remedy });
    return [];
  });

  const fileOf = new Map<Question, string>();
  for (const file of await categoryFiles(root, folder)) {
    const questions = await readCategory(root, `${folder}/${file}`, file.slice(0, -'.json'.length), problems);
    for (const question of questions) fileOf.set(question, `${folder}/${file}`);
  }
  const questions = [...fileOf.keys()].sort((a, b) => (a.id < b.id ? -1 : 1));
  problems.push(...(await mediaProblems(join(root, folder), meta, setFile)));

  const { categories: _ids, media = [], ...described } = meta;
  const set: QuestionSet = {
    formatVersion: FORMAT_VERSION,
    ...described,
    version: WORKING_VERSION,
    status: 'draft',
    categories,
    sources: citedSources(questions, registry),
    media,
    questions,
  };
  return { under: { set, setFile, fileOf }, problems };
}

/** The sources that the questions cite, as far as the registry knows them, ordered by id. */
export function citedSources(questions: readonly Question[], registry: Pick<Registry, 'sources'>): Source[] {
  const ids = new Set(questions.flatMap(({ citations }) => citations.map(({ source }) => source)));
  return [...ids].sort().flatMap((id) => registry.sources.get(id) ?? []);
}

async function categoryFiles(root: string, folder: string): Promise<string[]> {
  const names = await readdir(join(root, folder));
  return names.filter((name) => name.endsWith('.json') && name !== 'set.json').sort();
}

async function readCategory(root: string, file: string, category: string, problems: Problem[]): Promise<Question[]> {
  const raw = await readJson(join(root, file), file);
  const list = 'value' in raw ? fitted(z.array(z.unknown()), raw.value, file) : raw;
  problems.push(...list.problems);
  if (!('value' in list)) return [];

  const questions = list.value.flatMap((entry, n) => {
    const question = fitted(Question, entry, file, [n]);
    problems.push(...question.problems);
    return 'value' in question ? [question.value] : [];
  });
  let previous = '';
  for (const question of questions) {
    const where = { file, questionId: question.id };
    if (question.id < previous) {
      const found = `It comes after ${previous}.`;
      problems.push({
        code: 'not_sorted',
        where,
        found,
        remedy: 'Order the file by id, so that changes stay readable.',
      });
    }
    if (question.category !== category) {
      const found = `Its category is “${question.category}”.`;
      const remedy = `Move it to ${question.category}.json or set its category to “${category}”.`;
      problems.push({ code: 'wrong_category_file', where: { ...where, path: 'category' }, found, remedy });
    }
    previous = question.id;
  }
  return questions;
}

/** Media files are there and are the ones that set.json describes. */
async function mediaProblems(folder: string, meta: SetMeta, file: string): Promise<Problem[]> {
  const checked = (meta.media ?? []).map(async ({ id, path, bytes, sha256: hash }): Promise<Problem[]> => {
    const where = { file, path: `media.${id}` };
    try {
      const content = await readFile(join(folder, path));
      if (content.byteLength === bytes && sha256(content) === hash) return [];
      const found = `${path} has ${content.byteLength} bytes and ${sha256(content)}.`;
      return [{ code: 'media_differs', where, found, remedy: 'Write the true size and hash into set.json.' }];
    } catch {
      return [{ code: 'file_missing', where, found: `There is no ${path}.`, remedy: 'Add the file.' }];
    }
  });
  return (await Promise.all(checked)).flat();
}
