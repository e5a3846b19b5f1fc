import type { QuestionSet, Source } from '@anquanli/question-bank/schema.js';
import type { QuestionSetVersionEntity } from './entities/question-set-version.entity.js';
import type { QuestionVersionEntity } from './entities/question-version.entity.js';
import type { StoredQuestion } from './stored-question.js';

/** The row of a released version. Throws for a set that is not released. */
export function versionRow(set: QuestionSet, loadedAt: number): QuestionSetVersionEntity {
  const { contentHash, status } = releaseOf(set);
  const { id: setId, version, title, description, categories } = set;
  return { setId, version, status, title, description, contentHash, categories, loadedAt };
}

/** Status and hash of a set, which only a released one has. */
export function releaseOf({ id, version, status, contentHash }: QuestionSet): {
  contentHash: string;
  status: 'released' | 'withdrawn';
} {
  if (status === 'draft' || contentHash === undefined) {
    throw new Error(`${id} ${version} is not a released set`);
  }
  return { contentHash, status };
}

/** One row a question, ready to be played. */
export function questionRows(set: QuestionSet): QuestionVersionEntity[] {
  const sources = new Map(set.sources.map((source) => [source.id, source]));
  return set.questions.map((question) => {
    const { checks: _checks, provenance: _provenance, translations: _translations, ...kept } = question;
    const citations = question.citations.map(({ source, locator }) => ({
      title: titleOf(source, sources.get(source)),
      locator: locator ?? null,
    }));
    const content: StoredQuestion = { ...kept, citations };
    const { id: questionId, rev, type: kind, status, category, difficulty } = question;
    return { setId: set.id, setVersion: set.version, questionId, rev, kind, status, category, difficulty, content };
  });
}

/**
 * A source as people say it: 《安全生产法》, 《危险化学品企业特殊作业安全规范》GB 30871-2022. Laws are known by their short name,
 * standards by their number.
 */
function titleOf(id: string, source: Source | undefined): string {
  if (source === undefined) {
    throw new Error(`Source ${id} is cited but not in the set`);
  }
  const { title, number, kind } = source;
  const name = `《${title.replace(/^中华人民共和国/, '').replace(/[《》]/g, '')}》`;
  const isStandard = kind === 'standard-mandatory' || kind === 'standard-recommended';
  return isStandard && number !== undefined && !title.includes(number) ? `${name}${number}` : name;
}
