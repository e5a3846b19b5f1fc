import { contentHash } from './content-hash.js';
import { mediaOf } from './rules/references.js';
import type { QuestionSet } from './schema.js';

/**
 * A set as it goes on air: approved questions, deprecated ones (rounds may still hold them), and only the categories,
 * sources and media that these use. Ordered by id, hashed.
 */
export function releaseContent(working: QuestionSet, version: string): QuestionSet {
  const questions = working.questions
    .filter(({ status }) => status === 'approved' || status === 'deprecated')
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const parents = new Map(working.categories.map(({ id, parent }) => [id, parent]));
  const categories = new Set<string>();
  for (const { category } of questions) {
    for (let id: string | undefined = category; id !== undefined && !categories.has(id); id = parents.get(id)) {
      categories.add(id);
    }
  }
  const sources = new Set(questions.flatMap(({ citations }) => citations.map(({ source }) => source)));
  const media = new Set(questions.flatMap((question) => mediaOf(question).map(({ id }) => id)));
  const { contentHash: _old, ...rest } = working;
  const set: QuestionSet = {
    ...rest,
    version,
    status: 'released',
    categories: working.categories.filter(({ id }) => categories.has(id)),
    sources: working.sources.filter(({ id }) => sources.has(id)),
    media: working.media.filter(({ id }) => media.has(id)),
    questions,
  };
  return { ...set, contentHash: contentHash(set) };
}
